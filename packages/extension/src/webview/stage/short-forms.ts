// Shorter forms of a name, for where it has no room: what tells a thing from those beside it stays.

/** A name and its shorter forms, longest first: `backend.su[1].leaf[1..8]`, `leaf[1..8]`, `[1..8]`, `lea…`. */
export function shortForms(name: string): readonly string[] {
  const ends = /^(.*)\[(\d+)\] … \1\[(\d+)\]$/.exec(name);
  if (ends !== null) return [name, ...shortForms(`${ends[1]}[${ends[2]}..${ends[3]}]`)];
  const last = lastStep(name);
  // Of an array of arrays the last index alone tells nothing: `[1..16]` of `server[1..8][1..16]`.
  const array = /^([^[]+)(?:\[[^\]]*\]){2,}$/.exec(last)?.[1];
  if (array !== undefined) return [...new Set([name, last, ...shortForms(array)])];
  const index = /\[[^\]]*\]$/.exec(last)?.[0];
  const forms = [name, last, ...(index === undefined || index === last ? [] : [index, index.slice(1, -1)])];
  const word = index === undefined ? last : last.slice(0, -index.length);
  for (const kept of [12, 8, 6, 4, 3])
    if (index === undefined && word.length > kept + 1) forms.push(`${word.slice(0, kept)}…`);
  return [...new Set(forms)];
}

/** What comes after the last dot that isn't between brackets. */
function lastStep(name: string): string {
  let depth = 0;
  for (let at = name.length - 1; at > 0; at--) {
    if (name[at] === ']') depth++;
    if (name[at] === '[') depth--;
    if (name[at] === '.' && depth === 0) return name.slice(at + 1);
  }
  return name;
}

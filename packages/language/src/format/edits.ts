// The changes of formatting, as the smallest replacements, so that an editor keeps its cursors, marks and folds.

/** A stretch of a text, by offsets, and its replacement. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The replacements that turn one text into another that differs in space only. */
export function spaceEdits(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let [at, there] = [0, 0];
  while (at < before.length || there < after.length) {
    const [end, thereEnd] = [endOfSpace(before, at), endOfSpace(after, there)];
    const edit = replacement(before.slice(at, end), after.slice(there, thereEnd), at);
    if (edit !== undefined) edits.push(edit);
    [at, there] = [end + 1, thereEnd + 1];
  }
  return edits;
}

function endOfSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text, at)) at++;
  return at;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || code > 126 ? /[\s\uFEFF]/.test(text.charAt(at)) : false;
}

/** Replaces one stretch of space by another; a common start and end stays. */
function replacement(before: string, after: string, offset: number): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  // A line end of two characters stays whole.
  if (head > 0 && before[head - 1] === '\r') head--;
  if (tail > 0 && before.at(-tail) === '\n' && before.at(-tail - 1) === '\r') tail--;
  return {
    start: offset + head,
    end: offset + before.length - tail,
    text: after.slice(head, after.length - tail),
  };
}

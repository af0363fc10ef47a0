// Reads the name of an installed thing, as messages print it: `backend.su[1].leaf[3].up[1]/5`.

/** A range of indices, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One step of a path: a name, and the indices on each axis; `*` for all. */
export interface Step {
  readonly name: string;
  readonly axes: readonly (readonly Span[] | '*')[];
}

export interface Path {
  readonly steps: readonly Step[];
  /** Channels behind a slash. */
  readonly channels: readonly Span[] | '*' | undefined;
}

const stepPattern = /^([\p{L}\p{N}_*][\p{L}\p{N}_-]*)((?:\[[^\]]*\])*)$/u;

/** Reads a path; undefined if the text isn't one. */
export function readPath(text: string): Path | undefined {
  const [path = '', channel, ...rest] = text.trim().split('/');
  if (rest.length > 0) return undefined;
  const channels = channel === undefined ? undefined : readSpans(channel);
  if (channel !== undefined && channels === undefined) return undefined;
  const steps: Step[] = [];
  for (const part of splitOutside(path)) {
    const match = stepPattern.exec(part.trim());
    if (match === null) return undefined;
    const axes: (readonly Span[] | '*')[] = [];
    for (const [, inner = ''] of (match[2] ?? '').matchAll(/\[([^\]]*)\]/g)) {
      const spans = readSpans(inner);
      if (spans === undefined) return undefined;
      axes.push(spans);
    }
    steps.push({ name: match[1] as string, axes });
  }
  return steps.length === 0 ? undefined : { steps, channels };
}

/** Splits at points outside brackets: ranges contain points too. */
function splitOutside(path: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of path) {
    if (character === '[') depth++;
    if (character === ']') depth--;
    if (character === '.' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** `3`, `1..4`, `1, 3`, `*`. */
function readSpans(text: string): readonly Span[] | '*' | undefined {
  if (text.trim() === '*') return '*';
  const spans: Span[] = [];
  for (const item of text.split(',')) {
    const match = /^\s*(\d{1,15})(?:\s*\.\.\s*(\d{1,15}))?\s*$/.exec(item);
    if (match === null) return undefined;
    const from = Number(match[1]);
    spans.push({ from, to: match[2] === undefined ? from : Number(match[2]) });
  }
  return spans;
}

/** Whether a step names an index. */
export function names(spans: readonly Span[] | '*' | undefined, index: number): boolean {
  return spans === undefined || spans === '*' || spans.some(({ from, to }) => index >= from && index <= to);
}

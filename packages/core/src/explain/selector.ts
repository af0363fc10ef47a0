// Reads the name of something installed, as messages print it: `backend.su[1].leaf[3].up[1]/5`.

/** From one index to another; all of them where nothing is said. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One step of a path: a name, and for each axis the indices that are meant; `*` for all. */
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

/** A path; undefined when the text is none. */
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

/** Cuts at points that stand outside of brackets: a range has two of its own. */
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

/** Whether an index is among those a step names. */
export function names(spans: readonly Span[] | '*' | undefined, index: number): boolean {
  return spans === undefined || spans === '*' || spans.some(({ from, to }) => index >= from && index <= to);
}

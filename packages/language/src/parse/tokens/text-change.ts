// Where two states of a text differ: one stretch, from the first character that differs to the last.

/** A stretch of a text that another one has in its place. */
export interface TextChange {
  /** Offset of the first character that differs. */
  readonly start: number;
  /** Offset after the last one, in the text before and in the text after. */
  readonly endBefore: number;
  readonly endAfter: number;
}

/** How many characters are compared at once: strings are compared far faster than characters. */
const atOnce = 4096;

/** The least stretch that turns one text into another. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + atOnce <= most && before.slice(start, start + atOnce) === after.slice(start, start + atOnce))
    start += atOnce;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let [endBefore, endAfter] = [before.length, after.length];
  const back = (by: number): void => {
    endBefore -= by;
    endAfter -= by;
  };
  const least = start + atOnce;
  while (
    Math.min(endBefore, endAfter) >= least &&
    before.slice(endBefore - atOnce, endBefore) === after.slice(endAfter - atOnce, endAfter)
  )
    back(atOnce);
  while (Math.min(endBefore, endAfter) > start && before.charCodeAt(endBefore - 1) === after.charCodeAt(endAfter - 1))
    back(1);
  return { start, endBefore, endAfter };
}

/** Offsets in the two states of a text. */
interface Offsets {
  /** The start of something: of two places that an insertion makes of one, the later. */
  readonly start: (offset: number) => number;
  /** The end of something: of the two, the earlier. */
  readonly end: (offset: number) => number;
}

/** From offsets before a change to those after it; what is within the stretch is at its end at most. */
export function offsetsAfter(change: TextChange): Offsets {
  return offsets(change.start, change.endBefore, change.endAfter);
}

/** From offsets after a change to those before it. */
export function offsetsBefore(change: TextChange): Offsets {
  return offsets(change.start, change.endAfter, change.endBefore);
}

function offsets(first: number, from: number, to: number): Offsets {
  const within = (offset: number): number => Math.min(offset, to);
  return {
    start: (offset) => (offset < first ? offset : offset >= from ? offset + to - from : within(offset)),
    end: (offset) => (offset <= first ? offset : offset >= from ? offset + to - from : within(offset)),
  };
}

/** Two changes as one, where the later is at or beside what the earlier has made; undefined where they are apart. */
export function joined(earlier: TextChange, later: TextChange): TextChange | undefined {
  if (later.start > earlier.endAfter || later.endBefore < earlier.start) return undefined;
  return {
    start: Math.min(earlier.start, later.start),
    endBefore: earlier.endBefore + Math.max(0, later.endBefore - earlier.endAfter),
    endAfter: later.endAfter + Math.max(0, earlier.endAfter - later.endBefore),
  };
}

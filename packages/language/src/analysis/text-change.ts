// Where two states of a text differ: one stretch, from the first character that differs to the last.

/** A stretch of a text that another one has in its place. */
export interface TextChange {
  /** Offset of the first character that differs. */
  readonly start: number;
  /** Offset after the last one, in the text before and in the text after. */
  readonly endBefore: number;
  readonly endAfter: number;
}

/** The least stretch that turns one text into another. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { start, endBefore: before.length - same, endAfter: after.length - same };
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

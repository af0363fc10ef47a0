// Places in files as other programs read them.
import type { Origin } from '@lightloom/core';
import type { Sources } from '../text/source-text.ts';

/** Lines and columns count from one; columns count UTF-16 code units, as editors and SARIF do. */
interface JsonPosition {
  readonly line: number;
  readonly column: number;
}

/** A range of a file. The end is behind the last character. */
export interface JsonLocation {
  /** Relative to the working directory, with forward slashes. */
  readonly path: string;
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

/** The location of an origin; null for what is in no file. */
export function jsonLocation(origin: Origin | undefined, sources: Sources): JsonLocation | null {
  if (origin === undefined || origin.uri === '') return null;
  const source = sources(origin.uri);
  const position = (offset: number): JsonPosition => {
    const { line, column } = source.position(offset);
    return { line: line + 1, column: column + 1 };
  };
  return { path: source.path, start: position(origin.start), end: position(origin.end) };
}

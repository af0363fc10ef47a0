// Where in the text something was written.

/** A stretch of a file. Offsets count UTF-16 code units, as editors do. */
export interface Origin {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** The origin of something without text. */
export const nowhere: Origin = { uri: '', start: 0, end: 0 };

/** A key that is equal for equal origins. */
export function originKey(origin: Origin): string {
  return `${origin.uri}#${origin.start}-${origin.end}`;
}

/** Whether `inner` is within `outer`. */
export function originWithin(inner: Origin, outer: Origin): boolean {
  return inner.uri === outer.uri && inner.start >= outer.start && inner.end <= outer.end;
}

/** Scheme of the files that ship with the tool. */
export const libraryScheme = 'lightloom';

/** Whether an origin is in a file that ships with the tool, which its user can't change. */
export function inLibrary(origin: Origin): boolean {
  return origin.uri.startsWith(`${libraryScheme}:`);
}

/** The first of some origins that the user can change; the last when there is none. */
export function editable(...origins: readonly (Origin | undefined)[]): Origin {
  const known = origins.filter((each) => each !== undefined);
  return known.find((each) => !inLibrary(each)) ?? known.at(-1) ?? nowhere;
}

/**
 * Says which declaration something comes from: the same number for all that one declaration makes, in whatever instance of a
 * template or iteration of a loop. It is comparable within one fabric only.
 */
export type DeclarationKey = number;

/** Offsets that a file can have: a text is far shorter. */
const offsets = 2 ** 32;

/**
 * The key of a declaration.
 * @param file number of the file among those of the fabric
 * @param start offset at which the declaration starts
 */
export function declarationKey(file: number, start: number): DeclarationKey {
  return file * offsets + start;
}

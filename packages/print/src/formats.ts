// The registry of formats: which ones a kind of document has, and printing in one of them.
import { allFormats } from './all-formats.ts';
import type { DocumentKind, Format, PrintContext } from './format/format.ts';

/** Other names of formats, which everything takes that takes a name. */
const otherNames: ReadonlyMap<string, string> = new Map([['markdown', 'md']]);

/** The name of a format, also where it is given by another of its names: `md` of `markdown`. */
export function formatName(given: string): string {
  return otherNames.get(given) ?? given;
}

/** Other names of a format. */
export function otherNamesOf(format: string): readonly string[] {
  return [...otherNames].flatMap(([other, name]) => (name === format ? [other] : []));
}

/** The formats of a kind of document, the default first, the others by name. */
export function formatsOf<T>(kind: DocumentKind<T>): readonly Format<T>[] {
  const own = allFormats.filter(({ document }) => document === kind) as Format<T>[];
  const rank = ({ name }: Format<T>): number => (name === kind.defaultFormat ? 0 : 1);
  return own.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/**
 * Prints a document.
 * @param name the format, its default when undefined
 * @throws when the document has no such format: callers offer the names of `formatsOf`
 */
export function printDocument<T>(
  kind: DocumentKind<T>,
  document: T,
  context: PrintContext,
  name: string = kind.defaultFormat,
): string {
  const format = formatsOf(kind).find((each) => each.name === formatName(name));
  if (format === undefined) throw new Error(`${kind.name} has no format ${name}`);
  return format.print(document, context);
}

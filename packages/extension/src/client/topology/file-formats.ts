// The formats that a drawing can be saved in: those that the page writes, and PDF, which is written from its SVG.
import { type PageFormat, pageFormats } from '../../messages.ts';

export type FileFormat = PageFormat | 'pdf';

const formats: Readonly<Record<FileFormat, { readonly endings: readonly string[]; readonly title: string }>> = {
  ...pageFormats,
  pdf: { endings: ['pdf'], title: 'PDF of one page' },
};

/** Endings by title, as a dialog lists them. */
export const fileFilters: Readonly<Record<string, string[]>> = Object.fromEntries(
  Object.values(formats).map(({ title, endings }) => [title, [...endings]]),
);

/** The format that a file is named for; undefined for any other file. */
export function formatOf(path: string): FileFormat | undefined {
  const ending = /\.([^./]+)$/.exec(path.toLowerCase())?.[1] ?? '';
  return (Object.keys(formats) as FileFormat[]).find((each) => formats[each].endings.includes(ending));
}

// The formats that a drawing can be saved in: those that the page writes, and those that the server does.
import { type PageFormat, pageFormats } from '../../messages.ts';

/** Formats that the server writes: they have more than what the page shows. */
type ServerFormat = 'pdf' | 'html';

export type FileFormat = PageFormat | ServerFormat;

const formats: Readonly<Record<FileFormat, { readonly endings: readonly string[]; readonly title: string }>> = {
  ...pageFormats,
  pdf: { endings: ['pdf'], title: 'PDF, sheets to print' },
  html: { endings: ['html', 'htm'], title: 'Page with all views' },
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

/** Whether the page writes a format. */
export function isOfPage(format: FileFormat): format is PageFormat {
  return Object.hasOwn(pageFormats, format);
}

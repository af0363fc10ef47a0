// Tables as files that aren't text: workbooks, and labels on sheets.
import { join } from 'node:path';
import { printCount } from '@lightloom/core';
import { readable, type tableDocument, visible, whyIncomplete } from '@lightloom/print';
import { InvalidArgumentError, Option } from 'commander';

/** A table of a design. */
type TableDocument = Parameters<NonNullable<(typeof tableDocument)['takes']>>[0];

/** Formats of files, with what they are for. */
export const fileFormats = {
  pdf: 'PDF, for a label printer: `labels` only',
  xlsx: 'Excel workbook, for a spreadsheet',
} as const;
export type FileFormat = keyof typeof fileFormats;

/** Whether a format is one of these. */
export function isFileFormat(name: string): name is FileFormat {
  return Object.hasOwn(fileFormats, name);
}

/** The option for the sheet of labels. */
export function sheetOption(): Option {
  return new Option(
    '--sheet <name>',
    'labels as PDF: l7651 (65 on A4), or a label of its own page in millimeters, as 25.4x12.7',
  ).argParser((text) => {
    if (/^(?:l7651|[0-9.]+x[0-9.]+)$/.test(text)) return text;
    throw new InvalidArgumentError('Write l7651, or WIDTHxHEIGHT in millimeters, such as 25.4x12.7.');
  });
}

/** A file, and what there is to say about it; or why there is none. */
type Made = { readonly bytes: Uint8Array; readonly warning?: string } | { readonly problem: string };

/** A table as a file. */
export function tableFile(format: FileFormat, document: TableDocument, options: LabelOptions): Promise<Made> {
  return format === 'xlsx' ? workbookOf(document) : labelsOf(document, options);
}

interface LabelOptions {
  /** The sheet of labels. */
  readonly sheet?: string | undefined;
  /** The folder with the fonts. */
  readonly assets: string;
}

async function workbookOf(document: TableDocument): Promise<Made> {
  const { xlsxOf } = await import('@lightloom/render');
  const { columns, rows } = readable(document);
  const incomplete = whyIncomplete(document);
  const summary = document.table.summary?.(document.facts).text ?? [];
  const bytes = await xlsxOf({
    title: document.table.title,
    heads: columns.map(({ head, numeric = false }) => ({ text: head, isNumeric: numeric })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : visible(cell)))),
    notes: [...summary, ...(incomplete === undefined ? [] : [`Incomplete: ${incomplete}`])],
  });
  return { bytes };
}

async function labelsOf(
  { table, facts, path }: TableDocument,
  { sheet: name = 'l7651', assets }: LabelOptions,
): Promise<Made> {
  const { fontNames, labelSheet, labelsPdf } = await import('@lightloom/render');
  const sheet = labelSheet(name);
  if (sheet === undefined) return { problem: `A label is from 5 mm to 300 mm wide and high; ${name} isn't.` };
  const labels: string[][] = [];
  for (const [id = '', here = '', connector = '', there = '', medium = '', length = ''] of table.rows(facts)) {
    const kind = typeof length === 'number' ? `${medium} ${length} m` : `${medium}`;
    const plug = connector === '' ? `${here}` : `${here} ${connector}`;
    labels.push([`${id}  ${kind}`, plug, `→ ${there}`].map(visible));
  }
  const fonts = fontNames.map((each) => join(assets, 'fonts', each));
  const pages = await labelsPdf(labels, { sheet, title: `${table.title} of ${path}`, fonts });
  if ('problem' in pages) return { problem: `${pages.problem}.` };
  const { bytes, cut = 0 } = pages;
  return cut === 0
    ? { bytes }
    : { bytes, warning: `${printCount(cut, 'label')} had to be cut: take a larger one with --sheet.` };
}

// Tables as files that aren't text: workbooks, and labels on sheets.
import { join } from 'node:path';
import { printCount } from '@lightloom/core';
import { readable, type tableDocument, visible, whyIncomplete } from '@lightloom/print';
import { InvalidArgumentError, Option } from 'commander';
import type { Io } from '../process/io.ts';
import { say } from './output.ts';

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

/** A table as a workbook. */
export async function workbookOf(document: TableDocument): Promise<Uint8Array> {
  const { xlsxOf } = await import('@lightloom/render');
  const { columns, rows } = readable(document);
  const incomplete = whyIncomplete(document);
  const summary = document.table.summary?.(document.facts).text ?? [];
  return xlsxOf({
    title: document.table.title,
    heads: columns.map(({ head, numeric = false }) => ({ text: head, isNumeric: numeric })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : visible(cell)))),
    notes: [...summary, ...(incomplete === undefined ? [] : [`Incomplete: ${incomplete}`])],
  });
}

/** Labels on sheets; undefined, with a message, when they can't be made. */
export async function labelsOf(io: Io, document: TableDocument, sheetName = 'l7651'): Promise<Uint8Array | undefined> {
  const { fontNames, labelSheet, labelsPdf } = await import('@lightloom/render');
  const sheet = labelSheet(sheetName);
  if (sheet === undefined) {
    say(io, `A label is from 5 mm to 300 mm wide and high; ${sheetName} isn't.`);
    return undefined;
  }
  const labels: string[][] = [];
  for (const [id = '', here = '', connector = '', there = '', medium = '', length = ''] of document.table.rows(
    document.facts,
  )) {
    const kind = typeof length === 'number' ? `${medium} ${length} m` : `${medium}`;
    const plug = connector === '' ? `${here}` : `${here} ${connector}`;
    labels.push([`${id}  ${kind}`, plug, `→ ${there}`].map(visible));
  }
  const fonts = fontNames.map((name) => join(io.assets, 'fonts', name));
  const pages = await labelsPdf(labels, { sheet, title: `${document.table.title} of ${document.path}`, fonts });
  if ('problem' in pages) {
    say(io, `${pages.problem}.`);
    return undefined;
  }
  if (pages.cut !== undefined && pages.cut > 0)
    say(io, `${printCount(pages.cut, 'label')} had to be cut: take a larger one with --sheet.`, 'warning');
  return pages.bytes;
}

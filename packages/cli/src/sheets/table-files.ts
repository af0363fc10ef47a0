// Tables as files that aren't text: workbooks, and labels on sheets.
import { join } from 'node:path';
import { printCount } from '@lightloom/core';
import { labelTexts, type TableFile, type tableDocument, tableFiles, workbookOf } from '@lightloom/print';
import { InvalidArgumentError, Option } from 'commander';

/** A table of a design. */
type TableDocument = Parameters<NonNullable<(typeof tableDocument)['takes']>>[0];

/** Whether a format is one of these. */
export function isFileFormat(name: string): name is TableFile {
  return Object.hasOwn(tableFiles, name);
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
export function tableFile(format: TableFile, document: TableDocument, options: LabelOptions): Promise<Made> {
  return format === 'xlsx' ? workbook(document) : labelsOf(document, options);
}

interface LabelOptions {
  /** The sheet of labels. */
  readonly sheet?: string | undefined;
  /** The folder with the fonts. */
  readonly assets: string;
}

async function workbook(document: TableDocument): Promise<Made> {
  const { xlsxOf } = await import('@lightloom/render');
  return { bytes: await xlsxOf(workbookOf(document)) };
}

async function labelsOf(document: TableDocument, { sheet: name = 'l7651', assets }: LabelOptions): Promise<Made> {
  const { fontNames, labelSheet, labelsPdf } = await import('@lightloom/render');
  const sheet = labelSheet(name);
  if (sheet === undefined) return { problem: `A label is from 5 mm to 300 mm wide and high; ${name} isn't.` };
  const fonts = fontNames.map((each) => join(assets, 'fonts', each));
  const pages = await labelsPdf(labelTexts(document), {
    sheet,
    title: `${document.table.title} of ${document.path}`,
    fonts,
  });
  if ('problem' in pages) return { problem: `${pages.problem}.` };
  const { bytes, cut = 0 } = pages;
  return cut === 0
    ? { bytes }
    : { bytes, warning: `${printCount(cut, 'label')} had to be cut: take a larger one with --sheet.` };
}

// Tables as files that aren't text: workbooks, and labels on sheets.
import { printCount } from '@lightloom/core';
import { labelTexts, type TableFile, type tableDocument, tableFiles, workbookOf } from '@lightloom/print';
import { InvalidArgumentError, Option } from 'commander';
import { type FontIo, fontSources, fontsSaid } from '../drawing/fonts.ts';

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
type Made =
  | { readonly bytes: Uint8Array; readonly warning?: string; readonly note?: string }
  | { readonly problem: string };

/** A table as a file. */
export function tableFile(
  format: TableFile,
  document: TableDocument,
  options: LabelOptions,
  io: FontIo,
): Promise<Made> {
  return format === 'xlsx' ? workbook(document) : labelsOf(document, options, io);
}

interface LabelOptions {
  /** The sheet of labels. */
  readonly sheet?: string | undefined;
  /** Files of fonts for what DejaVu Sans lacks. */
  readonly font?: readonly string[] | undefined;
}

async function workbook(document: TableDocument): Promise<Made> {
  const { xlsxOf } = await import('@lightloom/render');
  return { bytes: await xlsxOf(workbookOf(document)) };
}

async function labelsOf(
  document: TableDocument,
  { sheet: name = 'l7651', font }: LabelOptions,
  io: FontIo,
): Promise<Made> {
  const { labelSheet, labelsPdf } = await import('@lightloom/render');
  const sheet = labelSheet(name);
  if (sheet === undefined) return { problem: `A label is from 5 mm to 300 mm wide and high; ${name} isn't.` };
  const pages = await labelsPdf(labelTexts(document), {
    sheet,
    title: `${document.table.title} of ${document.path}`,
    ...(await fontSources(io, font)),
  });
  if ('problem' in pages) return { problem: `${pages.problem}.` };
  const { bytes, cut = 0 } = pages;
  const { warning: lacking, note } = await fontsSaid(pages, 'The labels have');
  const cutting = cut === 0 ? undefined : `${printCount(cut, 'label')} had to be cut: take a larger one with --sheet.`;
  const warnings = [cutting, lacking].filter((each) => each !== undefined);
  return {
    bytes,
    ...(warnings.length === 0 ? {} : { warning: warnings.join(' ') }),
    ...(note === undefined ? {} : { note }),
  };
}

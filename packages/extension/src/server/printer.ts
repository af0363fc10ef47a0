// Files that aren't text, written by the server: what the command line writes, with the same code and fonts.
import { join } from 'node:path';
import type { Printer } from '@lightloom/language/server';
import { startElkWorker } from '@lightloom/render/elk-thread';

/** The folder with what the command line ships: the layout engine, and fonts. */
const assets = join(__dirname, 'agents');

/** Labels are printed on the usual sheet: 65 on A4. */
const usualSheet = 'l7651';

const fontPaths = (names: readonly string[]): string[] => names.map((each) => join(assets, 'fonts', each));

function inBase64(made: { readonly bytes: Uint8Array } | { readonly problem: string }) {
  if ('problem' in made) return { problem: `${made.problem}.` };
  return { base64: Buffer.from(made.bytes).toString('base64') };
}

export const printer: Printer = {
  startElk: (onFailure) => startElkWorker(assets, onFailure),
  async workbook(sheet) {
    return inBase64({ bytes: await (await import('@lightloom/render')).xlsxOf(sheet) });
  },
  async labels(labels, title) {
    const { fontNames, labelSheet, labelsPdf } = await import('@lightloom/render');
    const sheet = labelSheet(usualSheet);
    if (sheet === undefined) return { problem: `There is no sheet ${usualSheet}.` };
    return inBase64(await labelsPdf(labels, { sheet, title, fonts: fontPaths(fontNames) }));
  },
  async sheets(drawings, title) {
    const { fontNames, pdfOf } = await import('@lightloom/render');
    const options = { paper: 'a4', fonts: fontPaths(fontNames), ...(title === undefined ? {} : { title }) } as const;
    return inBase64(await pdfOf(drawings, options));
  },
};

// What a language server writes files with that aren't text: workbooks, labels, drawings on sheets, in base64. Loads nothing of it before.
import { join } from 'node:path';
import type * as render from '@lightloom/render';
import { type LayoutWorker, startElkWorker } from './elk-thread.ts';

/** Labels are printed on the usual sheet: 65 on A4. */
const usualSheet = 'l7651';

/** A file in base64, or why there is none, in a sentence. */
type Made = { readonly base64: string } | { readonly problem: string };

/**
 * What writes files, and lays out what isn't in tiers.
 * @param assets the folder with the layout engine and the fonts
 */
export function printerIn(assets: string) {
  const fontsOf = ({ fontNames, fontFolders }: typeof render) => ({
    fonts: fontNames.map((each) => join(assets, 'fonts', each)),
    installed: fontFolders(process.platform, process.env),
  });
  return {
    startElk: (onFailure: (message: string) => void): LayoutWorker => startElkWorker(assets, onFailure),
    async workbook(sheet: Parameters<typeof render.xlsxOf>[0]): Promise<Made> {
      const { xlsxOf } = await import('@lightloom/render');
      return inBase64({ bytes: await xlsxOf(sheet) });
    },
    async labels(labels: readonly (readonly string[])[], title: string): Promise<Made> {
      const loaded = await import('@lightloom/render');
      const sheet = loaded.labelSheet(usualSheet);
      if (sheet === undefined) return { problem: `There is no sheet ${usualSheet}.` };
      return inBase64(await loaded.labelsPdf(labels, { sheet, title, ...fontsOf(loaded) }));
    },
    async sheets(drawings: readonly render.PrintedDrawing[], title: string | undefined): Promise<Made> {
      const loaded = await import('@lightloom/render');
      const named = title === undefined ? {} : { title };
      return inBase64(await loaded.pdfOf(drawings, { ...fontsOf(loaded), ...named }));
    },
  };
}

function inBase64(made: { readonly bytes: Uint8Array } | { readonly problem: string }): Made {
  if ('problem' in made) return { problem: `${made.problem}.` };
  return { base64: Buffer.from(made.bytes).toString('base64') };
}

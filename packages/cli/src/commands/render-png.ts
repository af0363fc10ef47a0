// Drawings as PNG: the choice of the format, the scale, the fonts.
import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Io, Output } from '../process/io.ts';
import { say } from './output.ts';

export type DrawingFormat = 'svg' | 'png';

/** The option for the size of a PNG. */
export function pngScale(): Option {
  return new Option('--scale <number>', 'PNG: pixels for one pixel of the drawing (default: 1)').argParser((text) => {
    const scale = Number(text);
    if (!(scale > 0)) throw new InvalidArgumentError('It must be a number above 0.');
    return scale;
  });
}

interface Target {
  readonly format?: DrawingFormat;
  readonly output?: string;
}

/** The format asked for, by name or by the name of the file. */
export function formatFor(
  { format, output }: Target,
  stdout: Output,
): { readonly name: DrawingFormat } | { readonly problem: string } {
  const toFile = output !== undefined && output !== '-';
  const name = format ?? (toFile ? /\.(svg|png)$/.exec(output)?.[1] : 'svg');
  if (name === undefined) return { problem: `The file ${output} is neither .svg nor .png.` };
  if (name === 'png' && !toFile && stdout.isTerminal)
    return { problem: 'A PNG is not text: write it to a file with -o FILE.png.' };
  return { name: name as DrawingFormat };
}

/** A drawing as PNG; undefined, with a message, when it can't be rendered. */
export async function renderPng(io: Io, svg: string, scale = 1): Promise<Uint8Array | undefined> {
  const { fontNames, pngOf } = await import('@lightloom/render');
  const picture = await pngOf(svg, { scale, fonts: fontNames.map((name) => join(io.assets, 'fonts', name)) });
  if ('png' in picture) return picture.png;
  say(io, `${picture.problem}.`);
  return undefined;
}

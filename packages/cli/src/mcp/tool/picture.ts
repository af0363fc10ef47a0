// A drawing as a model can take it: not too many pixels, not too many bytes.
import type { FontIo } from '../../drawing/fonts.ts';
import { renderPicture } from '../../drawing/render-picture.ts';
import { say } from '../../output/deliver.ts';
import type { Io } from '../../process/io.ts';
import type { AnswerPicture } from './tool.ts';

/** Pixels of the longer side of a PNG whose scale isn't given: what models look at as it is. */
const usualSide = 1568;
/** Bytes of a picture. */
const maxBytes = 3 * 2 ** 20;

interface PictureOptions {
  readonly format: 'png' | 'svg';
  /** Pixels of a PNG for one of the drawing; so many that the longer side is of a usual length when not given. */
  readonly scale?: number | undefined;
}

/** The size of a drawing. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of a drawing in pixels, from its first tag. */
export function sizeOf(svg: string): Size {
  const [, width = '0', height = '0'] = /<svg\b[^>]*\bwidth="([\d.]+)"[^>]*\bheight="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/**
 * Makes a picture of a drawing.
 * @returns undefined when that isn't possible, which is reported
 */
export async function pictureOf(
  svg: string,
  { format, scale }: PictureOptions,
  io: FontIo & Pick<Io, 'stderr'>,
): Promise<AnswerPicture | undefined> {
  const { width, height } = sizeOf(svg);
  const fitting = Math.min(1, usualSide / Math.max(1, width, height));
  const picture = await renderPicture(io, svg, format, format === 'png' ? { scale: scale ?? fitting } : {});
  if ('problem' in picture) {
    say(
      io,
      format === 'png' ? `${picture.problem} An SVG is drawn without it: ask for the format svg.` : picture.problem,
    );
    return undefined;
  }
  const { content, warning } = picture;
  if (warning !== undefined) say(io, warning, 'warning');
  if (content.length <= maxBytes) return { format, content };
  const smaller = format === 'png' ? 'choose a smaller `scale`' : 'ask for a PNG';
  const size = (content.length / 2 ** 20).toFixed(1);
  say(io, `The picture has ${size} MiB; the limit is ${maxBytes / 2 ** 20} MiB: ${smaller}, or draw another view.`);
  return undefined;
}

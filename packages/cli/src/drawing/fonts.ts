// The fonts of a picture: which are taken, and what is to be known about them.
import { join, resolve } from 'node:path';
import { printCount } from '@lightloom/core';
import type { Borrowed } from '@lightloom/render';
import { Option } from 'commander';
import type { Io } from '../process/io.ts';

/** What a command sees of the fonts of a machine. */
export type FontIo = Pick<Io, 'assets' | 'borrowsFonts' | 'cwd' | 'env'>;

/** The option for fonts beside those that ship. */
export function fontOption(): Option {
  return new Option(
    '--font <file>',
    'PNG and PDF: a font for characters that DejaVu Sans lacks, such as Chinese; may be repeated (default: fonts of this machine)',
  ).argParser((file, previous: readonly string[] | undefined) => [...(previous ?? []), file]);
}

/** Where fonts are taken from: those that ship, those that are named, then those of the machine. */
export async function fontSources({ assets, borrowsFonts, cwd, env }: FontIo, named: readonly string[] = []) {
  const { fontFolders, fontNames } = await import('@lightloom/render');
  return {
    fonts: fontNames.map((name) => join(assets, 'fonts', name)),
    further: named.map((each) => resolve(cwd, each)),
    installed: borrowsFonts ? fontFolders(process.platform, env) : [],
  };
}

/** What is to be known about the fonts of a picture, as sentences. @param what what the picture is of */
export async function fontsSaid(
  { missing, borrowed }: { readonly missing: readonly string[]; readonly borrowed: readonly Borrowed[] },
  what: 'The drawing has' | 'The labels have' = 'The drawing has',
): Promise<{ readonly warning?: string; readonly note?: string }> {
  const { fontFamily } = await import('@lightloom/render');
  return {
    ...(missing.length === 0 ? {} : { warning: `${what} ${lacking(fontFamily, missing)}` }),
    ...(borrowed.length === 0 ? {} : { note: `${what} ${borrowed.map(lent).join(', ')}, ${elsewhere}` }),
  };
}

const elsewhere = 'which other machines may not have; with --font FILE, the picture is the same on all.';

/** More characters than this are counted, not named. */
const maxNamed = 10;

const namedIn = (characters: readonly string[], nameOf: (character: string) => string): string =>
  [...characters.slice(0, maxNamed).map(nameOf), ...(characters.length > maxNamed ? ['…'] : [])].join(', ');

/** What the fonts lack of a picture. */
function lacking(font: string, characters: readonly string[]): string {
  const list = namedIn(characters, (each) => {
    const code = (each.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    return `${each} U+${code}`;
  });
  const [they, them] = characters.length === 1 ? ['it is', 'it'] : ['they are', 'them'];
  return `${printCount(characters.length, 'character')} that ${font} lacks (${list}); ${they} drawn as \ufffd. Install a font that has ${them}, or name one with --font FILE; an SVG keeps ${them}.`;
}

/** What a font of this machine has drawn. */
function lent({ font, characters }: Borrowed): string {
  return `${printCount(characters.length, 'character')} (${namedIn(characters, (each) => each)}) from ${font}`;
}

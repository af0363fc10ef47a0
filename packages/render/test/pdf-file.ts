// Reads a PDF apart, without the library that writes it; syntax and names are of ISO 32000-1.
import { inflateSync } from 'node:zlib';
import { type Picture, pdfOf } from '../src/index.ts';
import type { PdfOptions } from '../src/pdf.ts';

/** A PDF of one drawing without a title block of its own. */
export function onePdf(svg: string, options: PdfOptions): Promise<Picture> {
  return pdfOf([{ name: '', svg: () => svg }], options);
}

/** A file taken apart, at one of its pages. */
export interface PdfFile {
  readonly header: string;
  /** How many pages it has. */
  readonly pages: number;
  /** Width and height of the page in points. */
  readonly size: readonly [number, number];
  /** The drawing operators of the page. */
  readonly content: string;
  /** Each text as it is copied from the page. */
  readonly texts: readonly string[];
  /** The document information, by name. */
  readonly info: Readonly<Record<string, string>>;
  /** The identifier of the file. */
  readonly id: string;
}

/**
 * Takes a file apart.
 * @param at the page, from 0
 * @throws where the cross-reference table doesn't point at the objects
 */
export function pdfFile(bytes: Uint8Array, at = 0): PdfFile {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = objectsOf(file);
  const object = (number: string | undefined): string => objects.get(Number(number)) ?? '';
  const trailer = file.slice(file.lastIndexOf('trailer'));
  const refer = (dictionary: string, name: string): string => {
    const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary);
    if (found === null) throw new Error(`no ${name} in ${dictionary.slice(0, 200)}`);
    return object(found[1]);
  };
  const pages = refer(refer(trailer, 'Root'), 'Pages');
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(pages)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((each) => each[1]);
  const page = object(kids[at]);
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
  const fonts = /\/Font <<([^>]*)>>/.exec(refer(page, 'Resources'))?.[1] ?? '';
  const maps = new Map(
    [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => [
      name as string,
      unicodeOf(streamOf(refer(object(number), 'ToUnicode'))),
    ]),
  );
  const content = streamOf(refer(page, 'Contents'));
  const information = [...refer(trailer, 'Info').matchAll(/\/(\w+) (\d+) 0 R/g)];
  return {
    header: file.slice(0, 8),
    pages: kids.length,
    size: [Number(width), Number(height)],
    content,
    texts: textsOf(content, maps),
    info: Object.fromEntries(information.map(([, name, number]) => [name as string, stringOf(object(number))])),
    id: /\/ID \[<(\w+)>/.exec(trailer)?.[1] ?? '',
  };
}

/** The objects by number, each from where the cross-reference table says. */
function objectsOf(file: string): ReadonlyMap<number, string> {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const table = /^xref\n0 (\d+)\n/.exec(file.slice(start));
  if (table === null) throw new Error('no cross-reference table');
  const rows = file.slice(start + table[0].length).split('\n');
  const objects = new Map<number, string>();
  for (let number = 1; number < Number(table[1]); number++) {
    const at = Number(rows[number]?.slice(0, 10));
    const head = `${number} 0 obj\n`;
    if (!file.startsWith(head, at)) throw new Error(`object ${number} isn't at ${at}`);
    objects.set(number, file.slice(at + head.length, file.indexOf('\nendobj', at)));
  }
  return objects;
}

function streamOf(object: string): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  return inflateSync(Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1')).toString('latin1');
}

/** The text of each glyph of a font (9.10.3). */
function unicodeOf(map: string): readonly string[] {
  return [...map.matchAll(/\[((?:<[0-9a-f ]*>\s*)+)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) => utf16(Buffer.from(hex.replaceAll(' ', ''), 'hex'))),
  );
}

/** What is shown, a text each (9.4.3); where a text stands for another one, that one (14.9.4). */
function textsOf(content: string, maps: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const texts: string[] = [];
  let [font, actual]: [string, string | undefined] = ['', undefined];
  const operators = /\/ActualText (\((?:\\[\s\S]|[^\\)])*\))|(EMC)|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g;
  for (const [, said, end, name, shown] of content.matchAll(operators)) {
    if (said !== undefined) actual = stringOf(said);
    else if (end !== undefined) actual = undefined;
    else if (name !== undefined) font = name;
    else {
      const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      texts.push(actual ?? glyphs.map((each) => maps.get(font)?.[Number.parseInt(each, 16)]).join(''));
    }
  }
  return texts;
}

/** A string object (7.9.2): UTF-16 where it starts with the byte order mark. */
function stringOf(object: string): string {
  const bytes = Buffer.from(
    object.slice(1, -1).replace(/\\([\s\S])/g, (_, each) => escapes[each] ?? each),
    'latin1',
  );
  return bytes[0] === 0xfe && bytes[1] === 0xff ? utf16(bytes.subarray(2)) : bytes.toString('latin1');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const utf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString('utf16le');

// Every format of every document, printed for the same few designs and compared with one golden a format.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allFormats } from '../src/all-formats.ts';
import { pageAssets } from '../src/html/generated/assets.ts';
import { formatsOf, printDocument, themeFor } from '../src/index.ts';
import { designOf, samples, scenarios, sourcesOf } from './scenarios.ts';

const goldens = join(import.meta.dirname, 'goldens');
const plain = themeFor({ flag: false, env: {}, isTerminal: false });
const colored = themeFor({ flag: true, env: {}, isTerminal: true });
const goldenName = (document: string, format: string): string => `${document.replace(' ', '-')}.${format}.txt`;

/** Characters that steer a terminal, turn the direction of a text, or have no shape; a line break is none. */
const unseen = /(?![\r\n])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
const color = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** What a text could do in a format, by the name of the format: the places where it does. */
const harms: Readonly<Record<string, (printed: string) => readonly string[]>> = {
  pretty: () => [],
  json: (text) => (JSON.parse(text) === undefined ? [text] : []),
  sarif: (text) => (JSON.parse(text) === undefined ? [text] : []),
  gitlab: (text) => (JSON.parse(text) === undefined ? [text] : []),
  // A finding is one line; a command is one of three, and ends where its line ends.
  compact: (text) =>
    text.split('\n').filter((each) => each !== '' && !/^\S.*:\d+:\d+: |^\d+ files? checked/.test(each)),
  github: (text) =>
    text
      .split('\n')
      .filter((each) => /^\s*(?:::(?!(?:error|warning|notice) file=[^:]+,title=[a-z/-]+::)|##)/.test(each)),
  junit: (text) =>
    (text.match(/<[^>]*>/g) ?? []).filter((each) => !/^<[?/]?(?:xml|test|prop|system-|failure)[^<]*>$/.test(each)),
  // What is left outside of code.
  md: (text) =>
    text
      .replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, 'code')
      .replace(/(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/g, 'code')
      .match(/<[a-z/!].*|!\[.*|\]\(.*|:\/\/.*|@.*|`.*/gi) ?? [],
  // Only the tags and attributes of a page, no address but that of a section, and no style or script but its own.
  html: (text) =>
    (
      text
        .replace(style, '')
        .replace(script, '')
        .match(/<[^>]*>?/g) ?? []
    ).filter((each) => !isOfPage(each)),
  csv: (text) => text.split(/\r\n|,|;/).filter((each) => /^"?\s*[=+@＝＋＠-](?!\d+(?:\.\d+)?$)/.test(each)),
};

const tags =
  'a|body|caption|code|dd|defs|desc|details|div|dl|dt|figcaption|figure|g|h1|h2|head|header|html|li|main|meta|nav|ol|p|path|pattern|rect|circle|ellipse|line|linearGradient|stop|polygon|polyline|section|span|script|strong|style|summary|svg|table|tbody|td|text|th|thead|time|title|tr|tspan|ul';
const address = /\s(?:href|src|style|on\w+|xlink:href|srcset|action|http-equiv)=/;
const ours =
  /^<(?:!doctype html|a (?:class="skip" )?href="#[a-z0-9-]+"|meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*")>$/;
const isOfPage = (tag: string): boolean =>
  ours.test(tag) ||
  (new RegExp(`^</?(?:${tags})(?: [A-Za-z-]+="[^"<>]*"| data-sorts)*/?>$`).test(tag) && !address.test(tag));

const { script, scriptHash, style, styleHash } = pageAssets;

/** A page without its style sheet and script, which are tested in a browser. */
const withoutAssets = (text: string): string =>
  [style, script, styleHash, scriptHash].reduce((rest, each) => rest.replaceAll(each, '…'), text);

type Design = Awaited<ReturnType<typeof designOf>>;
const designs = new Map<string, Design>();
const isAboutDesigns = (document: string): boolean =>
  !['filling', 'parts', 'plan', 'rule', 'rule list', 'word'].includes(document);

beforeAll(async () => {
  for (const name of Object.keys(scenarios)) designs.set(name, await designOf(name));
  // The first analysis reads the library, and the networks of a plan are checked as designs.
}, 60_000);

describe.each(allFormats.map((each) => [each.document.name, each.name, each] as const))(
  '%s as %s',
  (document, name, format) => {
    const own = samples.filter(({ kind }) => kind === format.document);
    const printed = (design: Design, theme = plain): string[] =>
      own.map(({ of }) =>
        printDocument(format.document, of(design) as never, { sources: sourcesOf(design), theme, width: 100 }, name),
      );

    it('is printed as it was', async () => {
      expect(own, 'a line in scenarios.ts for this kind of document').not.toEqual([]);
      const about = isAboutDesigns(document) ? [...designs] : [...designs].slice(0, 1);
      const sections = about.flatMap(([scenario, design]) =>
        printed(design).map((text, i) => `=== ${[scenario, own[i]?.example].join(' ').trim()}\n${text}`),
      );
      await expect(withoutAssets(sections.join('\n'))).toMatchFileSnapshot(join(goldens, goldenName(document, name)));
    });

    it('ends in a line break, says what it is for, and is the same twice', () => {
      for (const [, design] of designs) {
        for (const text of printed(design)) expect(text, 'what it prints ends in one line break').toMatch(/\S\r?\n$/);
        expect(printed(design)).toEqual(printed(design));
      }
      expect(format.title, '`title`: what it is for').toMatch(/^\S.{5}/);
    });

    it('lets no text of a stranger do anything', () => {
      const hostile = designs.get('hostile') as Design;
      const wrong = harms[name];
      if (wrong === undefined) throw new Error(`Say in formats.test.ts what a text could do in ${name}.`);
      for (const text of printed(hostile)) {
        expect(text).not.toMatch(unseen);
        expect(wrong(text)).toEqual([]);
      }
      const colors = printed(hostile, colored).map((text) => text.replace(color, ''));
      expect(colors).toEqual(printed(hostile));
    });
  },
);

describe('the registry', () => {
  it('has one format of a name for each document, among them the default', () => {
    for (const { document } of allFormats) {
      const names = formatsOf(document).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names[0]).toBe(document.defaultFormat);
    }
  });

  it('has no golden without a format', () => {
    const expected = new Set(allFormats.map((each) => goldenName(each.document.name, each.name)));
    // The golden of a new format is written when this file has run.
    expect(readdirSync(goldens).filter((each) => !expected.has(each))).toEqual([]);
  });

  it('refuses a format that a document does not have', () => {
    const { document } = allFormats[0] as (typeof allFormats)[number];
    const context = { sources: () => ({}) as never, theme: plain, width: 80 };
    expect(() => printDocument(document, undefined as never, context, 'xml')).toThrow(
      `${document.name} has no format xml`,
    );
  });
});

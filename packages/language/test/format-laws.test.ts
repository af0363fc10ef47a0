// The formatter's laws, on every text there is and on what becomes of them: nothing is lost, nothing means something
// else, and a text that was formatted is not formatted again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '@lightloom/core';
import fc from 'fast-check';
import type { AstNode } from 'langium';
import { describe, expect, it } from 'vitest';
import { formatFabric, spaceEdits } from '../src/format/index.ts';
import { Kind, parseFabric, scan, unfold } from '../src/parse/index.ts';

const root = join(import.meta.dirname, '../../..');
const read = (folder: string, ending: string): [string, string][] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]);
const texts: [string, string][] = [
  ...read('examples', '.fabric'),
  ...read('packages/language/library', '.fabric'),
  ...allRules.flatMap((rule): [string, string][] => [
    [`${rule.id}, bad`, rule.bad],
    [`${rule.id}, good`, rule.good],
  ]),
  ...read('docs', '.md').flatMap(([name, page]) =>
    [...page.matchAll(/^```fabric\n([\s\S]*?)^```/gm)].map((match, i): [string, string] => [
      `${name}, example ${i + 1}`,
      match[1] as string,
    ]),
  ),
];

/** What was written, without places and without the space between a number and its unit. */
function tree(text: string): unknown {
  const shape = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(shape);
    if (typeof node !== 'object' || node === null) return node;
    if ('$refText' in node) return node.$refText;
    const kept = Object.entries(unfold(node as AstNode)).filter(([key]) => !key.startsWith('$') || key === '$type');
    const isQuantity = '$type' in node && node.$type === 'Quantity';
    return kept.map(([key, value]) => [key, isQuantity ? String(value).replace(/\s/g, '') : shape(value)]);
  };
  return shape(parseFabric(text).file);
}

/** The tokens of a text; those that are numbers with units without their space. */
function tokens(text: string): string[] {
  const { kinds, starts, ends, count } = scan(text);
  return Array.from({ length: count }, (_, i) => {
    const token = text.slice(starts[i], ends[i]);
    return kinds[i] === Kind.quantity ? token.replace(/\s/g, '') : token;
  });
}

/** All that is no space: tokens, comments, and characters that mean nothing. */
const withoutSpace = (text: string): string => text.replace(/[\s\uFEFF]/g, '');

function keepsTheLaws(text: string): void {
  const after = formatFabric(text).text;
  expect(tokens(after)).toEqual(tokens(text));
  expect(withoutSpace(after)).toBe(withoutSpace(text));
  expect(tree(after)).toEqual(tree(text));
  expect(formatFabric(after).text).toBe(after);
  let edited = text;
  for (const { start, end, text: by } of spaceEdits(text, after).toReversed())
    edited = edited.slice(0, start) + by + edited.slice(end);
  expect(edited).toBe(after);
}

const anyText = fc.constantFrom(...texts.map(([, text]) => text));
const dice = fc.array(fc.nat(), { minLength: 40, maxLength: 300 });

/** Replaces some of the space between tokens by other space, and adds some. */
function shuffled(text: string, rolls: readonly number[], percent: number): string {
  const gaps = [' ', '  ', '\n', '\n\n', '\n\n\n\n', '\t', ' \n  ', '\r\n', '       '];
  const { starts, ends, count } = scan(text);
  let at = 0;
  let roll = 0;
  let result = '';
  const next = (): number => rolls[roll++ % rolls.length] ?? 0;
  for (let i = 0; i < count; i++) {
    const gap = text.slice(at, starts[i]);
    const limit = gap === '' ? percent / 4 : /^\s+$/.test(gap) ? percent : 0;
    result += i > 0 && next() % 100 < limit ? gaps[next() % gaps.length] : gap;
    result += text.slice(starts[i], ends[i]);
    at = ends[i] ?? at;
  }
  return result + text.slice(at);
}

/** Takes tokens out of a text. */
function thinned(text: string, rolls: readonly number[]): string {
  return rolls.reduce((rest, roll) => {
    const { starts, ends, count } = scan(rest);
    const i = roll % Math.max(1, count - 1);
    return rest.slice(0, starts[i]) + rest.slice(ends[i]);
  }, text);
}

/** Puts something into a text. */
const strewn = (text: string, things: readonly (readonly [number, string])[]): string =>
  things.reduce((rest, [roll, thing]) => {
    const at = roll % (rest.length + 1);
    return rest.slice(0, at) + thing + rest.slice(at);
  }, text);
const things = (...each: string[]) =>
  fc.array(fc.tuple(fc.nat(), fc.constantFrom(...each)), { minLength: 1, maxLength: 4 });
const runs = { numRuns: 150 };

describe('formatting keeps its laws', () => {
  it.each(texts)('%s', (_, text) => keepsTheLaws(text));

  it('whatever the space between tokens is', () => {
    const rate = fc.constantFrom(3, 20, 70);
    fc.assert(
      fc.property(anyText, dice, rate, (text, rolls, percent) => keepsTheLaws(shuffled(text, rolls, percent))),
      runs,
    );
  }, 60_000);

  it('wherever comments are', () => {
    const comments = things('\n// c\n', '/* c */', ' // d\n', '/** e\n * f */', '\n/* x\n   y */\n');
    fc.assert(
      fc.property(anyText, comments, dice, (text, found, rolls) =>
        keepsTheLaws(shuffled(strewn(text, found), rolls, 10)),
      ),
      runs,
    );
  }, 60_000);

  it('when tokens are missing', () => {
    const missing = fc.array(fc.nat(), { minLength: 1, maxLength: 3 });
    const rate = fc.constantFrom(0, 5, 30);
    fc.assert(
      fc.property(anyText, missing, dice, rate, (text, rolls, space, percent) =>
        keepsTheLaws(shuffled(thinned(text, rolls), space, percent)),
      ),
      runs,
    );
  }, 60_000);

  it('when there are some too many', () => {
    const strange = things('{', '}', '[', '"', '//', '/*', '\n', '§', '\t', '(', ')', ',', ' : ');
    fc.assert(
      fc.property(anyText, strange, (text, found) => keepsTheLaws(strewn(text, found))),
      runs,
    );
  }, 60_000);

  it('for any text', () => {
    const words = ['switch type', 'leaf', '[', ']', '1..8', ':', '{', '}', 'power', '400 W', '"x"', 'link', 'to', '.'];
    const more = ['*', ',', '/', 'over', '\n', '(', ')', 'x', '§', '//', '/*', '"', 'network', '3', 'm', '-', '+'];
    const sequence = fc.array(fc.constantFrom(...words, ...more)).map((each) => each.join(' '));
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), sequence), keepsTheLaws), { numRuns: 1000 });
  }, 60_000);
});

describe('text that is right', () => {
  it('is formatted, whatever its space is', () => {
    // Where it were given back as it is, the laws would hold as well.
    fc.assert(
      fc.property(anyText, dice, (text, rolls) => {
        const before = shuffled(text, rolls, 20);
        const { text: after, problems } = formatFabric(before);
        if (problems.length === 0)
          expect(after.replace(/"[^"\n]*"|\/\*[\s\S]*?\*\//g, 'x')).not.toMatch(/\t|[ \t]$|\n\n\n/m);
      }),
      runs,
    );
  }, 60_000);
});

describe('a large file', () => {
  const statements = (count: number): string[] =>
    Array.from(
      { length: count },
      (_, i) => `link leaf[${i}].up[1]/1..4 to spine[1].down[${i}] over OS2 {length ${i}m connectors 2 x MPO16}`,
    );
  // Of this processor: other work on the machine takes none of it.
  const seconds = (text: string): number => {
    const start = process.cpuUsage();
    expect(formatFabric(text).text).toContain('{ length 7 m  connectors 2 x MPO16 }\n');
    return process.cpuUsage(start).user / 1e6;
  };
  it.each([
    ['lines', '\n'],
    ['one line', ' '],
  ])(
    'of %s takes as much longer as it is larger',
    (_, gap) => {
      seconds(statements(2_000).join(gap));
      const [some, many] = [seconds(statements(2_000).join(gap)), seconds(statements(16_000).join(gap))];
      // Eight times as much; were it the square, it would take 64 times as long.
      expect(many).toBeLessThan(24 * Math.max(some, 0.05));
    },
    120_000,
  );
});

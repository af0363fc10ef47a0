// The parser: the trees of the grammar on text that is right, one message on text that is not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '@lightloom/core';
import fc from 'fast-check';
import { type AstNode, createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject } from 'langium';
import { describe, expect, it } from 'vitest';
import { FabricGeneratedModule, FabricGeneratedSharedModule } from '../src/generated/module.ts';
import { parseFabric, unfold } from '../src/parse/index.ts';

/** Services with the parser that Langium makes of the grammar. */
function generatedServices() {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), FabricGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), FabricGeneratedModule);
  shared.ServiceRegistry.register(services);
  return services;
}

const services = generatedServices();
const parse = (text: string) => parseFabric(text, () => services.references.Linker);

const here = import.meta.dirname;
const library = join(here, '..', 'library');
const examples = join(here, '..', '..', '..', 'examples');
const texts: [string, string][] = [
  ...[library, examples].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.fabric'))
      .map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')]),
  ),
  ...allRules.flatMap((rule): [string, string][] => [
    [`${rule.id}, bad`, rule.bad],
    [`${rule.id}, good`, rule.good],
  ]),
  [
    'loops, conditions and one side',
    `for i in 1..n, j in i + 1..(n - 1) div 2 {
  let k = i * j
  if i mod 2 == 1 and j != 3 or k >= 4 { link a[i].p[(j - 1) mod 4 + 1]/1..8 to b[k].p over OS2 { length 3 m * i } }
  else if i < j { for o in 0..3 { plug M into a[o].p } }
  else { switch s[i] : Leaf  place s[i] in r }
}
link a.p, b.p[1..4] as torus(4, n, 2)
link a.p as full over OS2
for[1..2] : Unit
if : Unit
host else : Node
switch or[1..3] : Leaf
link for.x to or.y as pairs
`,
  ],
  [
    'every form',
    `import "./a.fabric" as a
let many = 3 * (2 + 1) div 2 - 7 mod 4
template T(n = 4, kind, run : length = 3 m) { switch s[1..n] : a.Leaf { power 2 kW } }
su[1, 3, 5..9][2..3] : T(many, kind = Leaf) { }
module type 1.6T-x is a.Xpo { channels 16 × 800GBASE-DR4, 2 x 400GBASE-SR4.2  voltage 40 V..60 V  flow unknown }
host link[1..2] : Node
rack r at row 2..5 position 3 { cooled by primary  fed by A, B }
su[1].s[2..3], su[3].* { power 3 kW } r[1] { flow 2 L/min } s { power 1 kW }
n.link[1] { power 3 kW }
loop primary { branch east { } } hall main { }
network n : scale-up { plug M into su[*][2].s[*].*, spine.p[1..2]/1..4  link a.p/3 to b.p as torus(4, 4) over OM4 { length 3 m } }
place a[*], b in r[1..2] (many + 1) each
require bisection(n) > 50 % of full when any 1 of s fail and any 2 of cdu fail
let perHost = power(a[1..2], b.typical) / hosts
require density(a) >= 3.7 * density(b) - (perHost / 2 + power(c.each) mod 3) / n.a.p/1
require 4 <= accelerators div 2 when any 1 of s fail
allow power because "x \\"y\\"" on a[1], B
view v { of r  color by power }
`,
  ],
];

/** A tree without places: what was written and nothing else. */
function shape(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shape);
  if (typeof node !== 'object' || node === null) return node;
  if ('$refText' in node) return { reference: node.$refText };
  const entries = Object.entries(unfold(node as AstNode)).filter(
    ([key, value]) => !key.startsWith('$') && value !== undefined,
  );
  if ('$type' in node) entries.push(['$type', node.$type]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, shape(value)]));
}

/** Each node with its place. */
function places(node: AstNode): unknown[] {
  const own = [node.$type, node.$cstNode?.offset, node.$cstNode?.end];
  const children = Object.entries(unfold(node))
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is AstNode => typeof value === 'object' && value !== null && '$type' in value);
  return [own, ...children.flatMap(places)];
}

/** The places of a tree. Langium starts the file at its first token, and a sum at its whole expression: these are left out. */
const sortedPlaces = (tree: AstNode): string[] =>
  places(tree)
    .map(String)
    .filter((each) => !/^(FabricFile|Binary)/.test(each))
    .sort();

describe('text that is right', () => {
  it.each(texts)('gives the tree of the grammar, and each node its place: %s', (_, text) => {
    const generated = services.parser.LangiumParser.parse(text);
    expect([...generated.lexerErrors, ...generated.parserErrors].map((each) => each.message)).toEqual([]);
    const direct = parse(text);
    expect(direct.problems).toEqual([]);
    expect(shape(direct.file)).toEqual(shape(generated.value));
    expect(sortedPlaces(direct.file)).toEqual(sortedPlaces(generated.value));
  });
});

/** Statements of a tree, those of bodies counted. */
function countStatements(node: { statements?: readonly unknown[] }): number {
  return (node.statements ?? []).reduce<number>(
    (all, each) => all + 1 + countStatements(each as { statements?: readonly unknown[] }),
    0,
  );
}

describe('words and numbers', () => {
  // Two letters and a length make many words that are alike at both ends, which a memory of words must tell apart.
  const name = fc.stringMatching(/^[ab][a-d]{0,40}[ab]$/);
  const digits = fc.stringMatching(/^[0-9]{1,20}(\.[0-9]{1,4})?$/);

  it('are read as they are written, however many are alike', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name, digits), { maxLength: 60 }), (lines) => {
        const text = lines.map(([declared, used, number]) => `let ${declared} = ${used} + ${number}\n`).join('');
        const { file, problems } = parse(text);
        expect(problems).toEqual([]);
        expect(shape(file.statements)).toEqual(
          shape(
            lines.map(([declared, used, number]) => ({
              $type: 'Let',
              name: declared,
              value: {
                $type: 'Binary',
                operator: '+',
                left: {
                  $type: 'Selector',
                  segments: [{ $type: 'Segment', named: { $refText: used }, dimensions: [] }],
                },
                right: { $type: 'Numeral', value: Number(number) },
              },
            })),
          ),
        );
      }),
    );
  });
});

describe('text that is cut', () => {
  const whole = texts.filter(([name]) => name.endsWith('.fabric'));

  /** A long text says the same many times, and every cut reads all of it again. So of a long one every few places are cut. */
  const stepOf = (places: number, cuts: number): number => Math.ceil(places / cuts);

  it.each(whole)('by any one line has at most two problems and keeps the rest: %s', (_, text) => {
    const lines = text.split('\n');
    const all = countStatements(parse(text).file);
    for (let i = 0; i < lines.length; i += stepOf(lines.length, 150)) {
      const cut = lines.filter((_, line) => line !== i).join('\n');
      const { file, problems } = parse(cut);
      expect(
        problems.length,
        `without line ${i + 1}: ${problems.map((each) => each.message).join(' ')}`,
      ).toBeLessThanOrEqual(2);
      expect(countStatements(file), `without line ${i + 1}`).toBeGreaterThanOrEqual(all - 8);
    }
  });

  it.each(whole)('by any one token has at most two problems and keeps the rest: %s', (_, text) => {
    const whole = parse(text).file;
    const all = countStatements(whole);
    // Without its end a comment takes the declaration behind it.
    const largest = Math.max(
      ...whole.statements.map((each) => 1 + countStatements(each as { statements?: readonly unknown[] })),
    );
    const tokens = [...text.matchAll(/"[^"\n]*"|[\w.%°/-]+|[^\s\w]/g)];
    const step = stepOf(tokens.length, 250);
    for (const token of tokens.filter((_, i) => i % step === 0)) {
      const cut = text.slice(0, token.index) + text.slice(token.index + token[0].length);
      const { file, problems } = parse(cut);
      const where = `without ${token[0]} at ${text.slice(0, token.index).split('\n').length}`;
      expect(problems.length, where).toBeLessThanOrEqual(2);
      expect(countStatements(file), where).toBeGreaterThanOrEqual(all - Math.max(14, largest));
    }
  });
});

describe('text that breaks off', () => {
  // Every body that is open then isn't closed, and the last statement lacks what comes next: that is one mistake.
  it.each(texts.filter(([name]) => /pod|hall|fat-tree|every form/.test(name)))(
    'has one problem at its end: %s',
    (_, text) => {
      const step = Math.ceil(text.length / 200);
      for (let length = 0; length < text.length; length += step) {
        const problems = parse(text.slice(0, length)).problems.map((each) => each.message);
        expect(problems.length, `${text.slice(0, length).slice(-40)}: ${problems.join(' ')}`).toBeLessThanOrEqual(1);
      }
    },
  );

  it('is closed by one fix, body by body', () => {
    const text = 'network n : scale-out {\n  switch a : B { power 1 kW';
    const [problem, ...more] = parse(text).problems;
    expect([problem?.message, problem?.help, more]).toEqual([
      "This `{` isn't closed.",
      'Close it and the one around it with `}`.',
      [],
    ]);
    const [edit] = problem?.fix?.edits ?? [];
    expect(parse(text.slice(0, edit?.start) + edit?.text).problems).toEqual([]);
  });
});

describe('any text', () => {
  const words = [
    'switch',
    'type',
    'leaf',
    '[',
    ']',
    '1..8',
    ':',
    '{',
    '}',
    'power',
    '400 W',
    '"x"',
    'link',
    'to',
    '.',
    '*',
    ',',
    '/',
    'over',
    '\n',
    '(',
    ')',
    'x',
    '§',
    '//',
    '/*',
    '"',
    'network',
    'a',
  ];
  it('is read to its end without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...words)).map((each) => each.join(' ')),
        ),
        (text) => {
          const { file, problems } = parse(text);
          expect(file.$type).toBe('FabricFile');
          for (const each of problems) {
            expect(each.start).toBeGreaterThanOrEqual(0);
            expect(each.end).toBeLessThanOrEqual(Math.max(1, text.length));
            expect(each.end).toBeGreaterThanOrEqual(each.start);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of binary junk gives few messages', () => {
    const junk = Array.from({ length: 200_000 }, (_, i) => String.fromCharCode((i * 7919) % 65_536)).join('');
    expect(parse(junk).problems.length).toBeLessThanOrEqual(200);
  });

  it('nested deeper than any stack is refused, not overflowed', () => {
    const deep = `${'network a : storage { '.repeat(20_000)}`;
    expect(() => parse(deep)).not.toThrow();
    expect(() => parse(`let x = ${'('.repeat(50_000)}1`)).not.toThrow();
    expect(() => parse(`let x = 1${' + 1'.repeat(50_000)}`)).not.toThrow();
  });
});

describe('messages', () => {
  const told = (text: string) =>
    parse(text).problems.map(({ message, suggestion, help }) =>
      [message, suggestion === undefined ? help : `Did you mean \`${suggestion}\`?`]
        .filter((each) => each !== undefined)
        .join(' '),
    );
  it.each([
    ['switch type A {\n  power\n  height 1 OU\n}\n', '`power` has no value.'],
    ['switch type A {\n  power 1 W\n\nswitch type B { }\n', "This `{` isn't closed. Close it with `}`."],
    // Closed at the end of a line that is indented like its header: what is too much is at the end.
    ['  network n : storage {\n  switch a : B {\n  power 1 W }\n  switch c : B\n}\n}\n', 'This `}` closes nothing.'],
    ['network n : storage {\nswitch a : B\n}\n}\n', 'This `}` closes nothing.'],
    ['switch type A {\n}\n}\n', 'This `}` closes nothing.'],
    ['swich type A { power 1 W }\n', "`swich` isn't a keyword that starts a statement. Did you mean `switch`?"],
    ['switch leaf[1..8 : A\n', 'Expected `]` after the index, found `:`.'],
    [
      'link a[i -1].p to b.p\n',
      'Expected `]` after the index, found `-1`. Write `- 1` for a difference: a minus needs a space on each side.',
    ],
    ['fro i in 1..3 { plug M into a[i].p }\n', "`fro` isn't a keyword that starts a statement. Did you mean `for`?"],
    [
      'for i of 1..3 { plug M into a[i].p }\n',
      'Expected `in` and a range, such as `1..8`, after the index, found `of`.',
    ],
    ['for i in 8 { plug M into a[i].p }\n', 'Expected `..` and the last value of the range, found `{`.'],
    ['for i in 1..3\nplug M into a.p\n', 'Expected `{` after the range, found `plug`.'],
    [
      'if n = 3 { plug M into a.p }\n',
      'Expected a comparison: `==`, `!=`, `<=`, `>=`, `<` or `>`, found `=`. Did you mean `==`?',
    ],
    [
      'if n == 3 { plug M into a.p }\nesle { plug M into b.p }\n',
      "`esle` isn't a keyword that starts a statement. Did you mean `else`?",
    ],
    ['link a.p over OS2\n', 'Expected `to` and the ports at the other end, found `over`.'],
    [
      'link a[1].p[2]/* to b[1].p over OS2\n',
      '`/*` starts a comment here. Remove it: a port selects all its channels.',
    ],
    ['plug A spine.*\n', 'Expected `into` and the cages after the module, found `spine`.'],
    ['view v "open\nview w "shut" { }\n', 'This text isn\'t closed before the end of the line. Close it with `"`.'],
    ['/* open\nview w "shut" { }\n', "This comment isn't closed. Close it with `*/`."],
    ['view w @ { color by power }\n', "`@` isn't part of the language."],
    ['require headroom(primary) 10 %\n', 'Expected a comparison: `<=`, `>=`, `<`, `>` or `==`, found `10 %`.'],
  ])('%j', (text, message) => {
    expect(told(text)).toEqual([message]);
  });
});

// Each template has eleven tokens and is read by looking some of them ahead; each `let` before them has four. So each of the eleven is
// the first without room in one of these texts.
it.each(Array.from({ length: 11 }, (_, before) => before))(
  'a long text behind %i statements has no problem',
  (before) => {
    const values = Array.from({ length: before }, (_, i) => `let a${i} = 1`);
    const templates = Array.from({ length: 700 }, (_, i) => `template T${i}() { u : T${i + 1}() }`);
    expect(parseFabric([...values, ...templates].join('\n')).problems).toEqual([]);
  },
);

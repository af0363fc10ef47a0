// Whatever the text is: the analysis ends, throws nothing, and what it says lies in the text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules, type Finding } from '@lightloom/core';
import { analyzeText, type Tested } from '@lightloom/language/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../packages/language/src/parse/index.ts';

const examples = join(import.meta.dirname, '..', 'examples');
const files = Object.fromEntries(
  readdirSync(examples)
    .filter((name) => name.endsWith('.fabric'))
    .map((name) => [name, readFileSync(join(examples, name), 'utf8')]),
);
const pod = files['xpo-pod.fabric'] as string;
const site = { 'site.fabric': files['site.fabric'] as string };

/** What holds of every analysis, whatever was analyzed. */
function expectSane({ analysis, document, services }: Tested): void {
  const { findings, fabric } = analysis;
  const own = document.uri.toString();
  for (const finding of findings) {
    expect(finding.message, finding.rule).toMatch(/\S/);
    expect(finding.message, 'a rule or the analysis failed').not.toMatch(/failed: |undefined|NaN|\[object/);
    for (const { origin } of [finding, ...finding.related]) expectWithin(origin, services, finding);
  }
  const { plugs, links, placements, values } = fabric.gaps;
  if (plugs || links || placements || values) {
    // What is not judged must have been told: else a broken design would pass.
    expect(
      findings.filter((each) => each.severity === 'error').map((each) => each.rule),
      `gaps of ${own}`,
    ).not.toEqual([]);
  }
}

function expectWithin(origin: Finding['origin'], services: Tested['services'], finding: Finding): void {
  const { LangiumDocuments } = services.shared.workspace;
  const document = LangiumDocuments.all.find((each) => each.uri.toString() === origin.uri);
  const length = document?.textDocument.getText().length ?? -1;
  const place = `${finding.rule} at ${origin.uri}:${origin.start}..${origin.end} of ${length}`;
  expect(document, place).toBeDefined();
  expect(origin.start >= 0 && origin.start <= origin.end && origin.end <= length, place).toBe(true);
}

const sane = async (text: string, beside: Readonly<Record<string, string>> = site): Promise<Tested> => {
  const tested = await analyzeText(text, beside);
  expectSane(tested);
  return tested;
};

const serious = ({ analysis }: Tested): Finding[] => analysis.findings.filter((each) => each.severity !== 'note');
const rules = (tested: Tested): string[] => serious(tested).map((each) => each.rule);

describe('any text', () => {
  const tokens = tokensOf(pod);

  it('of random characters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })),
        async (text) => {
          await sane(text);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of random words of the language', async () => {
    const word = fc.constantFrom(
      ...new Set(tokens.map(({ text }) => text)),
      '__proto__',
      'constructor',
      '\n',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 80 }), async (words) => {
        await sane(words.join(' '));
      }),
      { numRuns: 200 },
    );
  });

  it('that is the pod with tokens deleted, doubled, swapped or replaced', async () => {
    const edit = fc.record({
      at: fc.nat(tokens.length - 2),
      kind: fc.constantFrom('delete', 'double', 'swap', 'replace'),
      by: fc.nat(tokens.length - 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let text = pod;
        for (const { at, kind, by } of edits.sort((a, b) => b.at - a.at)) {
          const [token, next, other] = [tokens[at], tokens[at + 1], tokens[by]] as [Token, Token, Token];
          if (kind === 'swap')
            text = splice(text, token.start, next.end, next.text + pod.slice(token.end, next.start) + token.text);
          else {
            const put = kind === 'delete' ? '' : kind === 'double' ? `${token.text} ${token.text}` : other.text;
            text = splice(text, token.start, token.end, put);
          }
        }
        await sane(text);
      }),
      { numRuns: 200 },
    );
  });

  it('that is cut off at any character, at either end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(pod.length), fc.nat(pod.length), async (a, b) => {
        await sane(pod.slice(Math.min(a, b), Math.max(a, b)));
      }),
      { numRuns: 150 },
    );
  });

  it('of every rule’s examples with a character replaced', async () => {
    const texts = allRules.flatMap((rule) => [rule.bad, rule.good]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.constantFrom(...'{}[]():,.*/"x10 \n-<='),
        async (text, place, by) => {
          const at = place % text.length;
          await sane(splice(text, at, at + 1, by));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('odd but possible', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('a thing called %s', async (name) => {
    const tested = await sane(`import "std/racks"
import "std/xpo"
switch type ${name} { power 1 kW  height 1 OU  ports ${name}[1..2] : XPO }
network ${name} : scale-out { switch ${name}[1..2] : ${name}  plug ${name} into ${name}[*].${name} }
template ${name}x(${name} = 2) { switch a[1..${name}] : ${name} }
rack r : OpenRackV3 { ${name} 3 W }
loop ${name}l { ${name} 3 }
view v { ${name} x }
require ${name}(${name}) >= 1 dB
allow ${name} because "x"
link ${name} to ${name} as ${name} over ${name} { ${name} 3 m }
`);
    expect(rules(tested)).toContain('property/unknown');
    expect(rules(tested)).toContain('require/fact');
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
    ['tabs', (text: string) => text.replaceAll('    ', '\t')],
    ['a space at each end of line', (text: string) => text.replaceAll('\n', ' \n')],
    ['no empty lines', (text: string) => text.replaceAll(/\n+/g, '\n')],
    ['no comments', (text: string) => text.replaceAll(/\/\/.*|\/\*[^*]*\*\//g, '')],
    ['no end of the last line', (text: string) => text.trimEnd()],
    ['degC and x for ° and ×', (text: string) => text.replaceAll('°C', 'degC')],
  ])('the pod with %s is as clean as without', async (_, change) => {
    const tested = await sane(change(pod));
    expect(serious(tested)).toEqual([]);
    expect(tested.analysis.fabric.devices.count).toBe(152);
  });

  it('NUL characters are told once and left out', async () => {
    const tested = await sane(pod.replace('loop primary', 'loop \u0000\u0000 primary'));
    expect(rules(tested)).toEqual(['syntax/character']);
  });

  it('a line of a megabyte', async () => {
    const tested = await sane(`let a = 1 ${' '.repeat(1_000_000)} let b = a + c`);
    expect(rules(tested)).toContain('name/unknown');
    await sane(`/* ${'x'.repeat(1_000_000)} */`);
    await sane(`let a = "${'x'.repeat(1_000_000)}"`);
    await sane('x'.repeat(1_000_000));
  });

  it.each([
    ['braces', '{'],
    ['parentheses', 'let a = ('],
    ['brackets', 'switch a['],
    ['bodies', 'network a : scale-out { '],
    ['types', 'switch type X { '],
    ['sums', 'let a = 1 + ('],
  ])('nesting without end, of %s', async (_, opening) => {
    const tested = await sane(opening.repeat(20_000));
    expect(serious(tested).length).toBeGreaterThan(0);
  });

  it('an array of a billion, however it is put', async () => {
    const before = 'import "std/xpo"\nswitch type X { height 1 OU  power 1 kW  ports p[1..4] : XPO }\n';
    for (const text of [
      'switch a[1..1000000000] : X',
      'switch a[1..100000][1..100000] : X',
      'switch a[0..4294967296] : X',
      'switch a[1..1000000000, 3] : X',
      'template T(n) { switch s[1..n] : X }\nu[1..2] : T(1000000000)',
      'template T() { switch s[1..1000] : X }\nu[1..1000000] : T()',
      'switch type Y is X { ports q[1..1000000000] : XPO }\nswitch a[1..2] : Y',
    ]) {
      const tested = await sane(before + text);
      expect(rules(tested), text).toEqual(['value/too-large']);
    }
    expect(rules(await sane(`${before}switch a[1..8] : X\nlink a[1..1000000000].p to a[1].p`))).toEqual([
      'selection/no-such-index',
    ]);
    const module = 'module type M is Xpo { channels 1000000000 x 800GBASE-DR4 }\nswitch a : X\nplug M into a.p';
    expect(rules(await sane(before + module))).toEqual(['value/too-large']);
    const many = 'module type M is Xpo { channels 10000 x 800GBASE-DR4 }\nswitch a[1..1000] : X\nplug M into a[*].p';
    expect(rules(await sane(before + many))).toContain('value/too-large');
    const row = await sane('import "std/racks"\nrack r[1..2] : OpenRackV3 at row 1..1000000000');
    expect(serious(row)).toEqual([]);
  });
});

describe('circles', () => {
  it('of types', async () => {
    expect(rules(await sane('switch type A is A { power 1 kW }'))).toEqual(['type/cycle']);
    expect(rules(await sane('switch type A is B { }\nswitch type B is C { }\nswitch type C is A { }'))).toEqual([
      'type/cycle',
    ]);
  });

  it('of an instance whose type is its own member', async () => {
    const before = 'import "std/osfp"\nswitch type Box { height 2 RU  ports p[1..2] : OSFP }\n';
    expect(rules(await sane(`${before}switch box : box.p`))).toEqual(['name/unknown']);
    expect(rules(await sane('template T() { u : u.v }\nt : t.u'))).toEqual(['name/unknown', 'name/unknown']);
  });

  it('of templates', async () => {
    expect(rules(await sane('template T() { t[1..2] : T() }\nu[1..2] : T()'))).toEqual(['template/cycle']);
    expect(rules(await sane('template A() { b : B() }\ntemplate B() { a : A() }\nu : A()'))).toEqual([
      'template/cycle',
    ]);
  });

  it('of templates through their parameters', async () => {
    expect(rules(await sane('template T(t) { u : t(t) }\nv : T(T)'))).toEqual(['template/cycle']);
  });

  it('of constants', async () => {
    expect(rules(await sane('let a = a + 1\nimport "std/racks"\nrack r[1..a] : OpenRackV3'))).toEqual([
      'value/arithmetic',
    ]);
    expect(rules(await sane('let a = b\nlet b = a\nimport "std/racks"\nrack r[1..a] : OpenRackV3'))).toEqual([
      'value/arithmetic',
    ]);
  });

  it('of imports', async () => {
    expect(rules(await sane('import "./design"\nlet a = 1'))).toEqual(['import/cycle']);
    const found = await sane('import "./b"\nrack r : B', {
      'b.fabric': 'import "./design"\nrack type B { height 4 OU }',
    });
    expect([...new Set(rules(found))]).toEqual(['import/cycle']);
  });
});

describe('imports that lead nowhere', () => {
  it.each([
    ['./none', 'import/not-found'],
    ['./', 'import/not-found'],
    ['../../../../../../etc/passwd', 'import/not-found'],
    ['std/none', 'import/not-found'],
    ['std/', 'import/not-found'],
    ['std/../xpo', 'import/not-found'],
    ['none', 'import/path'],
    ['https://example.com/x', 'import/path'],
    ['/etc/passwd', 'import/path'],
    ['./%zz', 'import/not-found'],
    ['./a b?c#d', 'import/not-found'],
  ])('%s', async (path, rule) => {
    const tested = await sane(`import "${path}"\nrack r : Unheard { }`);
    expect(rules(tested)).toEqual([rule]);
  });
});

describe('one mistake, one message', () => {
  /** What a token can be cut from without a mistake, or with a design that differs in several ways. */
  const tokens = tokensOf(pod);

  it('for any token that is cut', async () => {
    const counts = new Map<number, number>();
    for (const { start, end } of tokens) {
      const found = serious(await analyzeText(splice(pod, start, end, ''), site)).length;
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    const all = tokens.length;
    // `1..4` that becomes `14` is another design, and a word like `by` need not stand: those are the rest.
    expect((counts.get(1) ?? 0) / all).toBeGreaterThan(0.96);
    expect(((counts.get(0) ?? 0) + (counts.get(1) ?? 0)) / all).toBeGreaterThan(0.99);
  });

  it('for two letters swapped, with the word that was meant', async () => {
    const words = tokens.filter(({ text }) => /^[A-Za-z][\w-]{3,}$/.test(text) && text[2] !== text[3]);
    expect(words.length).toBeGreaterThan(100);
    for (const { start, end, text } of words) {
      const misspelt = text.slice(0, 2) + text[3] + text[2] + text.slice(4);
      const tested = await analyzeText(splice(pod, start, end, misspelt), site);
      const found = serious(tested);
      const titles = ['overview', 'thermal'];
      expect(
        found.map((each) => each.rule),
        `${misspelt} at ${start}`,
      ).toHaveLength(titles.includes(text) ? 0 : 1);
      for (const each of found) expect(each.help, misspelt).toMatch(/Did you mean/);
    }
  });

  it('for a unit that is cut or grown by a letter', async () => {
    const quantities = tokens.filter(({ text }) => /^[\d.]+ \S*[A-Za-z]$/.test(text));
    expect(quantities.length).toBeGreaterThan(10);
    for (const { start, end, text } of quantities)
      for (const changed of [text.slice(0, -1), `${text}x`]) {
        const found = serious(await analyzeText(splice(pod, start, end, changed), site));
        expect(
          found.map((each) => `${each.rule}: ${each.message}`),
          changed,
        ).toHaveLength(1);
      }
  });
});

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function tokensOf(text: string): Token[] {
  const tokens = scan(text);
  return Array.from({ length: tokens.count - 1 }, (_, i) => {
    const [start, end] = [tokens.starts[i] as number, tokens.ends[i] as number];
    return { start, end, text: text.slice(start, end) };
  });
}

function splice(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

// Filled holes: checked, the cheapest of all that could be, and contradictions without a line too many.
import type { Filling } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { fillDesign, memoryFiles, openSession } from '../../src/index.ts';
import { analyzeText } from '../../src/testing.ts';

const fill = async (text: string, most = 600, least: 'price' | 'power' | 'parts' = 'power'): Promise<Filling> => {
  const session = openSession({ files: memoryFiles({}) });
  const filling = await fillDesign(session, 'file:///design.fabric', text, { least, most });
  if (typeof filling === 'string') throw new Error(filling);
  return filling;
};
const valuesOf = ({ outcome }: Filling): readonly string[] =>
  outcome.kind === 'filled' ? outcome.holes.map(({ value }) => value) : [];
const linesOf = ({ outcome }: Filling): readonly number[] =>
  outcome.kind === 'conflict' ? outcome.constraints.map(({ line }) => line) : [];
const errorsOf = async (text: string): Promise<readonly string[]> =>
  (await analyzeText(text)).analysis.findings.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : []));

/** The lines at which a design has an error, or a requirement that can't be judged. */
const violatedLines = async (text: string): Promise<readonly string[]> =>
  (await analyzeText(text)).analysis.findings.flatMap(({ severity, rule, origin }) =>
    severity === 'error' || rule === 'requirement/unknown'
      ? [String(text.slice(0, origin.start).split('\n').length)]
      : [],
  );

const leafSpine = `import "std/osfp"
switch type Small { height 1 RU  power 300 W  ports p[1..8] : OSFP }
switch type Large { height 2 RU  power 500 W  ports p[1..16] : OSFP }
host type Host { ports nic[1..1] : OSFP-RHS }
network fabric : scale-out {
    switch leaf[1..6] : Small
    switch spine[?]   : ?
    host   h[1..24]   : Host
    plug Osfp800Dr8 into leaf[*].p, spine[*].p
    plug Osfp800Dr8Flat into h[*].nic
    link h[*].nic to leaf[*].p[1..4] over OS2 { length 10 m }
    link leaf[*].p[5..8] to spine[*].p as mesh over OS2 { length 30 m }
}
require oversubscription(fabric) <= 1
`;

describe('what fills a hole', () => {
  it('a count and a part', async () => {
    const filling = await fill(leafSpine);
    // 24 uplinks: two large spines of 12 links draw 1 kW and have 24 modules; four small ones of 6 draw 1.2 kW.
    expect(valuesOf(filling)).toEqual(['2', 'Large']);
    if (filling.outcome.kind === 'filled') expect(await errorsOf(filling.outcome.text)).toEqual([]);
  });

  it('at the least price, where another type draws less', async () => {
    const priced = leafSpine
      .replace('power 300 W', 'power 300 W  price 1000 USD')
      .replace('power 500 W', 'power 500 W  price 9000 USD')
      .replace('spine[?]   : ?', 'spine[?] : ?');
    // Two large spines cost 18,000 USD, four small ones 4,000 USD; modules and cables without a price are as many in both.
    expect(valuesOf(await fill(priced, 600, 'price'))).toEqual(['4', 'Small']);
    expect(valuesOf(await fill(priced, 600, 'power'))).toEqual(['2', 'Large']);
  });

  it('a fiber and the longest length', async () => {
    const text = `import "std/osfp"
host type Host { ports nic[1..1] : OSFP-RHS }
host a[1..2] : Host
plug Osfp800Dr8Flat into a.nic
link a[1].nic to a[2].nic over ? { length ? }
`;
    const [fiber = '', length = ''] = valuesOf(await fill(text));
    expect(length).toBe('500 m');
    expect(await errorsOf(text.replace('over ?', `over ${fiber}`).replace('length ?', 'length 501 m'))).not.toEqual([]);
  });

  it('the smallest flow, to the liter', async () => {
    const design = (flow: string): string => `import "std/racks"
import "std/cooling"
switch type Box { height 2 OU  power 3 kW  liquid 100 % }
loop water { coolant PG25  supply 40 °C  return <= 50 °C  flow ${flow} }
rack r : OpenRackV3 { cooled by water  power 18 kW }
switch b[1..5] : Box
place b[*] in r
`;
    const [value = ''] = valuesOf(await fill(design('?')));
    expect(await errorsOf(design(value))).toEqual([]);
    expect(await errorsOf(design(`${Number.parseInt(value, 10) - 1} L/min`))).not.toEqual([]);
  });

  it('a number of a `let` that several lines use', async () => {
    const text = `import "std/racks"
switch type Box { height 2 OU  power 3 kW  liquid 0 % }
let racks = ?
rack r[1..racks] : OpenRackV3
switch b[1..racks * 4] : Box
place b[*] in r[*] 4 each
require power(r) >= 40 kW
`;
    expect(valuesOf(await fill(text))).toEqual(['4']);
  });

  it('keeps line breaks, comments and everything else', async () => {
    const text = leafSpine.replace('spine[?]', 'spine[ /* so many */ ?]').replaceAll('\n', '\r\n');
    const { outcome } = await fill(text);
    const answer = outcome.kind === 'filled' ? outcome.text : '';
    expect(answer.replace('1..2]   : Large', '?]   : ?')).toBe(text);
  });
});

describe('against trying everything', () => {
  const racks = (count: string, each: string, limits: readonly string[]): string => `import "std/racks"
switch type Box { height 2 OU  power 3 kW  liquid 0 % }
rack r[${count}] : OpenRackV3 { power 40 kW }
switch b[1..10] : Box
place b[*] in r[*] ${each} each
${limits.join('\n')}
`;
  const limitSets: readonly (readonly string[])[] = [
    [],
    ['require power(r[1]) <= 10 kW'],
    ['require power(r[1]) <= 10 kW', 'require power(r[1]) >= 7 kW'],
    ['require power(r[1]) <= 5 kW', 'require power(r) >= 29 kW'],
    ['require power(r[1]) <= 10 kW', 'require power(r[1]) >= 11 kW'],
    ['require power(r[1]) <= 40 kW', 'require power(r) <= 29 kW'],
  ];

  it.each(limitSets.map((limits) => [limits.join(', '), limits] as const))('with %s', async (_, limits) => {
    const filling = await fill(racks('?', '?', limits), 400, 'parts');
    const holds = new Set<string>();
    const violated: (readonly string[])[] = [];
    for (let count = 1; count <= 10; count++)
      for (let each = 1; each <= 10; each++) {
        const lines = await violatedLines(racks(`1..${count}`, `${each}`, limits));
        if (lines.length === 0) holds.add(`${count} ${each}`);
        violated.push(lines);
      }
    const fewest = Math.min(...[...holds].map((each) => Number.parseInt(each, 10)));
    if (filling.outcome.kind === 'conflict') {
      expect(holds.size).toBe(0);
      // Every filling violates one of the lines that are named, and of no fewer lines is that so.
      const named = linesOf(filling).map(String);
      const isHit = (set: readonly string[]): boolean =>
        violated.every((each) => each.some((one) => set.includes(one)));
      const all = [...new Set(violated.flat())];
      const sets = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, i) => (bits >> i) & 1));
      const fewestLines = Math.min(...sets.filter(isHit).map(({ length }) => length));
      expect([isHit(named), named.length]).toEqual([true, fewestLines]);
    } else {
      // Racks are the parts that differ.
      expect(Number(valuesOf(filling)[0])).toBe(fewest);
      expect(holds).toContain(valuesOf(filling).join(' '));
    }
  });
});

describe('lines that contradict each other', () => {
  it('are as few as can be: without any of them, the design can be filled', async () => {
    const text = `import "std/racks"
switch type Box { height 2 OU  power 3 kW  liquid 0 % }
rack r[?] : OpenRackV3 { power 40 kW }
switch b[1..10] : Box
place b[*] in r[*] ? each
require power(r[1]) <= 15 kW
require power(r) <= 60 kW
require power(r[1]) >= 18 kW
require power(r) >= 10 kW
`;
    const filling = await fill(text, 300);
    expect(linesOf(filling)).toEqual([6, 8]);
    for (const line of linesOf(filling)) {
      const without = text.split('\n').filter((_, i) => i !== line - 1);
      expect((await fill(without.join('\n'), 300)).outcome.kind).toBe('filled');
    }
    // 18 kW to 15 kW is the smaller change than 15 kW to 18 kW.
    const { outcome } = filling;
    if (outcome.kind !== 'conflict') throw new Error('filled');
    expect([outcome.relaxed?.constraint.line, outcome.relaxed?.verdict?.value.value]).toEqual([8, 15_000]);
    expect(outcome.relaxed?.share).toBeCloseTo(1 / 6, 9);
  });

  it('a requirement that no hole changes is one line', async () => {
    const text = leafSpine.replace('oversubscription(fabric) <= 1', 'oversubscription(fabric) <= 0.5');
    expect(linesOf(await fill(text.replace(': ?', ': Large'), 40))).toEqual([14]);
  });
});

describe('a requirement that no choice can be judged by', () => {
  it('says what is unknown', async () => {
    const text = `import "std/racks"
switch type Box { height 2 OU }
rack r[?] : OpenRackV3
switch b : Box
place b in r[1]
require power(b) <= 9 kW
`;
    const { outcome } = await fill(text, 20);
    expect(outcome).toMatchObject({ constraints: [{ line: 6, unjudged: 'Box has no `power`' }] });
  });
});

describe('what can’t be filled', () => {
  const problem = (text: string) =>
    fillDesign(openSession({ files: memoryFiles({}) }), 'file:///design.fabric', text, { least: 'power', most: 10 });

  it('says why', async () => {
    expect(await problem('let a = 1')).toBe('The design has no `?` to fill.');
    expect(await problem('network n : scale-out {\n    switch s[1..2] : ?\n}')).toMatch(/line 2: no switch type/);
    expect(await problem('rack r[?] : }')).toMatch(/Correct that first/);
    expect(await problem('import "std/racks"\nrack r[1..2] : OpenRackV3\nrequire power(?) <= 1 W')).toMatch(
      /^Nothing can be found/,
    );
  });
});

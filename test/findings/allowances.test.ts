// Every rule's findings say what they are about, and an allowance on that suppresses them, and nothing beside them.
import { allRules, type Fabric, type Finding, nameOf, type Rule, withoutCarets } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { budgetsFor } from '../../packages/core/src/subjects/links.ts';
import { analysisOf, findingsOf } from '../kit/design.ts';

/** The findings of a rule in its bad example with some more lines, and the allowances that suppress nothing. */
async function findingsIn(rule: Rule, ...lines: readonly string[]) {
  const { findings, fabric } = await analysisOf(`${withoutCarets(rule.bad)}\n${lines.join('\n')}\n`);
  const own = findings.filter((each) => each.rule === rule.id);
  const unused = findings.filter((each) => each.rule === 'control/unused-allow');
  const broken = findings.filter((each) => /^(allow|name|selection|syntax|statement)\//.test(each.rule));
  return { own, unused, broken: broken.map((each) => each.message), fabric };
}

/** How a design names each thing that a finding is about: of a link, an end. */
function namesOf(fabric: Fabric, { subjects }: Finding): string[] {
  if (subjects === undefined) return [];
  return [...subjects.ids].map((id) => {
    const name = nameOf(fabric, subjects.of, id);
    return subjects.of === 'link' || subjects.of === 'link statement' ? (name.split(' to ')[0] as string) : name;
  });
}

const allow = (rule: Rule, on: string): string => `allow ${rule.id} because "tested" on ${on}`;

/** Another thing of the same array: `r[1]` for `r[2]`, or one that the example doesn't need. */
const beside = (
  rule: Rule,
): string => `${rule.bad.includes('import "std/osfp"') ? '' : 'import "std/osfp"\n'}switch beside : Beside
switch type Beside { height 1 RU  ports q[1..2] : OSFP }`;

const rules = allRules.filter(({ id }) => id !== 'control/unused-allow');

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('says what each finding is about, and is allowed by naming that', async () => {
    const { own, fabric } = await findingsIn(rule);
    expect(own.length).toBeGreaterThan(0);
    const names = own.map((each) => namesOf(fabric, each));
    for (const each of names) expect(each.length).toBeGreaterThan(0);
    const all = [...new Set(names.flat())].map((name) => allow(rule, name));
    const allowed = await findingsIn(rule, ...all);
    expect(allowed.broken).toEqual([]);
    expect(allowed.own.map((each) => each.message)).toEqual([]);
    expect(allowed.unused.map((each) => each.message)).toEqual([]);
  });

  it('is not allowed by naming another thing', async () => {
    const before = await findingsIn(rule, beside(rule));
    const after = await findingsIn(rule, beside(rule), allow(rule, 'beside'));
    const aside = before.own.filter((each) => !namesOf(before.fabric, each).every((name) => name.startsWith('beside')));
    expect(after.own.map((each) => each.message)).toEqual(aside.map((each) => each.message));
    expect(after.unused.length).toBe(aside.length === before.own.length ? 1 : 0);
  });

  it('stays for the rest where some of several things are allowed', async () => {
    const { own, fabric } = await findingsIn(rule);
    const [names = []] = own.map((each) => [...new Set(namesOf(fabric, each))]);
    if (own.length !== 1 || names.length < 2) return;
    const after = await findingsIn(rule, allow(rule, names[0] as string));
    expect(after.own.length).toBe(1);
    expect(after.unused).toEqual([]);
  });
});

const boxes = `import "std/osfp"
switch type Box { height 2 RU  ports p[1..4] : OSFP }
`;

describe('an allowance', () => {
  const pair = `${boxes}
network n : scale-out {
    switch a[1..2] : Box
    switch b[1..2] : Box
    plug Osfp800Dr8 into a[*].*, b[*].*
    link a[*].p[1..2] to b[*].p[1..2] over OS2 { length 600 m }
    link a[*].p[3] to b[*].p[3] over OS2 { length 700 m }
}
`;
  const reach = (found: readonly { readonly rule: string; readonly message: string }[]): string[] =>
    found.filter((each) => each.rule === 'optics/reach').map((each) => each.message.replace(/;.*/, ''));

  it.each([
    ['n', []],
    ['n.a', []],
    ['n.a[1..2]', []],
    ['Box', []],
    ['Osfp800Dr8', []],
    ['OS2', []],
    ['n.a[1], n.b[2]', []],
    ['n.a[2]', ['The link', '2 links']],
    ['n.a[1]', ['2 links', 'The link']],
    ['n.b[2].p[1]', ['3 links', '2 links']],
    ['n.a[*].p[1..2]', ['2 links']],
    ['n.a[*].p[4]', ['4 links', '2 links']],
  ])('on %s leaves what it does not name', async (on, left) => {
    const found = reach(await findingsOf(`${pair}allow optics/reach because "tested" on ${on}\n`));
    expect(found.length).toBe(left.length);
    for (const each of left)
      expect(
        found.some((message) => message.startsWith(each)),
        `${each}: ${found}`,
      ).toBe(true);
  });

  it('in the body of a link is for that link', async () => {
    const text = pair.replace('length 600 m', 'length 600 m  allow optics/reach because "tested"');
    expect(reach(await findingsOf(text))).toEqual([expect.stringContaining('700 m')]);
    const some = pair.replace('length 600 m', 'length 600 m  allow optics/reach because "tested" on a[1]');
    expect(reach(await findingsOf(some))).toEqual([
      expect.stringContaining('2 links are 600 m long (n.a[2].p[1]'),
      expect.stringContaining('2 links are 700 m'),
    ]);
  });

  it('in a template is for each of its instances, and unused only if none uses it', async () => {
    const text = (body: string) => `${boxes}
template Pod(far) {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.*, b.*
    link a.p[1] to b.p[1] over OS2 { length far }
    ${body}
}
template Hall() {
    near[1..2] : Pod(10 m)
    wide[1..2] : Pod(600 m)
}
network n : scale-out { hall : Hall() }
`;
    const rules = async (body: string, more = '') => (await findingsOf(text(body) + more)).map((each) => each.rule);
    expect(await rules('')).toEqual(['optics/reach']);
    expect(await rules('allow optics/reach because "tested" on a')).toEqual([]);
    expect(await rules('', 'allow optics/reach because "tested" on n.hall.wide')).toEqual([]);
    expect(await rules('', 'allow optics/reach because "tested" on n.hall.wide[1], n.hall.wide[2].b')).toEqual([]);
    expect(await rules('', 'allow optics/reach because "tested" on n.hall.wide[1]')).toEqual(['optics/reach']);
    expect(await rules('', 'allow optics/reach because "tested" on n.hall.near')).toEqual([
      'optics/reach',
      'control/unused-allow',
    ]);
  });

  it('counts and names only the racks that it leaves', async () => {
    const racks = `import "std/racks"
switch type Heavy { height 1 OU  power 9 kW }
rack type Row is OpenRackV3 { power 8 kW }
rack r[1..4] : Row
switch s[1..4] : Heavy
place s[*] in r[*]
`;
    const found = async (on: string) =>
      (await findingsOf(`${racks}allow power/rack-budget because "tested" on ${on}\n`)).map((each) => each.message);
    expect(await found('r[1..2]')).toEqual([expect.stringMatching(/^2 racks draw up to 9 kW \(r\[3\], …\)/)]);
    expect(await found('r[1..3]')).toEqual([expect.stringMatching(/^r\[4\] draws 9 kW/)]);
    expect(await found('Row')).toEqual([]);
    expect(await found('s')).toEqual([
      expect.stringMatching(/^4 racks draw/),
      'This allowance suppresses nothing: no finding of power/rack-budget is about what it is for.',
    ]);
  });

  it('on one of two feeds or loops leaves the other', async () => {
    const plant = `import "std/racks"
import "std/cooling"
switch type Heavy { height 1 OU  power 9 kW  liquid 100 % }
feed east { capacity 8 kW }
feed west { capacity 8 kW }
loop warm { coolant PG25  supply 40 °C  flow 5 L/min  return 45 °C }
loop cold { coolant PG25  supply 30 °C  flow 5 L/min  return 35 °C }
rack r[1..2] : OpenRackV3 { fed by east  cooled by warm }
rack q[1..2] : OpenRackV3 { fed by west  cooled by cold }
switch s[1..2] : Heavy 
switch t[1..2] : Heavy 
place s[*] in r[*]
place t[*] in q[*]
`;
    const found = async (rule: string, on: string) => {
      const all = await findingsOf(`${plant}allow ${rule} because "tested" on ${on}\n`);
      return all.filter((each) => each.rule === rule || each.rule === 'control/unused-allow').map(({ line }) => line);
    };
    expect(await found('power/feed-budget', 'east')).toEqual([expect.stringContaining('feed west')]);
    expect(await found('power/feed-budget', 'west')).toEqual([expect.stringContaining('feed east')]);
    expect(await found('power/feed-budget', 'east, west')).toEqual([]);
    expect(await found('cooling/return-temperature', 'warm')).toEqual([expect.stringContaining('loop cold')]);
  });
});

describe('an allowance of a family on some of the links', () => {
  const text = (allow: string): string => `import "std/osfp"
switch type Box { height 1 RU  ports p[1..8] : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over OS2 { length 30 m }
${allow}
`;

  it('parts the links once for all rules of the family', async () => {
    const { facts } = await analysisOf(text('allow optics because "tested" on a.p[1]'));
    const parted = budgetsFor(facts, 'optics/reach');
    expect(parted.map(({ links }) => links.length)).toEqual([7, 1]);
    expect(budgetsFor(facts, 'optics/pinning')).toBe(parted);
    expect(budgetsFor(facts, 'topology/x')).not.toBe(parted);
  });

  it('of one rule parts them for that rule alone', async () => {
    const { facts } = await analysisOf(text('allow optics/reach because "tested" on a.p[1]'));
    expect(budgetsFor(facts, 'optics/reach').length).toBe(2);
    expect(budgetsFor(facts, 'optics/pinning').length).toBe(1);
  });
});

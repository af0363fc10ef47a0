// The example pod: its figures, and what happens when it is broken in one place.
import { type Finding, onlyFact, printValue, verdictsOf } from '@lightloom/core';
import { analyzeText, type Tested } from '@lightloom/language/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { briefly, seriousIn } from './kit/design.ts';
import { pod, podWith, quickPod, site } from './kit/examples.ts';

/** The pod with one piece of text replaced. */
const changed = (from: string | RegExp, to: string): Promise<Tested> => analyzeText(podWith(from, to), site);
const serious = ({ analysis }: Tested): Finding[] => seriousIn(analysis);
const marked = ({ document, analysis }: Tested, finding: Finding): string => {
  expect(analysis.uris).toContain(finding.origin.uri);
  return document.textDocument.getText().slice(finding.origin.start, finding.origin.end);
};

/** One finding, of a rule, at a text, saying something. */
function expectOne(tested: Tested, rule: string, at: RegExp, says: readonly RegExp[]): void {
  const found = serious(tested);
  expect(briefly(found)).toHaveLength(1);
  const [finding] = found as [Finding];
  expect(finding.rule).toBe(rule);
  expect(marked(tested, finding)).toMatch(at);
  for (const each of says) expect(`${finding.message} ${finding.help ?? ''}`).toMatch(each);
}

describe('the pod', () => {
  let tested: Tested;
  beforeAll(async () => {
    tested = await analyzeText(pod, site);
  });

  it('has no error and no warning', () => {
    expect(serious(tested)).toEqual([]);
  });

  it('installs 24 switches, 128 hosts and 192 XPO modules of 24.576 kW', () => {
    const { fabric, facts } = tested.analysis;
    const of = (kind: string) =>
      fabric.blocks.filter((each) => each.kind === kind).reduce((all, each) => all + each.count, 0);
    expect([of('switch'), of('host')]).toEqual([24, 128]);
    const xpo = facts.power.modules.terms.find((each) => each.label.includes('XpoDr'));
    expect(xpo?.times).toBe(192);
    expect((xpo?.times ?? 0) * (xpo?.value ?? 0)).toBeCloseTo(24_576, 9);
  });

  it('links 1,024 hosts ports and 1,024 spine ports of 800G, 8 for each leaf and spine, over 16,384 fibers', () => {
    const { fabric, facts } = tested.analysis;
    const budgets = facts.optics.budgets;
    expect(budgets.map((each) => each.class.count)).toEqual([1024, 1024]);
    expect(budgets.map((each) => each.rate.value)).toEqual([800e9, 800e9]);
    expect(budgets.reduce((all, each) => all + each.class.count * each.fibers, 0)).toBe(16_384);
    const pairs = new Map<string, number>();
    const mesh = fabric.linkGroups.find((each) => each.pattern === 'mesh');
    for (let link = mesh?.first ?? 0; link < (mesh?.first ?? 0) + (mesh?.count ?? 0); link++) {
      const ends = [fabric.links.from[link], fabric.links.to[link]].map(
        (port) => fabric.cages.device[fabric.ports.cage[port as number] as number],
      );
      pairs.set(ends.join(), (pairs.get(ends.join()) ?? 0) + 1);
    }
    expect(pairs.size).toBe(16 * 8);
    expect(new Set(pairs.values())).toEqual(new Set([8]));
  });

  it('is not oversubscribed and keeps half of full bisection with four spines lost', () => {
    const { facts } = tested.analysis;
    expect(facts.bandwidth.oversubscription(0).value).toBe(1);
    const bisection = verdictsOf(facts).find((each) => onlyFact(each.requirement.value)?.fact === 'bisection');
    expect(bisection?.value.value).toBeCloseTo(204.8e12, 0);
    expect(bisection?.limit.value).toBeCloseTo(204.8e12, 0);
    expect(bisection?.failed).toHaveLength(4);
  });

  it('has 102.4 Tbps/OU and 2.524 kW in every switch', () => {
    const { facts } = tested.analysis;
    const density = verdictsOf(facts).find((each) => onlyFact(each.requirement.value)?.fact === 'density');
    expect(printValue(density?.value as never)).toBe('102.4 Tbps/OU');
    const switches = facts.devices.classes
      .filter((each) => each.part?.kind === 'switch')
      .map((each) => facts.power.device[each.index]?.value);
    expect(switches).toEqual([2524, 2524]);
  });

  it('takes 55.176 kW of liquid heat in `net` and 1.633 MW on `primary`, rising 12.84 K to 52.84 °C with 14.42 % to spare', () => {
    const { fabric, facts } = tested.analysis;
    expect(facts.cooling.rackHeat(0).value + facts.cooling.rackHeat(1).value).toBeCloseTo(55_176, 6);
    const loop = fabric.loops[0] as (typeof fabric.loops)[number];
    const { cooling } = facts;
    expect(
      [cooling.heat(loop), cooling.rise(loop), cooling.returnTemperature(loop), cooling.headroom(loop)].map((each) =>
        printValue(each),
      ),
    ).toEqual(['1.633 MW', '12.84 K', '52.84 °C', '14.42 %']);
  });

  it('loses 1.512 dB on host links and 1.424 dB on spine links', () => {
    expect(tested.analysis.facts.optics.budgets.map((each) => printValue(each.loss))).toEqual(['1.512 dB', '1.424 dB']);
  });
});

describe('the pod with one mistake has one finding', () => {
  it('a ninth spine', async () => {
    expectOne(await changed('spine[1..8]', 'spine[1..9]'), 'topology/uneven-mesh', /^su\[\*\]\.leaf.*as mesh$/, [
      /64 ports/,
      /9 devices of spine/,
      /7\.11 each/,
      / to 8, 16, 32 or 64\./,
    ]);
  });
  it('1,700 L/min', async () => {
    expectOne(await changed('1900 L/min', '1700 L/min'), 'cooling/flow-split', /^flow {4}1700 L\/min$/, [
      /1,840 L\/min/,
      /1,700 L\/min/,
    ]);
  });
  it('one CDU less', async () => {
    expectOne(await changed('cdu[1..3]', 'cdu[1..2]'), 'cooling/loop-capacity', /^from {4}cdu\[\*\], n\+1$/, [
      /1\.633 MW/,
      /the remaining CDU \(1 of 2\) transfers 1 MW/,
    ]);
  });
  it('a module of 420 W', async () => {
    expectOne(await changed('128 W ', '420 W '), 'power/module-over-cage', /^power {6}420 W$/, [/420 W/, /400 W/]);
  });
  it('a fifth `down` port', async () => {
    expectOne(await changed('down[1..4]', 'down[1..5]'), 'bandwidth/asic-capacity', /^down\[1\.\.5\] : XPO$/, [
      /115\.2 Tbps/,
      /102\.4 Tbps/,
    ]);
  });
  it('four standard MPO pairs and 400 m', async () => {
    expectOne(
      await changed('length 60 m  connectors 4 x MPO16 low-loss', 'length 400 m  connectors 4 x MPO16'),
      'optics/loss-budget',
      /^4 x MPO16$/,
      [/3\.16 dB/, /3 dB/],
    );
  });
  it('a link of 600 m', async () => {
    expectOne(await changed('length 60 m', 'length 600 m'), 'optics/reach', /^length 600 m$/, [/600 m/, /500 m/]);
  });
  it('a host PMD with lanes of 100G against lanes of 200G', async () => {
    expectOne(
      await changed('plug Osfp800Dr4', 'plug Osfp800Dr8'),
      'optics/pmd-mismatch',
      /^node\[\*\]\.nic\[\*\] to leaf\[\*\]\.down as rails$/,
      [/8 lanes of 100 Gbps/, /4 lanes of 200 Gbps/],
    );
  });
  it('a multimode module on OS2', async () => {
    expectOne(await changed('plug Osfp800Dr4', 'plug Osfp800Sr8'), 'optics/fiber-type', /^OS2$/, [
      /800GBASE-SR8/,
      /multimode/,
    ]);
  });
  it('45 switches in one rack of 44 OU', async () => {
    const tested = await changed(
      '    place su[*].leaf[*], spine[*] in net[*]',
      '    place su[*].leaf[*], spine[*] in net[2]\n    switch spare[1..45] : XpoSpine\n    place spare[*] in net[1]',
    );
    expectOne(tested, 'placement/rack-full', /^spare\[\*\] in net\[1\]$/, [/45 OU/, /44 OU/]);
  });
  it('a missing import', async () => {
    expectOne(await changed('import "std/hosts"', ''), 'name/unknown', /^Hgx8$/, [/std\/hosts/]);
  });
  it('an import that leads nowhere', async () => {
    expectOne(await changed('./site.fabric', './sight.fabric'), 'import/not-found', /^"\.\/sight\.fabric"$/, [
      /doesn't exist/,
    ]);
  });
  it('400 dB for a power', async () => {
    expectOne(await changed('128 W ', '400 dB '), 'value/dimension', /^400 dB$/, [
      /`power` is a power, in mW, W, kW or MW; this is a loss/,
    ]);
  });
});

describe('the pod cut off', () => {
  const lines = quickPod.split('\n');
  const statements = async (text: string) => {
    const { analysis, document } = await analyzeText(text, site);
    const syntax = analysis.findings.filter((each) => each.rule.startsWith('syntax/'));
    return { analysis, syntax, document };
  };

  it('after any line keeps what is before it', async () => {
    for (let end = 1; end < lines.length; end++) {
      const { analysis, syntax } = await statements(lines.slice(0, end).join('\n'));
      expect(syntax.length, `cut behind line ${end}`).toBeLessThanOrEqual(2);
      if (end > 58) expect(analysis.fabric.devices.count, `cut behind line ${end}`).toBeGreaterThanOrEqual(144);
      if (end > 64) expect(analysis.fabric.racks.count).toBe(34);
    }
  });

  it('before any line keeps what is after it', async () => {
    for (let start = 1; start < lines.length - 1; start++) {
      const { analysis, syntax } = await statements(lines.slice(start).join('\n'));
      expect(syntax.length, `cut before line ${start}`).toBeLessThanOrEqual(2);
      if (start < 42) expect(analysis.fabric.racks.count, `cut before line ${start}`).toBe(34);
    }
  });
});

// Every fix of every rule and message, applied: one that changes the design leaves fewer findings, and none of its own; the preferred
// one of a mistake in the text no more than there were, and not its own.
import { allRules, changed, type Finding, type Fix, type Origin, withoutCarets } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { knownAnalysisOf } from '../kit/design.ts';
import { splice, tokensOf } from '../kit/tokens.ts';
import { fixedInEditor, withoutFix } from './rules-without-fix.ts';

/** A text after a fix; undefined where it changes another file. */
function fixedBy(text: string, { edits }: Fix, uri: string): string | undefined {
  if (edits.some(({ origin }) => origin.uri !== uri)) return undefined;
  const ordered = [...edits].sort((a, b) => b.origin.start - a.origin.start);
  return ordered.reduce((all, { origin: { start, end }, text: by }) => splice(all, start, end, by), text);
}

const about = ({ rule, message }: Finding): string => `${rule}: ${message}`;
const placeIn = (text: string, { start, end }: Origin): string => text.slice(start, end);

const serious = (findings: readonly Finding[]) => findings.filter((each) => each.severity !== 'note');

/** The fixes of a finding that must lead somewhere: the preferred one, and all that change the design. */
const judged = ({ fixes }: Finding): readonly Fix[] =>
  fixes.filter((each, i) => i === 0 || each.changesDesign === true);

/** What is wrong after the fixes of each finding in a text. */
async function wrongFixes(text: string): Promise<string[]> {
  const analysis = await knownAnalysisOf(text);
  const before = analysis.findings;
  const wrong: string[] = [];
  for (const finding of before) {
    for (const fix of judged(finding)) {
      const fixed = fixedBy(text, fix, analysis.uri);
      if (fixed === undefined) continue;
      const left = (await knownAnalysisOf(fixed)).findings;
      const where = `${about(finding)} at \`${placeIn(text, finding.origin)}\`, ${fix.title}`;
      // A design that is judged further has more notes on what isn't judged.
      const changes = fix.changesDesign === true && finding.severity !== 'note';
      const isWorse = left.length > before.length || serious(left).length > serious(before).length;
      if (changes ? serious(left).length >= serious(before).length : isWorse)
        wrong.push(`${where}: ${before.length} before, now ${left.map(about).join(' / ')}`);
      if (left.some((each) => about(each) === about(finding) && each.origin.start === finding.origin.start))
        wrong.push(`${where}: still there`);
    }
  }
  return wrong;
}

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const bad = withoutCarets(rule.bad);
  it('has fewer findings after its fix, and no more after a quick fix', async () => {
    const count = async (text: string): Promise<number> =>
      (await knownAnalysisOf(text)).findings.filter((each) => each.severity !== 'note' || each.rule === rule.id).length;
    expect(await count(rule.good)).toBeLessThan(await count(bad));
    for (const text of [bad, ...rule.edges.map((each) => changed(bad, each.change))])
      expect(await wrongFixes(text)).toEqual([]);
  });
});

it('the fixes of each rule, in its example and at its edges', async () => {
  const titles: string[] = [];
  const without: string[] = [];
  for (const rule of allRules) {
    const bad = withoutCarets(rule.bad);
    const fixes: Fix[] = [];
    for (const text of [bad, ...rule.edges.map((each) => changed(bad, each.change))]) {
      const { findings } = await knownAnalysisOf(text);
      fixes.push(...findings.filter((each) => each.rule === rule.id).flatMap((each) => each.fixes));
    }
    if (fixes.length === 0) without.push(rule.id);
    else titles.push(`${rule.id}: ${[...new Set(fixes.map(({ title }) => title))].join(', ')}`);
  }
  expect(without.sort()).toEqual([...fixedInEditor, ...Object.keys(withoutFix)].sort());
  expect(titles.join('\n')).toMatchInlineSnapshot(`
    "bandwidth/asic-capacity: Change \`down[1..5]\` to \`down[1..4]\`
    bandwidth/both-directions: Change to \`25.6 Tbps\`
    bandwidth/oversubscription: Add \`require oversubscription(backend) <= 2\`
    control/unused-allow: Remove this allowance
    cooling/air-capacity: Set \`airflow\` to \`4700 CFM\`
    cooling/air-direction: Set \`air-direction\` of Other to \`front-to-rear\`, Set \`air-direction\` of Leaf to \`rear-to-front\`
    cooling/air-inlet: Set \`air-supply\` to \`35 °C\`, Set \`air-supply\` to \`10 °C\`
    cooling/branch-flow: Set \`flow\` to \`110 L/min\`
    cooling/cdu-approach: Set \`supply\` to \`36 °C\`
    cooling/cdu-flow: Change \`cdu[1..2]\` to \`cdu[1..3]\`
    cooling/coolant-range: Set \`flow\` to \`22 L/min\`
    cooling/coolant-table: Set \`supply\` to \`45 °C\`, Set \`supply\` to \`20 °C\`
    cooling/coupling-flow: Set \`couplings\` to \`4 x UQD04\`
    cooling/device-airflow: Set \`airflow\` to \`600 CFM\`
    cooling/device-without-liquid: Add \`cooled by primary\`
    cooling/dew-point: Set \`supply\` to \`18 °C\`
    cooling/flow-split: Set \`flow\` to \`120 L/min\`
    cooling/inlet-limit: Set \`supply\` to \`45 °C\`
    cooling/loop-capacity: Change \`cdu[1..2]\` to \`cdu[1..3]\`
    cooling/loop-flow: Set \`flow\` to \`360 L/min\`
    cooling/loop-head: Change \`cdu[1..2]\` to \`cdu[1..3]\`
    cooling/module-flow: Set \`flow\` to \`0.3 L/min\`
    cooling/module-inlet: Set \`supply\` to \`25 °C\`
    cooling/outlet-limit: Set \`flow\` to \`54 L/min\`
    cooling/pressure-drop: Set \`couplings\` to \`4 x UQD08\`
    cooling/rack-flow: Set \`flow\` to \`60 L/min\`
    cooling/return-temperature: Set \`flow\` to \`54 L/min\`
    cooling/row-air: Set \`row-airflow\` to \`4700 CFM\`
    cooling/supply-temperature: Set \`supply\` to \`18 °C\`, Set \`supply\` to \`55 °C\`
    cooling/working-pressure: Set \`static-pressure\` to \`100 kPa\`
    density/faceplate: Change \`down[1..16]\` to \`down[1..14]\`
    density/mixed-panel: Set \`height\` to \`2 OU\`
    density/modules-per-unit: Set \`height\` to \`2 OU\`, Change \`down[1..18]\` to \`down[1..16]\`, Change \`down[1..17]\` to \`down[1..16]\`
    density/osfp-per-unit: Change \`p[1..36]\` to \`p[1..32]\`
    optics/amplifier-band: Remove the amplifiers
    optics/attached-ends: Remove \`panels\`, Remove \`connectors\`
    optics/connector-mismatch: Use \`MPO12\`
    optics/end-face: Set \`end-face\` to \`angled\`
    optics/external-laser-on-xpo: Remove it
    optics/fec-mismatch: Use \`Osfp800Dr4\`, Use \`Far\`
    optics/fiber-type: Use \`OM4\`, Use \`OM3\`
    optics/half-retimed-pair: Use \`Osfp1600Dr8Lpo\`, Use \`Osfp1600Dr8Lro\`
    optics/laser-count: Set \`lasers\` to \`16 x ElsfpHighPower\`
    optics/laser-power: Set \`engines\` to \`2\`
    optics/launch-power: Set \`launch\` to \`0.96 dBm\`, Set \`launch\` to \`10 dBm\`
    optics/loss-budget: Use low-loss connectors
    optics/mixed-breakout: Set \`channels\` to \`2 x 400GBASE-DR4\`, Set \`channels\` to \`4 x Half\`
    optics/no-module: Add \`plug Osfp800Dr8 into b.p\`
    optics/pinning: Set \`pins\` to \`unpinned\`
    optics/pmd-mismatch: Use \`Osfp800Dr8\`
    optics/polarity: Set \`polarity\` to \`1 x type-B, 2 x type-A\`, Set \`polarity\` to \`3 x type-B\`
    optics/spans: Set \`amplifiers\` to \`4 x Edfa\`, Set \`length\` to \`90 km\`
    optics/wavelength-mismatch: Use \`QsfpDd400Fr4\`
    optics/xpo-breakout-lanes: Set \`channels\` to \`16 x 800GBASE-DR4\`
    placement/panel-adapters: Set \`panels\` to \`2 x Front\`
    placement/rack-full: Change \`r\` to \`r[1..2]\`
    placement/rack-weight: Change \`r\` to \`r[1..2]\`
    placement/rack-width: Use \`OpenRackV3\`
    placement/short-cable: Set \`length\` to \`auto\`
    placement/unplaced: Add \`place spare[*] in r\`
    power/busbar-current: Change \`r\` to \`r[1..2]\`
    power/cage-over-platform: Set \`power\` to \`480 W\`
    power/chips-over-chassis: Set \`power\` to \`1 kW\`
    power/feed-budget: Set \`capacity\` to \`12 kW\`
    power/input-voltage: Set \`busbar-voltage\` to \`50 V\`, Set \`busbar-voltage\` to \`780 V\`
    power/module-over-cage: Set \`power\` to \`420 W\`, Set \`power\` to \`410 W\`
    power/modules-over-host: Set \`power\` to \`14.5 kW\`
    power/rack-budget: Change \`r\` to \`r[1..2]\`, Change \`r[1..2]\` to \`r[1..3]\`
    power/shelf-capacity: Set \`shelves\` to \`3 x PowerShelf18\`
    power/shelf-voltage: Set \`busbar-voltage\` to \`52 V\`
    power/supply-redundancy: Set \`supplies\` to \`4 x 1.5 kW, n+1\`
    power/typical-over-maximum: Set \`power\` to \`940 W\`
    power/unused-feed: Feed r from B too
    requirement/unmet: Relax to \`>= 2.2 %\`
    topology/pattern-size: Change to \`a.p[1..2]\`
    topology/port-used-twice: Change to \`a.p[3..4]\`
    topology/rail-on-two-leaves: Swap the cables
    topology/self-link: Change to \`b.p[2]\`, Change to \`b.p\`
    topology/single-point-of-failure: Add a second spine
    topology/unconnected-ports: Plug \`p[1..2]\` only
    topology/uneven-mesh: Change \`spine[1..3]\` to \`spine[1..4]\`, Change \`spine[1..3]\` to \`spine[1..8]\`, Change \`spine[1..3]\` to \`spine[1..2]\`, Change \`spine[1..5]\` to \`spine[1..8]\`, Change \`spine[1..5]\` to \`spine[1..4]\`, Change \`spine[1..5]\` to \`spine[1..2]\`"
  `);
});

/** A small design with one of each statement and nothing wrong. */
const design = `import "std/osfp"
import "std/racks"
import "std/cooling"

let uplinks = 4
switch type Leaf {
    height 2 RU
    power  1 kW    source "data sheet"
    liquid 80 %    assumed "as of now"
    ports  up[1..uplinks] : OSFP
    ports  down[1..4] : OSFP
}
switch type Spine is Leaf { power 1200 W  source "data sheet" }
host type Gpu { height 4 RU  power 1 kW  liquid 80 %  ports n[1..4] : OSFP }
template Pod() {
    switch leaf[1..4] : Leaf
    host gpu[1..4] : Gpu
    plug Osfp800Dr8 into leaf[*].*, gpu[*].*
    link gpu[*].n to leaf[*].down as mesh over OS2 { length 10 m }
}
network n : scale-out {
    pod : Pod()
    switch spine[1..2] : Spine
    plug Osfp800Dr8 into spine[*].*
    link pod.leaf[*].up to spine[*].* as mesh over OS2 { length 30 m  connectors 2 x MPO16 low-loss }
}
loop primary { coolant PG25  supply 40 °C  flow 100 L/min  return 60 °C }
feed east { capacity 100 kW }
rack r[1..2] : OpenRackV3 { fed by east  cooled by primary  power 20 kW }
for i in 1..2 { place n.spine[i], n.pod.leaf[i], n.pod.gpu[i] in r[i] }
place n.pod.leaf[3..4], n.pod.gpu[3..4] in r[*]
require oversubscription(n) <= 1
require headroom(primary) >= 10 %
allow provenance because "a draft" on Leaf, Spine, Gpu
`;

/** What people write, what is meant, and whether a fix leads there. */
const slips: readonly (readonly [written: string, instead: string, meant: string])[] = [
  ['leaf[1-4] : Leaf', 'leaf[1..4] : Leaf', 'leaf[1..4] : Leaf'],
  ['leaf[1:4] : Leaf', 'leaf[1..4] : Leaf', 'leaf[1..4] : Leaf'],
  ['leaf[1...4] : Leaf', 'leaf[1..4] : Leaf', 'leaf[1..4] : Leaf'],
  ['leaf[1 to 4] : Leaf', 'leaf[1..4] : Leaf', 'leaf[1..4] : Leaf'],
  ['leaf[1–4] : Leaf', 'leaf[1..4] : Leaf', 'leaf[1..4] : Leaf'],
  ['pod.leaf[3-4]', 'pod.leaf[3..4]', 'pod.leaf[3..4]'],
  ['for i in 1-2', 'for i in 1..2', 'for i in 1..2'],
  ['<= 1:1', '<= 1', '<= 1'],
  ['<= 3 : 1', '<= 1', '<= 3'],
  ['<= 1:4', '<= 1', '<= 0.25'],
  ['= 50 %', '>= 10 %', '== 50 %'],
  ['=> 10 %', '>= 10 %', '>= 10 %'],
  ['≥ 10 %', '>= 10 %', '>= 10 %'],
  ['supply 40 K', 'supply 40 °C', 'supply 40 °C'],
  ['supply 313.15 K', 'supply 40 °C', 'supply 40 °C'],
  ['supply 40 C', 'supply 40 °C', 'supply 40 °C'],
  ['Spine : Leaf {', 'Spine is Leaf {', 'Spine is Leaf {'],
  ['Spine: Leaf {', 'Spine is Leaf {', 'Spine is Leaf {'],
  ['Spine extends Leaf {', 'Spine is Leaf {', 'Spine is Leaf {'],
  ['1,200 W', '1200 W', '1200 W'],
  ['1,200.0 W', '1200 W', '1200.0 W'],
  ['1.200,0 W', '1200 W', '1200.0 W'],
  ["1'200 W", '1200 W', '1200 W'],
  ['1_200 W', '1200 W', '1200 W'],
  ['1 200 W', '1200 W', '1200 W'],
  ['1,2 kW', '1200 W', '1.2 kW'],
  ['1,234,567 mW', '1200 W', '1234567 mW'],
  ['power = 1200 W', 'power 1200 W', 'power  1200 W'],
  ['“std/racks”', '"std/racks"', '"std/racks"'],
  ['‘std/racks’', '"std/racks"', '"std/racks"'],
  ["'std/racks'", '"std/racks"', '"std/racks"'],
  ['“std/racks"', '"std/racks"', '"std/racks"'],
  ['"std/racks”', '"std/racks"', '"std/racks"'],
  ['# the loop\nloop primary', 'loop primary', '// the loop\nloop primary'],
  ['east { capacity 100 kW };', 'east { capacity 100 kW }', 'east { capacity 100 kW }'],
  ['fed by east;cooled', 'fed by east  cooled', 'fed by east cooled'],
  ['require oversubscriptoin', 'require oversubscription', 'require oversubscription'],
  ['over OS3', 'over OS2', 'over OS2'],
];

/** Slips whose fix is a guess, or depends on what else the author meant: a range ends before its last number elsewhere. */
const guesses: ReadonlySet<string> = new Set([
  'leaf[1:4] : Leaf',
  'leaf[1...4] : Leaf',
  '<= 1:1',
  '<= 3 : 1',
  '<= 1:4',
  '= 50 %',
  'supply 40 K',
  'supply 313.15 K',
  'require oversubscriptoin',
  'over OS3',
]);

describe('a slip', () => {
  it('is the only thing wrong with the design', async () => {
    expect((await knownAnalysisOf(design)).findings.map(about)).toEqual([]);
  });

  it.each(slips)('%s gets one message, and the fix gives what was meant', async (written, instead, meant) => {
    expect(design.split(instead).length - 1, instead).toBeGreaterThan(0);
    const text = design.replace(instead, () => written);
    const analysis = await knownAnalysisOf(text);
    expect(analysis.findings.map(about)).toHaveLength(1);
    const [finding] = analysis.findings as [Finding];
    const [fix] = finding.fixes;
    expect(fix, about(finding)).toBeDefined();
    expect(fixedBy(text, fix as Fix, analysis.uri)).toBe(design.replace(instead, () => meant));
    expect(await wrongFixes(text)).toEqual([]);
    expect(fix?.isSafe).toBe(!guesses.has(written));
  });

  it('of a habit is reported once for a file, and fixed everywhere', async () => {
    const lines = design.split('\n').map((line) => (/[})]$/.test(line) ? `${line};  # so it is` : line));
    const text = lines.join('\n').replaceAll(/"(std\/\w+)"/g, '“$1”');
    const analysis = await knownAnalysisOf(text);
    expect(analysis.findings.map((each) => each.rule)).toEqual(['syntax/character', 'syntax/character']);
    let fixed = text;
    for (let rounds = 0; rounds < 3; rounds++) {
      const { findings, uri } = await knownAnalysisOf(fixed);
      fixed = fixedBy(fixed, findings[0]?.fixes[0] as Fix, uri) ?? '';
    }
    expect((await knownAnalysisOf(fixed)).findings.map(about)).toEqual([]);
  });
});

describe('every token', () => {
  // Each word once, and what stands between two words.
  const tokens = tokensOf(design).filter((each, i, all) => all.findIndex(({ text }) => text === each.text) === i);
  it.each([
    ['cut', () => ''],
    [
      'with two letters swapped',
      (each: string) => each.slice(0, 1) + each.slice(2, 3) + each.slice(1, 2) + each.slice(3),
    ],
    ['written twice', (each: string) => `${each} ${each}`],
    ['without its last character', (each: string) => each.slice(0, -1)],
  ])('%s', async (_, change) => {
    const wrong: string[] = [];
    for (const { start, end, text } of tokens)
      wrong.push(...(await wrongFixes(splice(design, start, end, change(text)))));
    expect(wrong).toEqual([]);
  });
});

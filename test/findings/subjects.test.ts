// Every finding of a rule says what it is about: in all examples, their edges and all cases, not only where a rule shows itself.
import { allRules, type Finding, withoutCarets } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { changed } from '../../packages/core/src/findings/example.ts';
import { largeTexts, smallTexts } from '../fuzz/texts.ts';
import { analysisOf, knownAnalysisOf } from '../kit/design.ts';
import { examples, site } from '../kit/examples.ts';

/** Rules whose findings are about the text. */
const aboutText: ReadonlySet<string> = new Set(['control/unused-allow'] satisfies Finding['rule'][]);
const ids = new Set(allRules.map(({ id }) => id).filter((id) => !aboutText.has(id)));

const edges = allRules.flatMap(({ bad, edges }) => edges.map(({ change }) => changed(withoutCarets(bad), change)));

describe('findings of rules', () => {
  it('have subjects, wherever they are found', async () => {
    const found = new Set<string>();
    for (const text of [...Object.values(examples), ...smallTexts, ...largeTexts, ...edges]) {
      const { findings } = await knownAnalysisOf(text, site);
      const all = findings.flatMap((each) => [each, ...(each.folded ?? [])]).filter(({ rule }) => ids.has(rule));
      for (const each of all) found.add(each.rule);
      const bare = all.filter(({ subjects }) => subjects === undefined || subjects.ids.length === 0);
      expect(bare.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    }
    expect([...ids].filter((id) => !found.has(id))).toEqual([]);
  });

  it('about devices for which no rack has room are about those devices', async () => {
    const text = (allow: string): string => `rack type R { height 10 OU  power 9 kW }
rack r : R
switch type Box { height 1 OU  power 1 kW }
switch box[1..3] : Box
place box[*] in r 2 each
${allow}
`;
    const full = async (allow: string): Promise<string[]> =>
      (await analysisOf(text(allow))).findings
        .filter(({ rule }) => rule === 'placement/rack-full')
        .map(({ message }) => message);
    const says = "1 of 3 devices doesn't fit: 1 rack at 2 each takes 2.";
    expect(await full('')).toEqual([says]);
    expect(await full('allow placement/rack-full because "stays on the bench" on box[3]')).toEqual([]);
    expect(await full('allow placement/rack-full because "stays on the bench" on box[1]')).toEqual([says]);
  });
});

describe('findings about the CDUs of a loop', () => {
  // 40 kW, and 10 kW with one of two CDUs lost; 300 L/min, and 100 L/min.
  const text = (allow: string): string => `import "std/racks"
import "std/cooling"
cdu type Small { capacity 10 kW  flow 100 L/min  approach 5 K  head 30 psi }
cdu type Other { capacity 10 kW  flow 100 L/min  approach 5 K  head 30 psi }
cdu cdu[1..2] : Small
loop water { coolant PG25  supply 30 °C  flow 300 L/min  from cdu[*], n+1 }
switch type Box { height 1 OU  power 10 kW  liquid 100 % }
rack type R is OpenRackV3 { power 100 kW }
rack r : R { cooled by water }
switch box[1..4] : Box
place box[*] in r
${allow}
`;
  const found = async (allow: string): Promise<[rules: string[], unused: number]> => {
    const { findings } = await analysisOf(text(allow));
    const all = findings.flatMap((each) => [each, ...(each.folded ?? [])]).map(({ rule }) => rule);
    return [
      all.filter((rule) => rule === 'cooling/loop-capacity' || rule === 'cooling/cdu-flow'),
      all.filter((rule) => rule === 'control/unused-allow').length,
    ];
  };
  const both = ['cooling/loop-capacity', 'cooling/cdu-flow'];

  it.each([
    ['water', []],
    ['cdu[*]', []],
    ['Small', []],
    // One of two stays at fault.
    ['cdu[1]', both],
  ])('are allowed by naming %s', async (on, left) => {
    expect(await found('')).toEqual([both, 0]);
    expect(await found(`allow cooling because "tested" on ${on}`)).toEqual([left, 0]);
  });

  it('are not allowed by naming another type', async () => {
    expect(await found('allow cooling because "tested" on Other')).toEqual([both, 1]);
  });
});

// What is given as unknown of couplings and pipes leaves what depends on it not judged; it doesn't count as none.
import { expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

const design = ({ box = '', rack = 'pressure-drop 10 kPa at 20 L/min', branch = '' }): string => `import "std/racks"
import "std/cooling"
import "std/xpo"
module type Dr is Xpo { channels 16 x 800GBASE-DR4  flow 0.5 L/min }
switch type Box { height 1 OU  power 1 kW source "sheet"  pressure-drop 20 kPa at 8 L/min  ${box}  ports p[1..16] : XPO }
cdu type Cdu { capacity 100 kW  head 100 kPa }
cdu c[1..2] : Cdu
rack type Own is OpenRackV3 { ${rack} }
rack r : Own
loop water { coolant PG25  supply 40 °C  return <= 60 °C  flow 20 L/min  from c, n+1  branch east { parallel r  ${branch} } }
switch b : Box
plug Dr into b.p
place b in r
`;

/** What isn't judged, and why. */
async function leftOpen(parts: Parameters<typeof design>[0]): Promise<string[]> {
  const { judged, findings } = await analysisOf(design(parts));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return judged.reasons.flatMap(({ reason, limits }) => limits.map(({ what }) => `${what}: ${reason}`)).sort();
}

it.each([
  [
    { box: 'couplings unknown' },
    'the `couplings` of Box is unknown',
    ['coupling flow', 'pump head', 'rack pressure drop'],
  ],
  [
    { rack: 'couplings 2 x UQD06  pressure-drop unknown' },
    'the `pressure-drop` of Own is unknown',
    ['pump head', 'rack pressure drop'],
  ],
  [{ branch: 'couplings unknown' }, 'the `couplings` of water.east is unknown', ['coupling flow', 'pump head']],
])('%o', async (parts, reason, limits) => {
  const before = await leftOpen({});
  const added = (await leftOpen(parts)).filter((each) => !before.includes(each) && each.endsWith(reason));
  expect(added).toEqual(limits.map((what) => `${what}: ${reason}`));
});

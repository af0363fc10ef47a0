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

/** A hall in which a change of the text gives one figure as unknown. */
const hall = `import "std/racks"
import "std/cooling"
import "std/cpo"
import "std/osfp"
hall main { row-airflow 9000 CFM  air-supply 20 °C  dew-point 10 °C }
cdu type Cdu { capacity 100 kW  flow 90 L/min  head 100 kPa  approach 4 K  pressure 0 kPa..500 kPa  supply 20 °C..50 °C }
cdu c[1..2] : Cdu
loop water {
  coolant PG25  supply 40 °C  return <= 60 °C  flow 40 L/min  facility 30 °C  static-pressure 100 kPa  from c, n+1
  branch east { parallel r  flow 30 L/min  return <= 58 °C }
}
rack type Own is OpenRackV3 { power 90 kW  airflow 900 CFM  air-rise 20 K  weight 900 kg  busbar-voltage 50 V }
rack r : Own at row 1
optics type Dr is 800GBASE-DR4 { stressed-sensitivity -0.9 dBm }
module type Engine is CpoEngine6400 { channels 8 x Dr  laser ElsfpHighPower  laser-power 20 dBm }
switch type Box {
  asic Tomahawk6  height 2 OU  power 1 kW  liquid 80 %  airflow 90 CFM  air-inlet 5 °C..40 °C  required-flow 3 L/min
  voltage 48 V..54 V  weight 40 kg  lasers 1 x ElsfpHighPower
  ports e[1..2] : CPO6400  ports p : OSFP
}
switch a : Box
switch b : Box
plug Engine into a.e, b.e
place a in r
place b in r
link a.e[1] to b.e[1] over OS2 { length 10 m }
`;

it.each([
  ['row-airflow 9000 CFM', 'row airflow'],
  ['air-supply 20 °C', 'air inlet'],
  ['dew-point 10 °C', 'dew point'],
  ['facility 30 °C', 'facility water'],
  ['static-pressure 100 kPa', 'coolant pressure'],
  ['return <= 60 °C', 'return temperature'],
  ['return <= 58 °C', 'return temperature'],
  ['weight 900 kg', 'rack weight'],
  ['busbar-voltage 50 V', 'input voltage'],
  ['air-inlet 5 °C..40 °C', 'air inlet'],
  ['required-flow 3 L/min', 'rack flow'],
  ['voltage 48 V..54 V', 'input voltage'],
  ['weight 40 kg', 'rack weight'],
  ['lasers 1 x ElsfpHighPower', 'laser count'],
  ['stressed-sensitivity -0.9 dBm', 'stressed sensitivity'],
  ['height 2 OU', 'panel room'],
])('%s given as unknown leaves a limit open', async (given, what) => {
  const property = given.slice(0, given.indexOf(' '));
  const openOf = async (text: string): Promise<string[]> =>
    (await analysisOf(text)).judged.reasons.flatMap(({ missing, limits }) =>
      missing?.property === property ? limits.map((each) => each.what) : [],
    );
  expect(await openOf(hall)).toEqual([]);
  expect(await openOf(hall.replace(given, `${property} unknown`))).toContain(what);
});

it('a device in no rack has no limit of a rack', async () => {
  const unknowns = 'weight unknown  voltage unknown  air-inlet unknown  required-flow unknown';
  const { judged } = await analysisOf(`switch type Box { height 1 RU  power 1 kW  ${unknowns} }\nswitch a : Box\n`);
  expect(judged.reasons).toEqual([]);
});

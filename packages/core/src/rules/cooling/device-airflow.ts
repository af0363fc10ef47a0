// Devices whose fans move more air than reaches their rack.

import type { Facts } from '../../answers/index.ts';
import { rackAirflow, rackAirMoved } from '../../facts/index.ts';
import { leastOf, printApart } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { blockOfRack, numberAt, partOfRack } from '../../model/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { moreAir } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'cooling/device-airflow',
  severity: 'warning',
  level: 'assembly',
  title: 'The fans of a rack move more air than reaches it',
  why: 'Fans move the air they are built for, whatever the hall supplies. What they lack of cold air they draw from the exhaust, through every gap of the rack, and the inlets get warmer.',
  sources: ['Conservation of mass', 'ASHRAE TC 9.9: recirculation'],
  limit: 'airflow of devices',
  override: 'Set `airflow` on the rack type, or on the switch or host types.',
  bad: `import "std/racks"

rack type Vented is Eia42 { airflow 500 CFM }
switch type Box { height 1 RU  power 1 kW  airflow 150 CFM }
rack r : Vented
//   ^^^^^^^^^^
switch box[1..4] : Box
place box[*] in r
`,
  fix: { 'airflow 500 CFM': 'airflow 600 CFM' },
  edges: [
    {
      name: 'a cubic foot a minute short',
      change: { 'airflow 500 CFM': 'airflow 599 CFM' },
      finds: 'move 600 CFM of air; 599 CFM reach it',
    },
  ],
  check(facts, judge) {
    return overLimit(
      facts,
      'cooling/device-airflow',
      judge,
      (rack) => rackAirMoved(facts, rack),
      (rack) => (isGiven(facts, rack) ? rackAirflow(facts.fabric, rack) : undefined),
    ).map(({ racks, value, limit, placement }) => ({
      message: sentence(facts, racks, ...printApart(value, limit)),
      help: 'Supply more air to the rack, or place fewer devices in it.',
      origin: blockOfRack(facts.fabric, numberAt(racks, 0)).origin,
      label: `${printApart(value, limit)[1]} of air`,
      related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The air that reaches it.' }],
      subjects: { of: 'rack', ids: Uint32Array.from(racks) },
      derivation: value,
      remedies: moreAir(facts, numberAt(racks, 0), leastOf(value) / limit.value),
      restsOn: [placement],
    }));
  },
});

/** Whether a rack with devices says how much air reaches it: without that there is no limit. */
function isGiven({ fabric, placement }: Facts, rack: number): boolean {
  return placement.devices(rack) > 0 && partOfRack(fabric, rack)?.values.airflow !== undefined;
}

function sentence({ fabric }: Facts, racks: readonly number[], moved: string, reaches: string): string {
  const verb = { one: 'has devices that move', many: 'have devices that move up to' };
  return `${rackSentence(fabric, racks, verb, `${moved} of air`)}; ${reaches} reach ${racks.length === 1 ? 'it' : 'each'}.`;
}

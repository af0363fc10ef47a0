// Racks whose air gets hotter than allowed.

import type { Facts } from '../../answers/index.ts';
import { airRise, rackAirflow, rackAirLimit } from '../../facts/index.ts';
import { type Derivation, knownOf, printApart, printAtLeast } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { blockOfRack, numberAt, partOfRack, rowOfRack } from '../../model/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { moreAir } from '../../subjects/remedies/index.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/air-capacity',
  severity: 'error',
  level: 'assembly',
  title: 'The air through a rack warms more than allowed',
  why: "What liquid doesn't remove heats the air: Q = ρ · cp · V̇ · ΔT with 1.2 kg/m³ and 1.005 kJ/kg·K, or CFM per watt = 1.757 ÷ ΔT. 150 CFM per kW warm by 11.7 K. In a 120 kW rack that is 85 % liquid-cooled, the other 15 % are still 18 kW of air heat. Where a rack gives more than 20 kW to the air and no `airflow` says what takes it, the limit counts as not judged.",
  sources: [
    'NVIDIA CDU notes: 150 CFM for each kW',
    'OCP: liquid takes 65 to 85 % in most builds, air the rest',
    'Coolnet, Power and Cooling per Rack for AI Edge: from 20 kW, air needs a designed airflow',
    'Subzero Engineering, Intelligent Data Centres 56: 25 kW was the common end of air alone; no standard gives a figure',
  ],
  limit: 'air rise',
  override: 'Set `airflow` and `air-rise` on the rack type.',
  bad: `import "std/racks"

rack type Vented is Eia42 { airflow 1500 CFM  air-rise 15 K }
host type Node { height 8 RU  power 10 kW  liquid 0 % }
rack r : Vented
//   ^^^^^^^^^^
host node[1..4] : Node
place node[*] in r
`,
  fix: { '1500 CFM': '6000 CFM' },
  check(facts, judge) {
    const { fabric } = facts;
    return overLimit(
      facts,
      'cooling/air-capacity',
      judge,
      (rack) => riseOf(facts, rack),
      (rack) => limitOf(facts, rack),
    ).map(({ racks, value, limit, placement }) => ({
      message: `${rackSentence(fabric, racks, { one: 'warms its air by', many: 'warm their air by up to' }, printApart(value, limit)[0])}; ${printApart(value, limit)[1]} is allowed.`,
      help: 'Supply more air to the rack, cool more of it with liquid, or place fewer devices in it.',
      origin: blockOfRack(fabric, numberAt(racks, 0)).origin,
      label: `warms by ${printAtLeast(value)}`,
      related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The allowed rise.' }],
      subjects: { of: 'rack', ids: Uint32Array.from(racks) },
      derivation: value,
      remedies: moreAir(facts, numberAt(racks, 0), value.value / limit.value),
      restsOn: [placement],
    }));
  },
});

/** Heat in W that the air of a room takes from a rack without more ado: see decision 35. */
const roomAir = 20_000;

/**
 * The rise allowed in a rack; unknown where the design says nothing of the air that must take more heat than a room does without
 * more ado, and none where it says nothing and needn't.
 */
function limitOf({ fabric, cooling }: Facts, rack: number): Derivation | undefined {
  if (partOfRack(fabric, rack)?.values.airflow !== undefined) return rackAirLimit(fabric, rack);
  // The air of its row is judged instead.
  if (fabric.hall?.values['row-airflow'] !== undefined && rowOfRack(fabric, rack) !== 0) return undefined;
  return exceeds(knownOf(cooling.rackAirHeat(rack)), roomAir) ? rackAirflow(fabric, rack) : undefined;
}

/** The temperature rise of the air through a rack, in K; if the heat is known in part only, `known` is the rise by that part. */
function riseOf(facts: Facts, rack: number) {
  const heat = facts.cooling.rackAirHeat(rack);
  const flow = rackAirflow(facts.fabric, rack);
  const rise = airRise('rise of the air', heat, flow);
  if (!Number.isNaN(rise.value) || Number.isNaN(flow.value)) return rise;
  return { ...rise, known: airRise('', { ...heat, value: heat.known }, flow).value };
}

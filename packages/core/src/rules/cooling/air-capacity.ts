// Racks that heat more air than reaches them.

import type { Facts } from '../../answers/index.ts';
import { airRise, rackAirflow, rackAirLimit } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { overLimit } from '../../subjects/racks.ts';
import { firstOf } from '../../subjects/subjects.ts';

export const rule = defineRule({
  id: 'cooling/air-capacity',
  severity: 'error',
  level: 'assembly',
  title: 'The air that reaches a rack gets hotter than allowed',
  why: 'What does not go to liquid goes to air: Q = ρ · cp · V̇ · ΔT with 1.2 kg/m³ and 1.005 kJ/kg·K, or CFM for each watt = 1.757 ÷ ΔT. 150 CFM for each kW warm by 11.7 K. In a rack that is liquid-cooled for 85 % the last 15 % of 120 kW are still 18 kW of air.',
  sources: ['NVIDIA CDU notes: 150 CFM for each kW', 'OCP: liquid takes 65 to 85 % in most builds, air the rest'],
  override: 'Set `airflow` and `air-rise` on the rack type.',
  bad: `import "std/racks"

rack type Vented is Eia42 { airflow 1500 CFM  air-rise 15 K }
host type Node { height 8 RU  power 10 kW  liquid 0 % }
rack r : Vented
//   ^^^^^^^^^^
host node[1..4] : Node
place node[*] in r
`,
  good: `import "std/racks"

rack type Vented is Eia42 { airflow 6000 CFM  air-rise 15 K }
host type Node { height 8 RU  power 10 kW  liquid 0 % }
rack r : Vented
host node[1..4] : Node
place node[*] in r
`,
  check(facts) {
    const { fabric } = facts;
    return overLimit(
      facts,
      (rack) => riseOf(facts, rack),
      (rack) => rackAirLimit(fabric, rack),
    ).map(({ racks, value, limit, placement }) => ({
      message: `The air through ${firstOf(fabric, 'rack', racks)} warms by ${printValue(value, value.known)}; ${printValue(limit)} are allowed.`,
      help: 'Bring more air to the rack, cool more of it by liquid, or place fewer devices in it.',
      origin: fabric.blocks[fabric.racks.block[racks[0] ?? 0] as number]?.origin ?? placement,
      label: `warms by ${printValue(value, value.known)}`,
      related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The rise that is allowed.' }],
      subjects: { of: 'rack', ids: Uint32Array.from(racks) },
      derivation: value,
      restsOn: [placement],
    }));
  },
});

/** The rise of the air through a rack; of a heat that is known in part, at least what that part makes. */
function riseOf(facts: Facts, rack: number) {
  const heat = facts.cooling.rackAirHeat(rack);
  const flow = rackAirflow(facts.fabric, rack);
  const rise = airRise('rise of the air', heat, flow);
  if (!Number.isNaN(rise.value) || Number.isNaN(flow.value)) return rise;
  return { ...rise, known: airRise('', { ...heat, value: heat.known }, flow).value };
}

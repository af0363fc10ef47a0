// Racks that lose more pressure than the pumps of their loop deliver.

import type { Facts } from '../../answers/index.ts';
import { atMost, type Derivation, printApart, printAtLeast } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { blockOfRack, loopOfRack, numberAt } from '../../model/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { widerCouplings } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'cooling/pressure-drop',
  severity: 'error',
  level: 'whole',
  title: 'A rack loses more pressure than the pumps deliver',
  why: "Pumps deliver a head at their flow; couplings and cold plates use it up. A coupling takes ΔP = SG · (Q ÷ Cv)², in psi with Q in GPM: UQD04 at 1.7 GPM loses 4.6 psi in PG25, once at the inlet and once at the outlet. Hoses, valves and filters add to that; unknown losses aren't counted, so the real pressure drop is at least what is reported.",
  sources: [
    'OCP UQD: Cv 0.25, 0.8, 1.6 and 2.5 for sizes 02, 04, 06 and 08',
    'OCP liquid-to-liquid CDU white paper R1: head of at least 40 psi in row, 25 psi in rack; NVIDIA DA-12515-001: 35 psi',
    'GB300 NVL72: pressure drop by flow (Lenovo Press LP2357)',
  ],
  limit: 'rack pressure drop',
  override:
    'Set `head` on the CDU type, `flow-coefficient` on the coupling type, or `pressure-drop` on the switch, host or rack type.',
  bad: `import "std/racks"
import "std/cooling"

cdu type Weak { capacity 200 kW  flow 200 L/min  head 20 psi }
cdu cdu : Weak
loop primary { coolant PG25  supply 40 °C  flow 60 L/min  from cdu }
rack type Narrow is OpenRackV3 { couplings 2 x UQD08 }
host type Node { height 8 RU  power 10 kW  liquid 90 % }
rack r : Narrow { cooled by primary  flow 50 L/min }
//   ^^^^^^^^^^
host node : Node
place node in r
allow cooling/coupling-flow because "to be tested" on r
`,
  fix: {
    '50 L/min': '17 L/min',
    'allow cooling/coupling-flow because "to be tested" on r\n': '',
  },
  check(facts, judge) {
    return overLimit(facts, 'cooling/pressure-drop', judge, facts.pressure.rack, (rack) => headFor(facts, rack)).map(
      ({ racks, value, limit }) => ({
        message: `${rackSentence(facts.fabric, racks, { one: 'loses', many: 'lose up to' }, `${printApart(value, limit)[0]} in couplings and cold plates`)}; the CDUs deliver ${printApart(value, limit)[1]}.`,
        help: 'Use larger couplings, more of them, less flow, or CDUs with more head.',
        origin: blockOfRack(facts.fabric, numberAt(racks, 0)).origin,
        label: `loses ${printAtLeast(value)}`,
        related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The head.' }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        remedies: widerCouplings(facts, numberAt(racks, 0), value, limit.value),
      }),
    );
  },
});

/** The head that the CDUs of its loop deliver to a rack with their redundancy lost, in Pa. */
function headFor({ fabric, pressure, placement }: Facts, rack: number): Derivation | undefined {
  const loop = loopOfRack(fabric, rack);
  if (loop === undefined || placement.devices(rack) === 0) return undefined;
  const head = pressure.head(loop);
  return head === undefined ? undefined : atMost(head);
}

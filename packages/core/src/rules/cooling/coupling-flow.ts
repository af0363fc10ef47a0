// Quick disconnects over their rated flow.

import type { Facts } from '../../answers/index.ts';
import { couplingFlow } from '../../facts/index.ts';
import { type Derivation, printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOfRack, type Counted, type Given, loopOfRack, partOfRack, rackName, single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { classesInRacks, devicesOfClass } from '../../subjects/contents.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

type Couplings = Given<readonly Counted<'coupling'>[]>;

export const rule = defineRule({
  id: 'cooling/coupling-flow',
  severity: 'error',
  level: 'assembly',
  title: 'A coupling is over its rated flow',
  why: "A quick disconnect is rated for a flow at which it loses a few psi; beyond it the seals erode and the pressure drop grows with the square of the flow. 16 XPO at 0.7 L/min need 11.2 L/min: one pair of UQD06 (11.4 L/min) carries them, UQD04 (6.4 L/min) doesn't. Couplings are counted individually, half for supply and half for return.",
  sources: [
    'OCP UQD: UQD02 0.55, UQD04 1.7, UQD06 3.0, UQD08 4.7 GPM',
    'OCP BMQC r1.0 9 L/min; PBMC 36 L/min; LQC v2.0 at least 100 L/min',
  ],
  override: 'Set `couplings` on the switch, host or rack type or the branch, or `rated-flow` on the coupling type.',
  bad: `import "std/xpo"
import "std/racks"
import "std/cooling"

module type Dr is Xpo { channels 16 x 800GBASE-DR4  flow 0.7 L/min }
switch type Box {
    height    1 OU
    couplings 2 x UQD04
//  ^^^^^^^^^^^^^^^^^^^
    ports down[1..16] : XPO
}
loop primary { coolant PG25  supply 40 °C }
rack r : OpenRackV3 { cooled by primary }
switch box : Box
plug Dr into box.down
place box in r
`,
  fix: { UQD04: 'UQD06' },
  check(facts) {
    const { fabric, devices } = facts;
    const reports: Report[] = [];
    for (const { index, racks } of classesInRacks(facts)) {
      const part = devices.classes[index]?.part;
      const couplings = part?.values.couplings;
      if (part === undefined || couplings === undefined) continue;
      const through = largestOf(racks.map((rack) => flowOfDevice(facts, index, rack)));
      if (through !== undefined)
        reports.push(
          ...overRated(part.name, couplings, through, editable(couplings.origin, part.origin)).map((each) => ({
            ...each,
            subjects: devicesOfClass(facts, index),
          })),
        );
    }
    for (const branch of fabric.branches) {
      const { couplings } = branch.values;
      if (couplings === undefined) continue;
      const through = facts.cooling.branches.flow(branch);
      reports.push(
        ...overRated(branch.name, couplings, through, couplings.origin).map((each) => ({
          ...each,
          subjects: single('branch', branch.index),
        })),
      );
    }
    for (let rack = 0; rack < fabric.racks.count; rack++) {
      const couplings = partOfRack(fabric, rack)?.values.couplings;
      if (couplings === undefined) continue;
      const found = overRated(
        rackName(fabric, rack),
        couplings,
        flowThrough(facts, rack),
        editable(couplings.origin, blockOfRack(fabric, rack).origin),
      );
      reports.push(...found.map((each) => ({ ...each, subjects: single('rack', rack) })));
    }
    return reports;
  },
});

/** The flow through a device: all of its rack if nothing else in it uses coolant, otherwise what the device needs. */
function flowOfDevice(facts: Facts, index: number, rack: number): Derivation {
  const all = facts.flows.only(rack) === index ? facts.cooling.branches.rackFlow(rack) : undefined;
  if (all !== undefined && !Number.isNaN(all.value)) return all;
  const loop = loopOfRack(facts.fabric, rack);
  return facts.flows.device(index, loop?.values.supply?.value ?? Number.NaN);
}

/** The largest of some flows, by their known part. */
function largestOf(flows: readonly Derivation[]): Derivation | undefined {
  return flows.reduce<Derivation | undefined>(
    (all, each) => (all === undefined || each.known > all.known ? each : all),
    undefined,
  );
}

/** The flow through a rack: what it gets, or what its devices need if that is unknown. */
function flowThrough(facts: Facts, rack: number): Derivation {
  const given = facts.cooling.branches.rackFlow(rack);
  if (!Number.isNaN(given.value)) return given;
  const loop = loopOfRack(facts.fabric, rack);
  return facts.flows.rack(rack, loop?.values.supply?.value ?? Number.NaN);
}

function overRated(name: string, couplings: Couplings, flow: Derivation, origin: Report['origin']): Report[] {
  return couplings.value.flatMap((each): Report[] => {
    const rated = each.part.values['rated-flow'];
    // If a flow is known in part only, that part is certain.
    const through = couplingFlow(each, Number.isNaN(flow.value) ? knownFlow(flow) : flow);
    if (rated === undefined || !exceeds(through.value, rated.value)) return [];
    return [
      {
        message: `Each ${each.part.name} of ${name} carries ${printValue(through)}; it is rated for ${printQuantity(rated.value, 'volume flow')}.`,
        help: 'Use a larger coupling, or more of them in parallel.',
        origin,
        label: `rated for ${printQuantity(rated.value, 'volume flow')}`,
        types: [each.part],
        derivation: through,
        blames: [couplings.origin],
      },
    ];
  });
}

/** The known part of a sum. */
function knownFlow({ unknown: _why, ...flow }: Derivation): Derivation {
  const terms = flow.terms.filter(({ value }) => !Number.isNaN(value));
  return { ...flow, value: flow.known, terms, formula: 'sum of the known terms' };
}

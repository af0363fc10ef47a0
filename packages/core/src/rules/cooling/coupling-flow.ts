// Quick disconnects over their rated flow.

import type { Facts } from '../../answers/index.ts';
import { type Coupled, couplingFlow, openTerm } from '../../facts/index.ts';
import { type Derivation, leastOf, printApart, stated } from '../../figures/index.ts';
import type { Alike, Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import {
  blockOf,
  blockOfRack,
  type Counted,
  type Given,
  loopOfRack,
  missingIn,
  type Part,
  partOfRack,
  rackName,
  type Subjects,
  single,
} from '../../model/index.ts';
import { editable, type Origin } from '../../source/index.ts';
import { classesInRacks, devicesOfClass } from '../../subjects/contents.ts';
import { moreCouplings } from '../../subjects/remedies/index.ts';

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
  limit: 'coupling flow',
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
  check(facts, judge) {
    const { fabric, devices } = facts;
    const reports: Report[] = [];
    const racksOf = new Map(classesInRacks(facts).map(({ index, racks }) => [index, racks]));
    for (const { index, part, count, sample } of devices.classes) {
      const couplings = part?.values.couplings;
      if (part === undefined) continue;
      if (couplings === undefined) {
        // Only where coolant flows through it.
        if (racksOf.has(index) && facts.heat.liquid[index]?.value !== 0)
          unsaid(part, judge, { count, at: blockOf(fabric, sample).origin, of: devicesOfClass(facts, index) });
        continue;
      }
      // A device must get what it needs, wherever it is placed.
      const needed = facts.flows.device(index, Number.NaN);
      const flowing = (racksOf.get(index) ?? []).map((rack) => facts.deviceFlows.through(rack, index));
      const through = worstOf([...flowing, needed]);
      if (through === undefined) continue;
      const line = {
        name: part.name,
        couplings,
        flow: through,
        subjects: devicesOfClass(facts, index),
        origin: editable(couplings.origin, part.origin, blockOf(fabric, sample).origin),
      };
      reports.push(...overRated(line, judge, count));
    }
    for (const branch of fabric.branches) {
      const { couplings } = branch.values;
      const subjects = single('branch', branch.index);
      if (couplings === undefined) {
        unsaid(branch, judge, { at: branch.origin, of: subjects });
        continue;
      }
      const flow = facts.cooling.branches.flow(branch);
      reports.push(...overRated({ name: branch.name, couplings, flow, subjects, origin: couplings.origin }, judge, 1));
    }
    for (let rack = 0; rack < fabric.racks.count; rack++) {
      const part = partOfRack(fabric, rack);
      // No coolant flows through a rack on no loop, nor one without devices.
      if (part === undefined || loopOfRack(fabric, rack) === undefined || facts.placement.devices(rack) === 0) continue;
      const { couplings } = part.values;
      const subjects = single('rack', rack);
      if (couplings === undefined) {
        unsaid(part, judge, { at: blockOfRack(fabric, rack).origin, of: subjects });
        continue;
      }
      const origin = editable(couplings.origin, blockOfRack(fabric, rack).origin);
      const line = { name: rackName(fabric, rack), couplings, flow: flowThrough(facts, rack), subjects, origin };
      reports.push(...overRated(line, judge, 1));
    }
    return reports;
  },
});

/** Counts the couplings of something that are given as unknown: none is nothing to judge, unknown ones are. */
function unsaid(of: Coupled, judge: Judge, alike: Alike): void {
  for (const each of openTerm(of, 'couplings', 'volume flow')) judge.cannot(each, alike);
}

/** The largest of some flows by what is known of them; of equals, an unknown one. */
function worstOf(flows: readonly Derivation[]): Derivation | undefined {
  const known = (each: Derivation): number => leastOf(each) || 0;
  const isWorse = (a: Derivation, b: Derivation): boolean =>
    known(a) > known(b) || (known(a) === known(b) && Number.isNaN(a.value));
  return flows.reduce<Derivation | undefined>(
    (all, each) => (all === undefined || isWorse(each, all) ? each : all),
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

/** Couplings and the flow through all of them. */
interface Line {
  /** The rack, branch or type of device they are at. */
  readonly name: string;
  readonly couplings: Couplings;
  readonly flow: Derivation;
  readonly subjects: Subjects;
  readonly origin: Origin;
}

/** @param count how many such things have these couplings */
function overRated({ name, couplings, flow, subjects, origin }: Line, judge: Judge, count: number): Report[] {
  return couplings.value.flatMap((each): Report[] => {
    const rated = ratedFlow(each.part);
    const through = couplingFlow(each, flow);
    if (!judge.exceeds(through, rated, { count, at: origin })) return [];
    const [is, most] = printApart(through, rated);
    return [
      {
        message: `Each ${each.part.name} of ${name} carries ${is}; it is rated for ${most}.`,
        help: 'Use a larger coupling, or more of them in parallel.',
        origin,
        label: `rated for ${most}`,
        subjects,
        types: [each.part],
        derivation: through,
        blames: [couplings.origin],
        remedies: moreCouplings(couplings, each, leastOf(through) / rated.value),
      },
    ];
  });
}

/** What a coupling is rated for, in m³/s. */
function ratedFlow(coupling: Part<'coupling'>): Derivation {
  const given = coupling.values['rated-flow'];
  return stated(`rated flow of ${coupling.name}`, 'volume flow', given, missingIn(coupling, 'rated-flow'));
}

// Coolant at a higher pressure than racks, couplings or CDUs tolerate.

import type { Facts } from '../../answers/index.ts';
import { printApart, stated } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Counted, type Given, type Loop, type Part, partOfCdu, partOfRack, single } from '../../model/index.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { lowerPressure } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'cooling/working-pressure',
  severity: 'error',
  level: 'assembly',
  title: 'The coolant pressure exceeds what its parts tolerate',
  why: "Behind the pumps, the pressure is the static pressure of the loop plus all of the pump head: a valve that closes brings both to every rack. The manifold of an Open Rack V3 is rated for 50 psi, UQD for 100 psi, a Vera Rubin NVL72 for 72 psi. A CDU with 80 psi of head suits none of them unless a relief valve or its control limits the pressure, which `working-pressure` on the loop states. A loop with neither that nor `static-pressure` isn't checked.",
  sources: [
    'OCP EIA manifold: a burst pressure of at least three times the working pressure',
    'OCP ORv3 blind-mate manifold: 50 psig; UQD 100 psi; BMQC 50 psig; PBMC and LQC 75 psig',
    'Vera Rubin NVL72: at most 72 psig; GB300 NVL72: 30 psi static (Lenovo Press LP2357)',
    'OCP Deschutes v1.0.0: 80 to 90 psi; v0.80: 0 to 130 psig',
  ],
  limit: 'coolant pressure',
  override:
    'Set `working-pressure` on the loop or the rack type, or `pressure` (otherwise a third of `burst-pressure` counts) on the coupling or the CDU type.',
  bad: `import "std/racks"
import "std/cooling"

cdu cdu[1..2] : NvidiaQualified600
loop primary {
    coolant         PG25
    supply          40 °C
    flow            600 L/min
    static-pressure 30 psi
//  ^^^^^^^^^^^^^^^^^^^^^^
    from            cdu[*], n+1
}
rack r[1..4] : OpenRackV3 { cooled by primary }
`,
  fix: { '30 psi': '15 psi' },
  check(facts, judge) {
    const reports: Report[] = [];
    for (const loop of facts.fabric.loops) {
      const given = loop.values['working-pressure'] ?? loop.values['static-pressure'];
      if (given === undefined) continue;
      const highest = facts.pressure.highest(loop);
      const [weakest] = limitsOn(facts, loop).sort((a, b) => a.given.value - b.given.value);
      if (weakest === undefined) continue;
      const tolerated = stated(`pressure ${weakest.part.name} tolerates`, 'pressure', weakest.given, '');
      if (!judge.exceeds(highest, tolerated, { at: loop.origin })) continue;
      const [is, limit] = printApart(highest, tolerated);
      reports.push({
        message: `The coolant of ${loop.name} reaches ${is}; ${weakest.part.name} tolerates ${limit}.`,
        help: 'Lower the static pressure, use CDUs with less head, or limit the pressure with a relief valve and set `working-pressure`.',
        origin: given.origin,
        label: `reaches ${is}`,
        related: [{ origin: weakest.given.origin, message: `${weakest.part.name} tolerates ${limit}.` }],
        subjects: single('loop', loop.index),
        types: [weakest.part],
        derivation: highest,
        blames: [given.origin],
        remedies:
          loop.values['static-pressure'] === undefined || loop.values['working-pressure'] !== undefined
            ? []
            : lowerPressure(loop.values['static-pressure'], highest.value - tolerated.value),
      });
    }
    return reports;
  },
});

interface Limit {
  readonly part: Part;
  readonly given: Given<number>;
}

/** Least ratio of burst pressure to working pressure (OCP EIA manifold). */
const burstRatio = 3;

/** The working pressure that a burst pressure allows. */
function thirdOf(burst: Given<number> | undefined): Given<number> | undefined {
  return burst === undefined ? undefined : { ...burst, value: burst.value / burstRatio };
}

/** The pressure limits of all parts on a loop, each part once. */
function limitsOn(facts: Facts, loop: Loop): Limit[] {
  const { fabric, devices } = facts;
  const found = new Map<object, Limit>();
  const add = (part: Part | undefined, given: Given<number> | undefined): void => {
    if (part !== undefined && given !== undefined) found.set(given, { part, given });
  };
  const couplings = (given: Given<readonly Counted<'coupling'>[]> | undefined): void => {
    for (const { part } of given?.value ?? [])
      add(part, part.values.pressure ?? thirdOf(part.values['burst-pressure']));
  };
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    if (fabric.racks.loop[rack] !== loop.index) continue;
    const part = partOfRack(fabric, rack);
    add(part, part?.values['working-pressure']);
    couplings(part?.values.couplings);
  }
  for (const branch of fabric.branches) if (branch.loop === loop.index) couplings(branch.values.couplings);
  for (const { index, racks } of classesInRacks(facts))
    if (racks.some((rack) => fabric.racks.loop[rack] === loop.index))
      couplings(devices.classes[index]?.part?.values.couplings);
  for (const id of loop.values.from?.value.selection.ids ?? []) {
    const part = partOfCdu(fabric, id);
    const range = part?.values.pressure;
    if (range !== undefined) add(part, { ...range, value: range.value.to });
  }
  return [...found.values()];
}

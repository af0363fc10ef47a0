// What rests on an assumption.
import type { Facts } from '../../answers/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOf, type Fabric, type Given, type Part, single } from '../../model/index.ts';
import { inLibrary, type Origin } from '../../source/index.ts';
import { allOf } from '../../subjects/subjects.ts';

export const rule = defineRule({
  id: 'provenance/assumed',
  severity: 'note',
  level: 'value',
  title: 'A number is assumed',
  why: 'A design is as good as its figures. What was assumed for want of a data sheet should stand out until somebody has measured it or a vendor has put it in writing.',
  sources: ['`assumed "…"` in the design, or in the library'],
  override: 'Write `source "…"` when the figure is confirmed, or `allow provenance/assumed because "…" on PART`.',
  bad: `switch type Box {
    height 1 OU
    power  1.5 kW assumed "no data sheet yet"
//  ^^^^^^^^^^^^^
}
switch box : Box
`,
  good: `switch type Box {
    height 1 OU
    power  1.5 kW source "vendor data sheet, rev. 3"
}
switch box : Box
`,
  check(facts) {
    const reports: Report[] = [];
    const told = new Set<Given<unknown>>();
    for (const { part, at, unused } of partsInUse(facts)) {
      const assumed = Object.entries(part.values as Readonly<Record<string, Given<unknown>>>).filter(
        ([name, given]) => given.provenance.kind === 'assumed' && name !== unused && !told.has(given),
      );
      for (const [, given] of assumed) told.add(given);
      const own = assumed.filter(([, given]) => !inLibrary(given.origin));
      for (const [name, given] of own) {
        reports.push({
          message: `The ${name} of ${part.name} ${/[^s]s$/.test(name) ? 'are' : 'is'} assumed: ${given.provenance.text}.`,
          origin: given.origin,
          label: 'assumed',
          subjects: single('part', part.index),
        });
      }
      // What the library assumes is told once, where the design takes the part.
      const ofLibrary = assumed.filter(([, given]) => inLibrary(given.origin));
      if (ofLibrary.length > 0 && at !== undefined) {
        reports.push({
          message: `The library assumes the ${allOf(ofLibrary.map(([name]) => name))} of ${part.name}: ${[...new Set(ofLibrary.map(([, given]) => given.provenance.text))].join('; ')}.`,
          origin: at,
          label: 'rests on an assumption of the library',
          subjects: single('part', part.index),
        });
      }
    }
    return reports;
  },
});

/** A part that something installed is made of. */
interface InUse {
  readonly part: Part;
  /** The place that brings it in. */
  readonly at: Origin | undefined;
  /** A property of it that nothing uses there. */
  readonly unused?: string;
}

/** Parts that something installed is made of. */
function partsInUse({ fabric, devices }: Facts): InUse[] {
  const found = new Map<Part, Origin | undefined>();
  const add = (part: Part | undefined, at: Origin | undefined): void => {
    if (part !== undefined && !found.has(part)) found.set(part, at);
  };
  for (const block of fabric.blocks) add(block.part, block.origin);
  for (const { part, sample } of devices.classes) add(part, blockOf(fabric, sample).origin);
  for (const { part } of [fabric.racks, fabric.cdus])
    for (const index of new Set(part)) add(fabric.parts[index], undefined);
  for (const plug of fabric.plugs) add(plug.module, plug.origin);
  for (const group of fabric.linkGroups) add(group.fiber ?? group.cable, group.mediumOrigin);
  return [...[...found].map(([part, at]) => ({ part, at })), ...connectorsInUse(fabric)];
}

/** Connectors on the paths of links, by grade: the loss of the low-loss one counts only where it is named. */
function connectorsInUse({ linkGroups }: Fabric): InUse[] {
  const found = new Map<string, InUse>();
  for (const { medium } of linkGroups) {
    for (const { part, lowLoss, origin: at } of medium.connectors?.value ?? []) {
      const key = `${part.index} ${lowLoss}`;
      if (!found.has(key)) found.set(key, lowLoss ? { part, at } : { part, at, unused: 'low-loss-grade' });
    }
  }
  return [...found.values()];
}

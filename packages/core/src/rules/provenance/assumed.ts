// Figures that are assumed.
import type { Facts } from '../../answers/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOf, type Fabric, type Given, type Part, single } from '../../model/index.ts';
import { inLibrary, type Origin } from '../../source/index.ts';
import { allOf } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'provenance/assumed',
  severity: 'note',
  level: 'value',
  title: 'A figure is assumed',
  why: 'A design is as good as its figures. A figure assumed for lack of a data sheet should stand out until somebody has measured it or a vendor has confirmed it.',
  sources: ['`assumed "…"` in the design or in the part library'],
  override: 'Write `source "…"` when the figure is confirmed, or `allow provenance/assumed because "…" on PART`.',
  bad: `switch type Box {
    height 1 OU
    power  1.5 kW assumed "no data sheet yet"
//  ^^^^^^^^^^^^^
}
switch box : Box
`,
  fix: { 'assumed "no data sheet yet"': 'source "vendor data sheet, rev. 3"' },
  check(facts) {
    const reports: (Report & { readonly of: readonly Given<unknown>[] })[] = [];
    // A figure that several parts have in common is reported once, of the first.
    const reported = new Map<Given<unknown>, Set<number>>();
    for (const { part, at, unused } of partsInUse(facts)) {
      const allAssumed = Object.entries(part.values as Readonly<Record<string, Given<unknown>>>).filter(
        ([name, given]) => given.provenance.kind === 'assumed' && name !== unused,
      );
      const assumed = allAssumed.filter(([, given]) => !reported.has(given));
      for (const [, given] of allAssumed) reported.set(given, (reported.get(given) ?? new Set()).add(part.index));
      const own = assumed.filter(([, given]) => !inLibrary(given.origin));
      for (const [name, given] of own) {
        reports.push({
          message: `The ${name} of ${part.name} ${/[^s]s$/.test(name) ? 'are' : 'is'} assumed: ${given.provenance.text}.`,
          origin: given.origin,
          label: 'assumed',
          subjects: single('part', part.index),
          of: [given],
        });
      }
      // Assumptions of the part library are reported once, where the design uses the part.
      const ofLibrary = assumed.filter(([, given]) => inLibrary(given.origin));
      if (ofLibrary.length > 0 && at !== undefined) {
        reports.push({
          message: `The part library assumes the ${allOf(ofLibrary.map(([name]) => name))} of ${part.name}: ${[...new Set(ofLibrary.map(([, given]) => given.provenance.text))].join('; ')}.`,
          origin: at,
          label: 'uses assumed figures',
          subjects: single('part', part.index),
          of: ofLibrary.map(([, given]) => given),
        });
      }
    }
    return reports.map(({ of, ...report }) => {
      const others = new Set(of.flatMap((given) => [...(reported.get(given) ?? [])]));
      for (const id of report.subjects?.ids ?? []) others.delete(id);
      const alike = [...others].map((id) => ({ subjects: single('part', id), derivation: undefined }));
      return alike.length === 0 ? report : { ...report, alike };
    });
  },
});

/** A part that an installed thing uses. */
interface InUse {
  readonly part: Part;
  /** The statement that uses it. */
  readonly at: Origin | undefined;
  /** A property of it that isn't used there. */
  readonly unused?: string;
}

/** The parts that installed things use. */
function partsInUse({ fabric, devices }: Facts): InUse[] {
  const found = new Map<Part, Origin | undefined>();
  const add = (part: Part | undefined, at: Origin | undefined): void => {
    if (part !== undefined && !found.has(part)) found.set(part, at);
  };
  for (const block of fabric.blocks) add(block.part, block.origin);
  for (const { part, sample } of devices.classes) add(part, blockOf(fabric, sample).origin);
  for (const { part } of [fabric.racks, fabric.cdus])
    for (const index of new Set(part)) add(fabric.parts[index], undefined);
  for (const { module, origin } of fabric.plugs) {
    add(module, origin);
    for (const { part } of module?.values.channels?.value ?? []) add(part, origin);
  }
  for (const group of fabric.linkGroups) {
    const part = group.fiber ?? group.cable;
    // The place is made where it is asked for, and there are as many groups as a list has lines.
    if (part !== undefined && !found.has(part)) found.set(part, group.mediumOrigin);
  }
  return [...[...found].map(([part, at]) => ({ part, at })), ...connectorsInUse(fabric)];
}

/** Connectors on the paths of links, by grade: `low-loss-grade` is used only by connectors of that grade. */
function connectorsInUse({ linkGroups }: Fabric): InUse[] {
  const found = new Map<string, InUse>();
  const seen = new Set<object>();
  for (const { medium, path = medium } of linkGroups) {
    // Paths that differ in their length alone have the same connectors.
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { part, lowLoss, origin: at } of medium.connectors?.value ?? []) {
      const key = `${part.index} ${lowLoss}`;
      if (!found.has(key)) found.set(key, lowLoss ? { part, at } : { part, at, unused: 'low-loss-grade' });
    }
  }
  return [...found.values()];
}

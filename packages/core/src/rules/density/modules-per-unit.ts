// More cages of a form factor than fit a rack unit.

import { faceplateOf, rackUnitOf } from '../../facts/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, type PortGroup, single } from '../../model/index.ts';
import type { Origin } from '../../source/index.ts';
import { assumedHelp, severityCap } from '../../subjects/assumed-limit.ts';
import { fewerCages } from '../../subjects/remedies/index.ts';
import { groupOver, isInherited, placeOfType, switchTypes } from '../../subjects/switch-types.ts';
import { printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'density/modules-per-unit',
  severity: 'error',
  level: 'value',
  title: 'More cages than fit the rack units',
  why: 'A form factor is designed for a number of modules per rack unit: XPO for 16 in an open rack unit of 48 mm (two rows of eight, belly to belly, in the 21-inch bay), OSFP for 32 in an EIA rack unit of 44.45 mm. An OU and an RU are different units.',
  sources: [
    'XPO: 204.8 Tbps for each OCP rack unit, 12.8 Tbps a module (Converge Digest, 2026-03-12)',
    'OSFP: 32 per RU (OSFP MSA); 36 in some vendor guides, which is a warning',
  ],
  limit: 'panel share',
  override: 'Set `per-OU`, `per-RU` or `most-per-RU` on the cage type.',
  bad: `import "std/xpo"

switch type Dense {
    height 1 OU
    ports down[1..18] : XPO
//        ^^^^^^^^^^^^^^^^^
}
`,
  fix: { 'height 1 OU': 'height 2 OU' },
  edges: [
    {
      name: 'exactly at the limit',
      change: { 'down[1..18]': 'down[1..16]' },
    },
    {
      name: 'one over',
      change: { 'down[1..18]': 'down[1..17]' },
      finds: '17 XPO cages',
    },
  ],
  check(facts, judge) {
    const reports: Report[] = [];
    for (const part of switchTypes(facts.fabric)) {
      const unit = rackUnitOf(part);
      for (const { cage, count, published: usual, densest } of faceplateOf(part)) {
        // Between the two, `density/osfp-per-unit` reports it.
        const published = densest.value > usual.value ? densest : usual;
        // Where no figure is published, `density/faceplate` judges by geometry.
        if (unit === undefined || Number.isNaN(published.value)) continue;
        if (!judge.exceeds(count, published, { at: placeOfType(facts.fabric, part) })) continue;
        const height = part.values.height;
        const group = groupOver(part, cage, published.value);
        const origin = changedHeight(part, group) ?? group?.origin ?? part.origin;
        const cap = severityCap(published);
        const each = published === densest ? cage.values['most-per-RU'] : cage.values[`per-${unit.name}`];
        reports.push({
          message: `${part.name} has ${printNumber(count.value)} ${cage.name} cages; ${printNumber((height?.value ?? 0) / unit.size)} ${unit.name} holds ${printNumber(published.value)}.`,
          help: `Use ${printNumber(Math.ceil(count.value / (each?.value ?? 1)))} ${unit.name}, or ${printNumber(published.value)} cages.${assumedHelp(cap)}`,
          ...cap,
          origin,
          label: `holds ${printNumber(published.value)} ${cage.name}`,
          related: [
            ...part.ports
              .filter((each) => each.cage === cage && each.origin !== origin)
              .map((each) => ({ origin: each.origin, message: `${printNumber(each.count)} ${cage.name} cages here.` })),
            ...(height === undefined || height.origin === origin
              ? []
              : [{ origin: height.origin, message: 'The height.' }]),
          ],
          subjects: single('part', part.index),
          derivation: published,
          remedies: [
            setting(part.origin, 'height', `${Math.ceil(count.value / (each?.value ?? 1))} ${unit.name}`),
            ...fewerCages(part, group, published.value),
          ],
          restsOn: [origin],
        });
      }
    }
    return reports;
  },
});

/** Where a switch type changes the height, if it inherits the cages; undefined if it doesn't. */
function changedHeight(part: Part<'switch'>, group: PortGroup | undefined): Origin | undefined {
  const { height } = part.values;
  const isOwn = height !== undefined && height !== part.base?.values.height;
  return isOwn && group !== undefined && isInherited(part, group) ? height.origin : undefined;
}

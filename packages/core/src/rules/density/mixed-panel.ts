// Cages of several form factors that together take more than the front panel.

import { type PanelShare, panelShare, rackUnitOf, usualLimit } from '../../facts/index.ts';
import { figure, printApart } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { severityCap } from '../../subjects/assumed-limit.ts';
import { allOf } from '../../subjects/naming.ts';
import { placeOfType, switchTypes } from '../../subjects/switch-types.ts';
import { exceeds, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'density/mixed-panel',
  severity: 'error',
  level: 'value',
  title: 'Cages of several kinds take more than the front panel together',
  why: 'Each form factor is designed for a number of cages that fill a front panel. Cages of several kinds share one panel, so their shares of it add up: 16 XPO fill an open rack unit, and 32 OSFP beside them would be a second panel. The shares are counted by the densest boxes, or by geometry where nothing is published for the unit; if only the usual figures are exceeded, this is a warning.',
  sources: [
    'XPO: 16 for each OU (Converge Digest, 2026-03-12)',
    'OSFP: 32 for each RU (OSFP MSA); 36 in vendor guides',
    'QSFP-DD: 36 for each RU',
  ],
  limit: 'front panel',
  override: 'Set `per-OU`, `per-RU` or `most-per-RU` on the cage types.',
  bad: `import "std/xpo"
import "std/osfp"

switch type Mixed {
    height 1 OU
    ports a[1..16] : XPO
    ports b[1..32] : OSFP1600
//        ^^^^^^^^^^^^^^^^^^^
}
`,
  fix: { 'height 1 OU': 'height 2 OU' },
  edges: [
    {
      name: 'half a panel of each',
      change: { 'a[1..16]': 'a[1..8]', 'b[1..32]': 'b[1..16]' },
    },
    {
      name: 'one more than half, by the usual figures',
      change: { 'a[1..16]': 'a[1..8]', 'b[1..32]': 'b[1..17]' },
      finds: 'warning: 103.13 % of the front panel',
    },
    {
      name: 'beside a form factor whose cages take an unknown share',
      change: {
        'switch type Mixed {': 'cage type Odd { power 10 W }\nswitch type Mixed {',
        'ports a[1..16]': 'ports c[1..2] : Odd\n    ports a[1..16]',
      },
      finds: '2 Odd, 16 XPO and 32 OSFP1600 cages; together they take at least 200 %',
    },
  ],
  check(facts, judge) {
    const reports: Report[] = [];
    for (const part of switchTypes(facts.fabric)) {
      const share = panelShare(part);
      const unit = rackUnitOf(part);
      if (unit === undefined || share.faceplates.length < 2 || oneIsOver(share)) continue;
      const { usual, lowest, faceplates } = share;
      const whole = figure('the whole panel', 'ratio', 1);
      const isFull = judge.exceeds(usual, whole, {
        at: placeOfType(facts.fabric, part),
        of: single('part', part.index),
      });
      if (!isFull && !exceeds(lowest.known, 1)) continue;
      const units = (part.values.height?.value ?? Number.NaN) / unit.size;
      const cages = allOf(faceplates.map(({ cage, count }) => `${printNumber(count.value)} ${cage.name}`));
      const [taken] = printApart(usual, whole);
      const full = faceplates.flatMap((each) => {
        const limit = usualLimit(each).value;
        return Number.isNaN(limit) ? [] : [`${printNumber(limit)} ${each.cage.name}`];
      });
      const origin = part.ports.at(-1)?.origin ?? part.origin;
      reports.push({
        message: `${part.name} has ${cages} cages; together they take ${taken} of the front panel of ${printNumber(units)} ${unit.name}.`,
        help: `Use ${printNumber(Math.ceil(units * usual.known - 1e-9))} ${unit.name}, or fewer cages: ${printNumber(units)} ${unit.name} holds ${full.join(' or ')}.`,
        ...(exceeds(lowest.known, 1) ? severityCap(lowest) : { severity: 'warning' as const }),
        origin,
        label: `${taken} of the panel`,
        related: part.ports.flatMap((group) =>
          group.origin === origin
            ? []
            : [{ origin: group.origin, message: `${printNumber(group.count)} ${group.cage.name} cages here.` }],
        ),
        subjects: single('part', part.index),
        derivation: usual,
        remedies: [setting(part.origin, 'height', `${Math.ceil(units * usual.known - 1e-9)} ${unit.name}`)],
        restsOn: [origin],
      });
    }
    return reports;
  },
});

/** Whether cages of one kind are too many already, which the rules for one kind report. */
function oneIsOver({ lowest }: PanelShare): boolean {
  return lowest.terms.some(({ value }) => exceeds(value, 1));
}

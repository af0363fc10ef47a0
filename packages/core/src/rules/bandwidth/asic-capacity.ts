// Cages that carry more bandwidth or lanes than the switch chip has.

import { cageBandwidth, cageLanes, switchCapacity, switchLanes } from '../../facts/index.ts';
import { type Derivation, printApart } from '../../figures/index.ts';
import { resizing } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import { changedChip, isAsBase, limitOfType, placeOfType, switchTypes } from '../../subjects/switch-types.ts';
import { exceeds, printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'bandwidth/asic-capacity',
  severity: 'error',
  level: 'value',
  title: 'Cages need more bandwidth than the switch chip has',
  why: "Each lane of a cage is wired to a SerDes lane of the chip. If the cages together have more lanes or more bandwidth than the chip, they can't all work, whatever is plugged into them. A Tomahawk 6 with 512 lanes of 200 Gbps serves 8 XPO cages of 64 lanes; a 16-cage, 204.8 Tbps unit needs two such chips.",
  sources: [
    'Broadcom Tomahawk 6: 102.4 Tbps, 512 × 200G SerDes (ServeTheHome, 2025-06-03)',
    'XPO: 64 lanes of 200 Gbps (Molex, XPO MSA)',
  ],
  limit: 'chip bandwidth',
  override: 'Set `capacity`, `serdes` or `lane-rate` on the asic type, or `asics 2` on a switch with two chips.',
  bad: `import "std/xpo"
import "std/switches"

switch type Leaf {
    asic    Tomahawk6
    height  1 OU
    ports up[1..4]   : XPO
    ports down[1..5] : XPO
//        ^^^^^^^^^^^^^^^^
}
`,
  fix: { 'down[1..5]': 'down[1..4]' },
  edges: [
    {
      name: 'two chips',
      change: { 'asic    Tomahawk6': 'asic    Tomahawk6\n    asics   2' },
    },
    {
      name: 'a later group is too large',
      change: { 'up[1..4]': 'up[1..8]', 'down[1..5]': 'down[1..1]' },
      finds: 'need 115.2 Tbps',
    },
  ],
  check(facts, judge) {
    const reports: Report[] = [];
    for (const part of switchTypes(facts.fabric)) {
      if (isAsBase(part)) continue;
      // A switch that names no chip has no limit here.
      if (part.values.asic === undefined || part.ports.length === 0) continue;
      const pairs = [
        { what: 'bandwidth', asked: cageBandwidth(part), given: switchCapacity(part) },
        { what: 'SerDes lanes', asked: cageLanes(part), given: switchLanes(part) },
      ] as const;
      const [over] = pairs.filter(({ asked, given }) =>
        judge.exceeds(asked, limitOfType(facts.fabric, part, given), { at: placeOfType(facts.fabric, part) }),
      );
      if (over !== undefined) reports.push(reportOf(part, over));
    }
    return reports;
  },
});

/** What the cages of a switch ask of its chip, and what that gives. */
interface Share {
  readonly what: string;
  readonly asked: Derivation;
  readonly given: Derivation;
}

function reportOf(part: Part<'switch'>, { what, asked, given }: Share): Report {
  const [is, has] = printApart(asked, given);
  const asic = part.values.asic;
  let before = 0;
  // Point at the first group that no longer fits.
  const culprit = part.ports.find((_, i) => {
    const term = asked.terms[i];
    before += (term?.times ?? 1) * (term?.value ?? 0);
    return exceeds(before, given.value);
  });
  const term = asked.terms[culprit === undefined ? 0 : part.ports.indexOf(culprit)];
  // If the ports are inherited, the chip is what changed.
  const chip = culprit === undefined ? undefined : changedChip(part, culprit);
  const fits = Math.floor((given.value - before + (term?.times ?? 1) * (term?.value ?? 0)) / (term?.value ?? 1) + 1e-9);
  return {
    message: `The cages of ${part.name} need ${is}${what === 'bandwidth' ? '' : ` ${what}`}; ${asic?.value.name ?? 'its chip'} has ${has}.`,
    help: `${fits > 0 ? `Reduce \`${culprit?.name ?? ''}\` to ${printCount(fits, 'cage')}` : `Remove \`${culprit?.name ?? ''}\``}, or set \`asics\` if the switch has more than one chip.`,
    origin: chip ?? culprit?.origin ?? part.origin,
    label: chip === undefined ? `${culprit?.name ?? part.name} exceeds the chip` : 'has less than that',
    related:
      chip !== undefined && culprit !== undefined
        ? [{ origin: culprit.origin, message: `\`${culprit.name}\` is declared here.` }]
        : asic === undefined
          ? []
          : [{ origin: asic.origin, message: `The chip is ${asic.value.name}.` }],
    subjects: single('part', part.index),
    derivation: asked,
    remedies: culprit === undefined || chip !== undefined || fits < 1 ? [] : [resizing(culprit.origin, fits)],
    blames: [chip ?? culprit?.origin ?? part.origin],
  };
}

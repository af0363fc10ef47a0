// A module whose channels take more lanes than its cage has.

import { opticsRate } from '../../facts/index.ts';
import { type Derivation, figure, printValue, sum } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import { exceeds, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/xpo-breakout-lanes',
  severity: 'error',
  level: 'value',
  title: 'The channels of a module take more lanes than its cage has',
  why: 'A cage has so many electrical lanes in one direction: 64 of an XPO, 8 of an OSFP. Channels share them out: an XPO breaks out into 8 x 1.6T, 16 x 800G, 32 x 400G or 64 x 200G, and whatever the mix, its lanes sum to 64 at the most and its bandwidth to 12.8 Tbps.',
  sources: ['XPO MSA: 64 lanes of 200 Gbps (Molex); breakouts by lanes', 'OSFP MSA: 8 lanes'],
  override: 'Set `lanes` or `lane-rate` on the cage type.',
  bad: `import "std/xpo"

module type Split is Xpo {
    channels 18 x 800GBASE-DR4
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
  good: `import "std/xpo"

module type Split is Xpo {
    channels 16 x 800GBASE-DR4
}
`,
  check: ({ fabric }) =>
    fabric.parts.flatMap((part) =>
      part.library || part.kind !== 'module' || part.base?.values === part.values ? [] : judge(part as Part<'module'>),
    ),
});

function judge(module: Part<'module'>): Report[] {
  const { channels, 'form-factor': form } = module.values;
  const cage = form?.value;
  if (channels === undefined || cage === undefined) return [];
  const { lanes, 'lane-rate': rate } = cage.values;
  const each = (of: (optics: Part<'optics'>) => Derivation): Derivation[] =>
    channels.value.map(({ count, part }) => ({ ...of(part), times: count }));
  const taken = sum(
    `lanes of the channels of ${module.name}`,
    'count',
    'channels × lanes',
    each((optics) => figure(`lanes of ${optics.name}`, 'count', optics.values.lanes?.value ?? Number.NaN)),
  );
  const wanted = sum(`bandwidth of ${module.name}`, 'bit rate', 'channels × rate', each(opticsRate));
  const most = (lanes?.value ?? Number.NaN) * (rate?.value ?? Number.NaN);
  if (lanes !== undefined && exceeds(taken.value, lanes.value))
    return [
      report(
        module,
        `The channels of ${module.name} take ${printNumber(taken.value)} lanes; ${cage.name} has ${printNumber(lanes.value)}.`,
        taken,
      ),
    ];
  if (exceeds(wanted.value, most))
    return [
      report(
        module,
        `The channels of ${module.name} carry ${printValue(wanted)}; the lanes of ${cage.name} carry ${printValue({ ...wanted, value: most })}.`,
        wanted,
      ),
    ];
  return [];
}

function report(module: Part<'module'>, message: string, derivation: Derivation): Report {
  const origin = module.values.channels?.origin ?? module.origin;
  return {
    message,
    help: 'Leave channels out until their lanes fit.',
    origin,
    label: 'more than the cage has',
    subjects: single('part', module.index),
    derivation,
    blames: [origin],
  };
}

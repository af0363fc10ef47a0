// A module whose channels use more lanes than its cage has.

import { opticsRate } from '../../facts/index.ts';
import { type Derivation, figure, printValue, sum } from '../../figures/index.ts';
import { type Remedy, setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import { exceeds, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/xpo-breakout-lanes',
  severity: 'error',
  level: 'value',
  title: 'The channels of a module use more lanes than its cage has',
  why: 'A cage has a number of electrical lanes per direction: 64 for an XPO, 8 for an OSFP. Channels share them: an XPO breaks out into 8 x 1.6T, 16 x 800G, 32 x 400G or 64 x 200G, and whatever the mix, it has at most 64 lanes and 12.8 Tbps.',
  sources: ['XPO MSA: 64 lanes of 200 Gbps (Molex); breakouts by lanes', 'OSFP MSA: 8 lanes'],
  override: 'Set `lanes` or `lane-rate` on the cage type.',
  bad: `import "std/xpo"

module type Split is Xpo {
    channels 18 x 800GBASE-DR4
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
  fix: { 'channels 18 x': 'channels 16 x' },
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
  const used = sum(
    `lanes of the channels of ${module.name}`,
    'count',
    'channels × lanes',
    each((optics) => figure(`lanes of ${optics.name}`, 'count', optics.values.lanes?.value ?? Number.NaN)),
  );
  const wanted = sum(`bandwidth of ${module.name}`, 'bit rate', 'channels × rate', each(opticsRate));
  const limit = (lanes?.value ?? Number.NaN) * (rate?.value ?? Number.NaN);
  if (lanes !== undefined && exceeds(used.value, lanes.value))
    return [
      report(
        module,
        `The channels of ${module.name} use ${printNumber(used.value)} lanes; ${cage.name} has ${printNumber(lanes.value)}.`,
        used,
      ),
    ];
  if (exceeds(wanted.value, limit))
    return [
      report(
        module,
        `The channels of ${module.name} carry ${printValue(wanted)}; the lanes of ${cage.name} carry ${printValue({ ...wanted, value: limit })}.`,
        wanted,
      ),
    ];
  return [];
}

function report(module: Part<'module'>, message: string, derivation: Derivation): Report {
  const origin = module.values.channels?.origin ?? module.origin;
  return {
    message,
    help: 'Remove channels until their lanes fit.',
    origin,
    label: 'more than the cage has',
    subjects: single('part', module.index),
    derivation,
    blames: [origin],
    remedies: fewerChannels(module),
  };
}

/** As many channels as the lanes of the cage carry, where all are alike. */
function fewerChannels({ values: { channels, 'form-factor': form } }: Part<'module'>): Remedy[] {
  const [only, ...more] = channels?.value ?? [];
  const count = Math.floor(
    (form?.value.values.lanes?.value ?? Number.NaN) / (only?.part.values.lanes?.value ?? Number.NaN),
  );
  return channels === undefined || only === undefined || more.length > 0 || !(count > 0)
    ? []
    : [setting(channels.origin, 'channels', `${count} x ${only.part.name}`)];
}

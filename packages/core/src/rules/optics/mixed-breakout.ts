// A module with connectors broken out in different ways, whose maker wants them alike.

import { type Remedy, setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Counted, type Given, type Part, single } from '../../model/index.ts';
import { allOf } from '../../subjects/naming.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/mixed-breakout',
  severity: 'error',
  level: 'value',
  title: 'The connectors of a module are broken out in different ways',
  why: 'A twin-port module takes a straight cord or a splitter in each of its connectors. Some makers support only the same in both: a 2 x 400G module links two 400G adapters or four 200G ones, and no mix of them. `breakout alike` on a module type says so.',
  sources: [
    'NVIDIA MMS4X00-NS400 and MMA4Z00-NS400-T specifications: both fibers of the twin-port module are straight or splitters and cannot be mixed',
  ],
  override: 'Set `breakout any` on the module type if its maker supports the mix.',
  bad: `import "std/osfp"

optics type Half is 400GBASE-DR4 { lanes 2  fibers 4 }
module type Mixed is Osfp2x400Dr4 {
    channels  1 x 400GBASE-DR4, 2 x Half
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    connector 2 x MPO12
}
`,
  fix: { 'channels  1 x 400GBASE-DR4, 2 x Half': 'channels  4 x Half' },
  edges: [
    { name: 'a maker who takes any mix', change: { 'connector 2': 'breakout any  connector 2' } },
    { name: 'both straight', change: { '1 x 400GBASE-DR4, 2 x Half': '2 x 400GBASE-DR4' } },
    {
      name: 'connectors that are not given: the independent ports of the cage',
      change: { '    connector 2 x MPO12\n': '' },
      finds: 'Mixed has 1 and 2 links on its connectors',
    },
  ],
  check: ({ fabric }) =>
    fabric.parts.flatMap((part) =>
      part.library || part.kind !== 'module' || part.base?.values === part.values ? [] : judge(part as Part<'module'>),
    ),
});

function judge(module: Part<'module'>): Report[] {
  const { channels, breakout } = module.values;
  if (breakout?.value !== 'alike' || channels === undefined) return [];
  const links = linksByConnector(module);
  if (new Set(links).size < 2) return [];
  return [
    {
      message: `${module.name} has ${allOf(links.map(String))} links on its connectors; its maker wants ${printCount(links.length, 'connector')} broken out alike.`,
      help: 'Use straight cords in all connectors, or the same splitter in all.',
      origin: channels.origin,
      label: 'broken out in different ways',
      subjects: single('part', module.index),
      related: [{ origin: breakout.origin, message: 'Its breakouts must be alike.' }],
      blames: [channels.origin],
      remedies: brokenOutAlike(channels, links.length),
    },
  ];
}

/** Links on each connector of a module, as its channels fill them lane after lane; none where that isn't known. */
function linksByConnector({ values }: Part<'module'>): number[] {
  const channels = (values.channels?.value ?? []).flatMap(({ count, part }) =>
    Array.from({ length: Math.min(count, maxChannels) }, () => part.values.lanes?.value ?? Number.NaN),
  );
  const face = values.connector?.value.reduce((all, { count }) => all + count, 0);
  const connectors = face ?? values['form-factor']?.value.values['independent-ports']?.value ?? 1;
  const each = channels.reduce((all, lanes) => all + lanes, 0) / connectors;
  if (!Number.isInteger(each)) return [];
  const links = Array.from({ length: connectors }, () => 0);
  let lane = 0;
  for (const lanes of channels) {
    for (let at = Math.floor(lane / each); at * each < lane + lanes; at++) links[at] = (links[at] ?? 0) + 1;
    lane += lanes;
  }
  return links;
}

/** The same channels on each of some connectors: those of one of the PMDs, where they fill it. */
function brokenOutAlike(channels: Given<readonly Counted<'optics'>[]>, connectors: number): Remedy[] {
  const lanesOf = ({ values }: Part<'optics'>): number => values.lanes?.value ?? Number.NaN;
  const lanes = channels.value.reduce((all, { count, part }) => all + count * lanesOf(part), 0);
  return [...new Set(channels.value.map(({ part }) => part))].flatMap((part) => {
    const each = lanes / connectors / lanesOf(part);
    return Number.isInteger(each) ? [setting(channels.origin, 'channels', `${connectors * each} x ${part.name}`)] : [];
  });
}

/** More than a cage has lanes: a bound on what is computed. */
const maxChannels = 1024;

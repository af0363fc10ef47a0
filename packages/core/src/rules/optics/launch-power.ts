// A power into the spans of a line that its booster, or the transmitter without one, can't deliver.
import { boosterOf, isCoherent, launchedBy, waysOf } from '../../facts/index.ts';
import { printValue, stated } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { deviceOfPort, type Fabric, type LinkGroup, unsignedAt } from '../../model/index.ts';
import { gravest, severityCap } from '../../subjects/assumed-limit.ts';
import { budgetsFor, countedLinks, type LinksBudget, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { atMostText, exceeds, printCount, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/launch-power',
  severity: 'error',
  level: 'value',
  title: 'A line launches more power than its booster delivers',
  why: '`launch` is what the line system should set. The booster delivers it as far as its gain takes the power of the transmitter there, and as its output power suffices for all channels together: 80 channels of 4 dBm are 4 + 10·lg 80 = 23 dBm. `channels` gives the number of channels that share the booster; without it each link has a booster of its own, and a warning shows where one booster could not serve all links between two devices.',
  sources: ['10·lg of the number of channels', 'GNPy eqpt_config: amplifiers of 21 to 25 dBm of output power'],
  limit: 'launch power',
  override: 'Set `launch` or `channels` on the link, or `gain` and `output-power` on the amplifier type.',
  bad: `import "std/qsfp"

amplifier type Edfa { gain 20 dB  noise-figure 5.5 dB  output-power 20 dBm }
switch type Box { height 2 RU  ports p[1..2] : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { length 60 km  amplifiers 2 x Edfa  channels 80  launch 4 dBm }
//                                                                         ^^^^^^^^^^^^
`,
  fix: { 'launch 4 dBm': 'launch 0 dBm' },
  edges: [
    { name: 'one decibel over', change: { 'launch 4 dBm': 'launch 2 dBm' }, finds: 'launch 2 dBm of each channel' },
    {
      name: 'more than the gain gives',
      change: { 'channels 80': 'channels 1', 'launch 4 dBm': 'launch 10.1 dBm' },
      finds: 'Edfa delivers 10 dBm',
    },
    { name: 'all that the gain gives', change: { 'channels 80': 'channels 1', 'launch 4 dBm': 'launch 10 dBm' } },
  ],
  perLink: true,
  check: (facts, judge) =>
    budgetsFor(facts, 'optics/launch-power').flatMap((budget) => {
      const report = beyondReach(facts.fabric, budget, judge) ?? beyondSharing(facts.fabric, budget);
      return report === undefined ? [] : [report];
    }),
});

const launches = { one: 'launches', many: 'launch' };

/** A report of a launch power that the booster, or the transmitter without one, can't deliver. */
function beyondReach(fabric: Fabric, budget: LinksBudget, judge: Judge): Report | undefined {
  const { group } = budget.class;
  const { launch, channels } = group.medium;
  if (launch === undefined) return undefined;
  const wish = stated('power of one channel into the span', 'optical power', launch, '');
  const weak = gravest(
    waysOf(budget).filter(
      (way) => isCoherent(way.sender) && judge.exceeds(wish, launchedBy(way, launch.value), countedLinks(budget)),
    ),
    (way) => severityCap(launchedBy(way, launch.value)),
    (way) => -launchedBy(way, launch.value).value,
  );
  if (weak === undefined) return undefined;
  const booster = boosterOf(group);
  const launched = launchedBy(weak, launch.value);
  const shared =
    channels === undefined || booster === undefined ? '' : ` to each of ${printCount(channels.value, 'channel')}`;
  return {
    message: `${linkSentence(fabric, budget, launches, `${printQuantity(launch.value, 'optical power')} of each channel`)}; ${(booster ?? weak.sender).name} delivers ${printValue(launched)}${shared}.`,
    help: `Set \`launch\` to ${printValue(launched)} or less, or use ${booster === undefined ? 'a booster' : 'a booster with more gain or output power'}.`,
    origin: launch.origin,
    subjects: linksOf(budget),
    label: 'more than the booster delivers',
    remedies: [setting(launch.origin, 'launch', atMostText(launched.value, 'optical power'))],
    derivation: launched,
    blames: [launch.origin],
    ...severityCap(launched),
  };
}

/** A report of links that one booster would not suffice for, where the link doesn't say how many share it. */
function beyondSharing(fabric: Fabric, budget: LinksBudget): Report | undefined {
  const { group, from } = budget.class;
  const { launch, channels } = group.medium;
  const booster = boosterOf(group);
  const most = booster?.values['output-power'];
  if (launch === undefined || channels !== undefined || booster === undefined || most === undefined) return undefined;
  const count = mostBetweenTwo(fabric, group);
  const together = launch.value + 10 * Math.log10(count);
  if (!isCoherent(from.optics) || !exceeds(together, most.value)) return undefined;
  const power = (value: number): string => printQuantity(value, 'optical power');
  return {
    message: `${linkSentence(fabric, budget, launches, `${power(launch.value)} of each channel`)}; ${printCount(count, 'channel')} are ${power(together)} together, and one ${booster.name} delivers ${power(most.value)}.`,
    help: `Write \`channels ${count}\` if these links share a booster, or \`channels 1\` if each has its own.`,
    severity: 'warning',
    origin: launch.origin,
    subjects: linksOf(budget),
    label: 'too much for one booster',
  };
}

/** The most links of a statement that join the same two devices: as many channels may share a line. */
function mostBetweenTwo(fabric: Fabric, { first, count }: LinkGroup): number {
  const counts = new Map<string, number>();
  for (let link = first; link < first + count; link++) {
    const ends = [fabric.links.from, fabric.links.to].map((ports) => deviceOfPort(fabric, unsignedAt(ports, link)));
    const key = ends.join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(1, ...counts.values());
}

// A plan in words: what was asked, the parts of each network, why it has the size it has, and why others don't do.
import {
  type Derivation,
  grownHosts,
  knownOf,
  laterLeaves,
  type Plan,
  type PlannedModule,
  type PlannedNetwork,
  plannedLeast,
  plannedSwitches,
  printCount,
  printNumber,
  printQuantity,
  type RefusedNetwork,
  type Striping,
  type Tier,
} from '@lightloom/core';
import { valueText } from '../wording/value-text.ts';

/** `288 hosts with 8 ports of 800 Gbps each, oversubscribed 1 : 1 at most` */
function askedText({ demand: { hosts, growth, rails, rate, oversubscription } }: Plan): string {
  const port = printQuantity(rate, 'bit rate');
  const ports = rails === 1 ? `a port of ${port}` : `${printCount(rails, 'port')} of ${port}`;
  const later = growth === 0 ? '' : `, later ${printNumber(grownHosts(hosts, growth))},`;
  return `${printCount(hosts, 'host')}${later} with ${ports} each, oversubscribed ${printNumber(oversubscription)} : 1 at most`;
}

/** What was found, in a sentence. */
export function outcomeText(plan: Plan): string {
  const [smallest] = plan.networks;
  if (smallest === undefined) return `No network was found for ${askedText(plan)}.`;
  const others = plan.networks.length - 1;
  const rest =
    others === 0 ? '' : `; ${others === 1 ? 'one other network does' : `${printNumber(others)} other networks do`} too`;
  return `${formName(smallest)} of ${printCount(plannedSwitches(smallest), 'switch', 'switches')} ${smallest.planes * smallest.tiers === 1 ? 'carries' : 'carry'} ${askedText(plan)}${leastText(smallest, plan)}${rest}.`;
}

/** `, at the least price: 1,234,000 USD`; empty where the number of switches decides. */
function leastText(network: PlannedNetwork, { demand: { least } }: Plan): string {
  const value = plannedLeast(network, least);
  const what = {
    switches: '',
    price: 'at the least price',
    power: 'with the least power',
    parts: 'with the fewest parts',
  };
  return value === undefined ? '' : `, ${what[least]}: ${valueText(value)}`;
}

/** `Two tiers`, `Three tiers on 4 planes` */
export function formName({ tiers, planes }: Pick<RefusedNetwork, 'tiers' | 'planes'>): string {
  const name = { 1: 'One tier', 2: 'Two tiers', 3: 'Three tiers' }[tiers];
  return planes === 1 ? name : `${name} on ${printNumber(planes)} planes`;
}

/** One tier of a network, over all planes. */
export interface TierText {
  readonly name: string;
  readonly switches: number;
  readonly part: string;
  /** `72 links down, 72 up` */
  readonly links: string;
}

/** The tiers of a network, the leaves first. */
export function tierTexts({ shape, planes }: PlannedNetwork, { demand: { switches } }: Plan): TierText[] {
  const tiers = [shape.leaf, shape.spine, shape.core];
  const names = [shape.tiers === 1 ? 'switches' : 'leaves', 'spines', 'core'];
  return tiers.flatMap((tier, i): TierText[] => {
    const [name, part] = [names[i], switches[i]?.name];
    if (tier === undefined || name === undefined || part === undefined) return [];
    return [{ name, switches: planes * tier.switches, part, links: linksText(tier) }];
  });
}

function linksText({ down, up }: Tier): string {
  return up === 0
    ? `${printCount(down, 'link')} each`
    : `${printNumber(down)} links down and ${printNumber(up)} up each`;
}

/** Figures of a network by name. */
export function figuresOf(network: PlannedNetwork): [name: string, value: string][] {
  const { report, hall, shape, planes, cost } = network;
  const { modules, cables } = report.totals;
  const optional = (name: string, value: Derivation | undefined): [string, string][] =>
    value === undefined ? [] : [[name, whyUnknown(value)]];
  return [
    ...(shape.pods > 1
      ? ([['pods', `${printNumber(shape.pods * planes)}, ${podText(shape.groups)}`]] as [string, string][])
      : []),
    ['modules', valueText(modules)],
    ['cables', valueText(cables)],
    ['power of the switches', whyUnknown(hall.switchPower)],
    ['power of the modules in hosts', whyUnknown(hall.hostModulePower)],
    ...(knownOf(cost) > 0 ? [['price', whyUnknown(cost)] as [string, string]] : []),
    ...optional('racks for the switches', hall.racks),
    ...optional('CDUs', hall.cdus),
    [
      'feeds',
      `2${Number.isNaN(hall.feed.value) ? '' : ` of ${valueText(hall.feed)}`}: either carries the switches alone`,
    ],
  ];
}

function podText(groups: number): string {
  return groups === 1 ? 'every spine reaches every core switch' : `core switches in ${printNumber(groups)} groups`;
}

/** A value, or why it isn't known. */
function whyUnknown(value: Derivation): string {
  const missing = firstUnknown(value);
  return Number.isNaN(value.value) && missing !== undefined ? `${valueText(value)} (${missing})` : valueText(value);
}

function firstUnknown(value: Derivation): string | undefined {
  if (value.unknown !== undefined) return value.unknown;
  for (const term of value.terms) {
    const found = firstUnknown(term);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `Osfp2x800Dr4 in the switches, Osfp800Dr4 in the hosts: 800GBASE-DR4` */
export function opticsText({ optics, shape }: PlannedNetwork): string {
  const inSwitches = new Set(optics.switches.slice(0, shape.tiers).map(moduleText));
  return `${[...inSwitches].join(' and ')} in the switches, ${moduleText(optics.host)} in the hosts: ${optics.pmd.name}`;
}

function moduleText({ base, channels, derived, pmd }: PlannedModule): string {
  return derived === undefined ? base.name : `${base.name} as ${printNumber(channels)} x ${pmd.name}`;
}

/** Why a network has more switches or links than capacity alone would need. */
export function whyTexts(network: PlannedNetwork): string[] {
  const { striping, spareUplinks, shape, planes } = network;
  const spare =
    spareUplinks === 0
      ? []
      : [
          `A leaf has ${printCount(spareUplinks, 'uplink')} more than its ${printCount(shape.leaf.down, 'host link')} need: with fewer, the network has more switches, because they don't divide as well.`,
        ];
  return [
    ...striping.map((each) => (planes === 1 ? '' : 'In each plane, ') + stripingText(each)),
    ...spare,
    ...growthTexts(network),
  ];
}

/** What comes later, and what is there already. */
function growthTexts({ growth, shape, planes }: PlannedNetwork): string[] {
  if (growth === undefined) return [];
  const { hosts, grown } = growth;
  const leaves = planes * laterLeaves(shape, growth);
  const more = `${printCount(grown - hosts, 'host')} ${grown - hosts === 1 ? 'comes' : 'come'} later`;
  if (shape.tiers === 1) return [`${more}: their ports are free until then, and no cable is touched.`];
  const rest = shape.tiers === 3 ? ' and the rest of their pods' : '';
  const withLeaves =
    leaves === 0 ? ', at leaves that are there' : ` with ${printCount(leaves, 'leaf', 'leaves')}${rest}`;
  return [
    `${more}${withLeaves}. What they are linked to has room for them from the first day: no cable is touched then.`,
  ];
}

/** `32 leaves with 72 uplinks each would fill 16 spines of 144 ports. But …` */
function stripingText({ tier, filled, striped, uplinks, below, ports }: Striping): string {
  const [lower, upper] = tier === 'spine' ? ['leaves', 'spines'] : ['spines', 'core switches'];
  const fill = `${printNumber(below)} ${lower} with ${printCount(uplinks, 'uplink')} each would fill ${printNumber(filled)} ${upper} of ${printCount(ports, 'port')}.`;
  if (tier === 'core')
    return `${fill} But divided evenly, the links of each group need more: ${printNumber(striped)} in all.`;
  const each = printCount(uplinks / striped, 'link');
  return `${fill} But ${printNumber(uplinks)} uplinks don't divide evenly over ${printNumber(filled)}; over ${printNumber(striped)} they do, with ${each} to each.`;
}

/** Why there is no network of a form. */
export function refusalText({ because, tiers }: RefusedNetwork, plan: Plan): string {
  switch (because.kind) {
    case 'hosts':
      return `reaches at most ${printCount(because.most, 'host')} with ${tiers === 1 ? 'this switch' : 'these switches'}.`;
    case 'uneven':
      return `no number of switches divides the links of ${printCount(plan.demand.hosts, 'host')} evenly.`;
    case 'optics':
      return `no module of the library has links of ${printQuantity(because.linkRate, 'bit rate')} for ${plan.demand.switches[0].name} and for a host; choose another rate, or import types of your own.`;
    case 'check':
      return `the design has a problem: ${because.message}`;
  }
}

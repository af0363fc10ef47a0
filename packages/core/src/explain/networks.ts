// Explanations of networks and links.

import { cablesOfClass, type Facts, tierRatios } from '../answers/index.ts';
import {
  amplifiersOf,
  dispersionMargin,
  dispersionOf,
  isCoherent,
  type LinkBudget,
  laneMap,
  latencyOf,
  osnrMargin,
  receivedOsnr,
  receivedOver,
  typicalLoss,
  waysOf,
} from '../facts/index.ts';
import { type Derivation, figure, printValue } from '../figures/index.ts';
import { deviceName, type LinkGroup, type Network, single } from '../model/index.ts';
import { originKey } from '../source/index.ts';
import { printCount, same } from '../units/index.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';
import { contentRows, costRows, factRow } from './required.ts';

/** Explains a network: size, bandwidth, worst margins. */
export function explainNetwork(facts: Facts, network: Network): Explanation {
  const groups = facts.fabric.linkGroups.filter((each) => each.network === network);
  const links = groups.reduce((all, each) => all + each.count, 0);
  const { bandwidth, optics } = facts;
  const full = bandwidth.fullBisection(network.index);
  const subject = { selection: single('network', network.index), name: network.name };
  return {
    title: `Network ${network.name}, ${network.kind}, ${printCount(links, 'link')}`,
    rows: [
      row('oversubscription', bandwidth.oversubscription(network.index)),
      ...tierRows(facts, network),
      row('injection', bandwidth.injection(network.index)),
      row(
        'bisection',
        bandwidth.bisection(network.index),
        Number.isNaN(full.value) ? undefined : `of ${printValue(full)} in full`,
      ),
      row('worst margin', optics.margin(network.index)),
      ...factRow(facts, subject, 'maximum loss', 'loss'),
      ...factRow(facts, subject, 'minimum receive margin', 'receive-margin'),
      ...factRow(facts, subject, 'minimum OSNR margin (ASE only)', 'osnr-margin'),
      ...factRow(facts, subject, 'minimum dispersion margin', 'dispersion-margin'),
      ...factRow(facts, subject, 'longest link', 'length'),
      ...factRow(facts, subject, 'minimum reach margin', 'reach-margin'),
      ...factRow(facts, subject, 'maximum latency', 'latency'),
      row('diameter', facts.connectivity.diameter(network.index)),
      row('equal paths', facts.connectivity.paths(network.index)),
      ...contentRows(facts, subject),
      ...factRow(facts, subject, 'fibers', 'fibers'),
      ...factRow(facts, subject, 'power', 'power'),
      ...factRow(facts, subject, 'energy per bit', 'energy'),
      ...costRows(facts, subject),
    ],
  };
}

/** Each tier as a whole, with its worst switch if that differs. */
function tierRows(facts: Facts, { index }: Network): ExplanationRow[] {
  return tierRatios(facts, index).map(({ tier, names, worst, whole, worstSwitch }) => {
    const note = same(worst.value, whole.value)
      ? undefined
      : `${printValue(worst)} for ${deviceName(facts.fabric, worstSwitch)}`;
    return row(`tier ${tier}, ${names.join(', ')}`, whole, note);
  });
}

/** Explains the links of one statement, in all scopes it is elaborated in. */
export function explainLinks(facts: Facts, groups: readonly LinkGroup[]): Explanation {
  const keys = new Set(groups.map((each) => originKey(each.origin)));
  // Single links with the same path share a budget.
  const shared = new Set(groups.filter((each) => each.count === 1).map((each) => facts.links.of[each.first]));
  const count = groups.reduce((all, each) => all + each.count, 0);
  const rows: ExplanationRow[] = [];
  for (const budget of facts.optics.budgets) {
    const own = keys.has(originKey(budget.class.group.origin));
    if (!own && !shared.has(budget.class.index)) continue;
    rows.push(
      ...budgetRows(facts, budget),
      ...(own && !shared.has(budget.class.index) ? [row('cables', cablesOfClass(facts, budget.class.index))] : []),
      row(
        'fibers',
        figure(
          'fibers',
          'count',
          budget.fibers * (own && !shared.has(budget.class.index) ? budget.class.count : count),
        ),
        `${printValue(figure('fibers', 'count', budget.fibers))} per link`,
      ),
    );
  }
  const pattern = groups[0]?.pattern;
  return { title: `${printCount(count, 'link')}${pattern === undefined ? '' : `, ${pattern}`}`, rows };
}

/**
 * The figures of each link of a class.
 * @param at the link whose lanes are shown, and the end they start from
 */
export function budgetRows(facts: Facts, budget: LinkBudget, at?: LaneStart): ExplanationRow[] {
  const length = row('length', budget.length, `of ${printValue(budget.reach)} reach`);
  if (budget.class.group.cable !== undefined) return [row('rate', budget.rate), length, latencyRow(budget)];
  return [
    row('rate', budget.rate),
    row('loss', budget.loss, allowedText(budget)),
    ...(facts.basis === 'worst-case' ? [row('typical loss', typicalLoss(budget))] : []),
    ...(budget.margin.isNone === true ? [] : [row('margin', budget.margin)]),
    length,
    ...receivedRows(budget),
    ...coherentRows(budget),
    latencyRow(budget),
    ...laneRows(facts, budget, at),
  ];
}

/** `of 3 dB the optics allow`; nothing where noise is the limit. */
function allowedText({ allowed, class: { group } }: LinkBudget): string | undefined {
  if (allowed.isNone === true) return undefined;
  return `of ${printValue(allowed)} the optics allow${amplifiersOf(group).length === 0 ? '' : ' in each span'}`;
}

function latencyRow(budget: LinkBudget): ExplanationRow {
  return row('latency', latencyOf(budget));
}

/** The power at the receivers, as far as the PMDs have a launch power. */
function receivedRows(budget: LinkBudget): ExplanationRow[] {
  return receivedOver(budget).flatMap(({ least, floor, most, overload, oma, stressed, at }) => {
    const where = budget.class.from.optics === budget.class.to.optics ? '' : ` at the ${at} end`;
    const rows = [
      row(`minimum received power${where}`, least, `${neededText(floor)} needed`),
      row(`maximum received power${where}`, most, `${printValue(overload)} tolerated`),
      row(`minimum received OMA${where}`, oma, `stressed sensitivity ${printValue(stressed)}`),
    ];
    return rows.filter(({ fact }) => !Number.isNaN(fact.value));
  });
}

/** `−5.9 dBm`, or `−20 dBm to −12 dBm` for a limit that depends on an unknown OSNR. */
function neededText(floor: Derivation): string {
  const { bounds } = floor;
  if (bounds === undefined) return printValue(floor);
  return `${printValue({ ...floor, value: bounds.least })} to ${printValue({ ...floor, value: bounds.most })}`;
}

/** Noise and dispersion of a coherent link, in each of its directions that differ. */
function coherentRows(budget: LinkBudget): ExplanationRow[] {
  const ways = waysOf(budget).filter(({ sender }) => isCoherent(sender));
  return ways.flatMap((way) => {
    const where = ways.length === 1 ? '' : ` at the ${way.at} end`;
    const needed = way.receiver.values.osnr;
    const { atMost, total } = receivedOsnr(way);
    const note = needed === undefined ? undefined : `${printValue({ ...atMost, value: needed.value })} needed`;
    return [
      row(`OSNR (ASE only)${where}${Number.isNaN(total.value) ? ', at most' : ''}`, atMost, note),
      row(`dispersion${where}`, dispersionOf(way.group, way.sender, budget.length)),
      ...[
        row(`OSNR margin (ASE only)${where}`, osnrMargin(way)),
        row(`dispersion margin${where}`, dispersionMargin(way, budget.length)),
      ].filter(({ fact }) => !Number.isNaN(fact.value)),
    ];
  });
}

/** Where the lanes of a link start. */
export interface LaneStart {
  readonly link: number;
  readonly end: 'from' | 'to';
}

/** The position of each lane in every connector, if the path or a panel in it has a polarity. */
function laneRows({ fabric }: Facts, { class: each }: LinkBudget, at?: LaneStart): ExplanationRow[] {
  const { polarity, panels } = each.group.medium;
  const hasPolarity = polarity !== undefined || panels?.value.some(({ part }) => part.values.polarity !== undefined);
  return hasPolarity === true ? [row('lanes that reach their receiver', laneMap(fabric, each, at?.link, at?.end))] : [];
}

// What each single failure breaks, the worst first.

import { requirableFacts } from '../../catalogue/index.ts';
import { isCut, isLost, losesCooling, losesLinks, type Scenario } from '../../facts/conditions/scenario.ts';
import { feedCapacity, feedLoad } from '../../facts/power/feeds.ts';
import type { Derivation } from '../../figures/derivation.ts';
import {
  type Expression,
  type Feed,
  factsIn,
  fromDevice,
  type Loop,
  type Network,
  numberAt,
  type Requirement,
  realAt,
  toDevice,
  unsignedAt,
} from '../../model/index.ts';
import { exceeds, same } from '../../units/index.ts';
import { defineAnswer } from '../answer.ts';
import { allFacts, type Facts } from '../facts.ts';
import { type Verdict, verdictAsIs } from '../required/requirement.ts';
import { type OwnLoss, ownLoss } from './own-loss.ts';
import type { SingleFailure } from './single-failure.ts';
import { singleFailures } from './single-failures.ts';

/** What a single failure does. */
export interface FailureEffect {
  readonly failure: SingleFailure;
  /** Requirements that hold with nothing failed and fail with this. */
  readonly broken: readonly Verdict[];
  /** Running hosts that have lost all their links in a network. */
  readonly cutOff: number;
  /** Devices that stop: the thing itself, or what is in it or depends on it. */
  readonly stopped: number;
  /** Where links are lost and no device is: what that costs the device that loses most of its own. */
  readonly own: OwnLoss | undefined;
  /** Networks that carry less, the worst first. */
  readonly bandwidth: readonly BandwidthLoss[];
  /** Loops whose return changes. */
  readonly loops: readonly LoopEffect[];
  /** Feeds that carry more than they can. */
  readonly overloaded: readonly FeedEffect[];
}

interface BandwidthLoss {
  /** Undefined for links outside of networks. */
  readonly network: Network | undefined;
  /** Lost share of its bisection; of all its links where the bisection is unknown. */
  readonly lost: number;
  readonly of: 'bisection' | 'links';
  /** Why its bisection has become unknown. */
  readonly why?: string | undefined;
}

interface LoopEffect {
  readonly loop: Loop;
  readonly before: Derivation;
  readonly after: Derivation;
  /** Whether the return is now over its limit, or grows without bound, and was not before. */
  readonly over: boolean;
}

interface FeedEffect {
  readonly feed: Feed;
  readonly load: Derivation;
  readonly capacity: Derivation;
}

/** All single failures. */
export interface FailureSweep {
  /** The worst first. */
  readonly effects: readonly FailureEffect[];
  /** Kinds of failure that were left out because the design has too many: those with the fewest links. */
  readonly leftOut: number;
}

/** Most links visited in all: a sweep of a design with a million links takes seconds, not minutes. */
const maxVisits = 300_000_000;
/** Kinds of failure that are always examined. */
const minKinds = 24;

/** Fails one thing of every kind and ranks the consequences. It takes the longest of all that is drawn, so it is kept: a drawing asks once more to explain itself. */
export const failureSweep = defineAnswer({ facts: allFacts }, ({ facts }): FailureSweep => sweepOf(facts));

function sweepOf(facts: Facts): FailureSweep {
  const { fabric } = facts;
  const all = singleFailures(facts).sort((a, b) => b.weight - a.weight);
  const passes = Math.max(1, fabric.networks.length) * 2 * Math.max(1, fabric.links.count + fabric.devices.count);
  const most = Math.max(minKinds, Math.floor(maxVisits / passes));
  const tried = all.slice(0, most);
  // How many things are installed says nothing of what their failure costs.
  const required = distinct(fabric.requirements).filter(
    ({ value, limit }) => ![value, limit].flatMap(factsIn).every(({ fact }) => requirableFacts[fact]?.counts === true),
  );
  const before = required.map((each) => verdictAsIs(facts, each));
  const effects = tried.map((each) => effectOf(facts, each, before));
  return { effects: effects.sort(byRank), leftOut: all.length - tried.length };
}

/** Requirements without those that differ only in the failures they name: all are evaluated with just one failure. */
function distinct(requirements: readonly Requirement[]): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const each of requirements) {
    const { value, comparator, limit, ofFull } = each;
    const key = [keyOf(value), comparator, keyOf(limit), ofFull].join(' ');
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

/** A key that expressions share which ask for the same. */
function keyOf(expression: Expression): string {
  switch (expression.kind) {
    case 'fact': {
      const { fact, subject, point, each, text } = expression;
      return [fact, text, subject.of, subject.ids[0], subject.ids.length, point, each].join(':');
    }
    case 'number':
      return String(expression.value);
    case 'name':
      return keyOf(expression.value);
    case 'arithmetic':
      return `(${keyOf(expression.left)} ${expression.operator} ${keyOf(expression.right)})`;
  }
}

function effectOf(facts: Facts, failure: SingleFailure, before: readonly Verdict[]): FailureEffect {
  const scenario = failure.scenario();
  const under = facts.under(scenario);
  const broken = before.flatMap((each) => {
    if (each.holds !== true) return [];
    const after = verdictAsIs(under, each.requirement);
    return after.holds === false ? [after] : [];
  });
  return {
    failure,
    broken,
    own: ownLoss(facts, scenario),
    stopped: scenario.devices === undefined ? 0 : scenario.devices.reduce((all, each) => all + each, 0),
    ...(losesLinks(scenario) ? networkEffects(facts, under) : { cutOff: 0, bandwidth: [] }),
    loops: losesCooling(scenario) || scenario.devices !== undefined ? loopEffects(facts, under) : [],
    overloaded: scenario.feeds.size > 0 ? feedEffects(facts, under) : [],
  };
}

function networkEffects(facts: Facts, under: Facts): Pick<FailureEffect, 'cutOff' | 'bandwidth'> {
  const { fabric } = facts;
  const bandwidth: BandwidthLoss[] = [];
  const alone = new Set<number>();
  if (fabric.linkGroups.some((group) => group.network === undefined)) {
    const lost = lostShare(facts, under.scenario, undefined);
    if (lost > 1e-12) bandwidth.push({ network: undefined, lost, of: 'links' });
  }
  for (const network of fabric.networks) {
    const [before, after] = [facts.bandwidth.bisection(network.index), under.bandwidth.bisection(network.index)];
    const known = before.value > 0 && !Number.isNaN(after.value);
    const lost = known ? 1 - after.value / before.value : lostShare(facts, under.scenario, network);
    const why = Number.isNaN(before.value) ? undefined : after.unknown;
    if (lost > 1e-12) bandwidth.push({ network, lost, of: known ? 'bisection' : 'links', why });
    const [had, has] = [facts.bandwidth.linked(network.index).up, under.bandwidth.linked(network.index).up];
    for (const block of fabric.blocks) {
      if (block.kind !== 'host') continue;
      for (let host = block.first; host < block.first + block.count; host++)
        if (realAt(had, host) > 0 && has[host] === 0 && !isLost(under.scenario, host)) alone.add(host);
    }
  }
  return { cutOff: alone.size, bandwidth: bandwidth.sort((a, b) => b.lost - a.lost) };
}

/** Lost share of the bandwidth of all links of a network. */
function lostShare({ fabric, links, optics }: Facts, scenario: Scenario, network: Network | undefined): number {
  let all = 0;
  let gone = 0;
  for (const group of fabric.linkGroups) {
    if (group.network !== network) continue;
    for (let link = group.first; link < group.first + group.count; link++) {
      const rate = optics.budgets[unsignedAt(links.of, link)]?.rate.value ?? Number.NaN;
      const a = fromDevice(fabric, link);
      const b = toDevice(fabric, link);
      all += rate;
      if (isLost(scenario, a) || isLost(scenario, b) || isCut(scenario, link)) gone += rate;
    }
  }
  return gone / all;
}

function loopEffects(facts: Facts, under: Facts): LoopEffect[] {
  return facts.fabric.loops.flatMap((loop) => {
    const [before, after] = [facts.cooling.returnTemperature(loop), under.cooling.returnTemperature(loop)];
    if (same(before.value, after.value) || Number.isNaN(after.value)) return [];
    const limit = loop.values.return?.value ?? Number.NaN;
    const isOver = (value: number): boolean => exceeds(value, limit) || value === Number.POSITIVE_INFINITY;
    return [{ loop, before, after, over: isOver(after.value) && !isOver(before.value) }];
  });
}

function feedEffects({ fabric }: Facts, under: Facts): FeedEffect[] {
  return fabric.feeds.flatMap((feed) => {
    const capacity = feedCapacity(feed);
    const load = feedLoad(fabric, under.power, under.scenario, feed);
    return exceeds(load.known, capacity.value) ? [{ feed, load, capacity }] : [];
  });
}

/** Numbers to rank by, the most important first. */
function rankOf({ broken, loops, overloaded, cutOff, bandwidth, stopped }: FailureEffect): number[] {
  const warmer = loops.reduce((most, { before, after }) => Math.max(most, after.value - before.value), 0);
  return [
    broken.length,
    overloaded.length + loops.filter(({ over }) => over).length,
    bandwidth[0]?.lost ?? 0,
    cutOff,
    warmer,
    stopped,
  ];
}

function byRank(a: FailureEffect, b: FailureEffect): number {
  const [x, y] = [rankOf(a), rankOf(b)];
  for (const [i, value] of x.entries()) {
    const other = numberAt(y, i);
    if (value !== other && !same(value, other)) return other - value;
  }
  return a.failure.name < b.failure.name ? -1 : a.failure.name > b.failure.name ? 1 : 0;
}

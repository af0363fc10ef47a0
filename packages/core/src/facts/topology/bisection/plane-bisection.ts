// The bisection of one plane: by what its tiers carry, by its shape, by trying all halvings, or between bounds.

import { type Derivation, derived, figure, sum, times, unknown } from '../../../figures/derivation.ts';
import {
  byteAt,
  deviceName,
  type Fabric,
  groupOfLink,
  type LinkGroup,
  linksText,
  realAt,
  unsignedAt,
} from '../../../model/index.ts';
import { originKey } from '../../../source/index.ts';
import { printQuantity, same } from '../../../units/index.ts';
import { maxForAll, thinnestFound, thinnestOfAll, thinnestOfShape } from './found-cut.ts';
import type { LivePlane } from './live-plane.ts';
import { partsThatHalve } from './plane-parts.ts';
import { type Shape, shapeOf } from './shapes.ts';

import { type Sent, type TierFlow, tierFlow } from './tier-flow.ts';

/** What is known of the bisection of a plane, in bit/s: no halving cuts less than `least`, and one cuts `most`. */
export interface PlaneBisection {
  readonly least: number;
  readonly most: number;
  /** With nothing failed. */
  readonly shape: Shape | undefined;
  /** The value with its terms, or unknown with what bounds it. */
  derive(label: string): Derivation;
}

/**
 * The bisection of a plane.
 * @param whole the same plane with nothing failed, where something has
 */
export function planeBisection(fabric: Fabric, live: LivePlane, whole?: PlaneBisection): PlaneBisection {
  const { plane, weight } = live;
  const flow = tierFlow(live);
  const shape = whole === undefined ? shapeOf(fabric, live) : whole.shape;
  const known = (value: number, derive: PlaneBisection['derive']): PlaneBisection => ({
    least: value,
    most: value,
    shape,
    derive,
  });
  if (flow?.isEven === true && !flow.hasLevelLinks)
    return known(flow.least, (label) => byTiers(fabric, live, flow, label));
  const parts = plane.isDirect ? undefined : partsThatHalve(live);
  if (parts !== undefined)
    return known(0, (label) =>
      derived(label, 'bit rate', 'no link joins its parts', [figure('parts', 'count', parts)], 0),
    );
  // All switches on one side, and half of the ports cut off them.
  const ports = plane.isDirect ? Number.POSITIVE_INFINITY : weight / 2;
  if (shape !== undefined && whole === undefined) {
    const [least, most] = [shape.cut.least * shape.rate, shape.cut.most * shape.rate];
    if (least >= ports || same(least, ports)) return known(ports, (label) => byPorts(fabric, live, label));
    if (same(least, most)) return known(least, (label) => byShape(shape, label));
  }
  if (!plane.hasHosts && shape === undefined) {
    const why = 'it links no hosts';
    return { least: 0, most: Number.POSITIVE_INFINITY, shape, derive: (label) => unknown(label, 'bit rate', why) };
  }
  if (weight === 0) return known(0, (label) => figure(label, 'bit rate', 0));
  let least = Math.max(0, flow?.least ?? 0);
  let most = Math.min(ports, whole?.most ?? Number.POSITIVE_INFINITY);
  const fromWhole = whole === undefined ? 0 : whole.least - live.loss;
  if (whole === undefined && shape !== undefined) {
    least = Math.max(least, Math.min(ports, shape.cut.least * shape.rate));
    most = Math.min(most, shape.cut.most * shape.rate);
  }
  least = Math.max(least, fromWhole);
  if (whole !== undefined && shape !== undefined && shape.dimensions.length > 0)
    most = Math.min(most, thinnestOfShape(live, shape));
  if (!same(least, most) && live.weights.length <= maxForAll) {
    const all = Math.min(most, thinnestOfAll(live));
    return known(all, (label) => {
      const formula = `the thinnest of all halvings${portsApart(live, all)}`;
      return derived(label, 'bit rate', formula, portTerms(fabric, live), all);
    });
  }
  if (!same(least, most)) most = Math.min(most, thinnestFound(live, flow, least));
  if (same(least, most)) {
    if (same(most, ports)) return known(ports, (label) => byPorts(fabric, live, label));
    if (whole !== undefined && same(most, fromWhole)) return known(most, (label) => byLoss(whole, live.loss, label));
    return known(most, (label) =>
      flow === undefined || !same(most, flow.least)
        ? figure(label, 'bit rate', most)
        : byTiers(fabric, live, flow, label),
    );
  }
  const why = whole !== undefined && !Number.isNaN(whole.derive('').value) ? 'the rest is uneven' : whyOf(shape, flow);
  const bounds = { least: Math.min(least, most), most };
  return { ...bounds, shape, derive: (label) => between(label, why, bounds) };
}

/** Why the bisection of a plane is unknown with nothing failed. */
function whyOf(shape: Shape | undefined, flow: TierFlow | undefined): string {
  if (shape !== undefined) return `halves of ${shape.pattern} are known between bounds only`;
  if (flow === undefined || flow.hasLevelLinks) return 'its links make no shape whose halves are known';
  return 'its tiers are not striped evenly';
}

/** A value that is known between bounds. */
export function between(label: string, why: string, { least, most }: { least: number; most: number }): Derivation {
  const [low, high] = [least, most].map((each) => printQuantity(each, 'bit rate'));
  const text = least > 0 ? `it is at least ${low} and at most ${high}` : `it is at most ${high}`;
  return { ...unknown(label, 'bit rate', `${why}: ${text}`), bounds: { least, most } };
}

function byTiers(fabric: Fabric, live: LivePlane, { cuts, least, half }: TierFlow, label: string): Derivation {
  const terms = cuts.map((_, tier) => cutTerm(fabric, live, tier));
  const thinnest = Math.min(...cuts) / 2;
  // A switch with ports on both sides: with whole switches the cut may be larger.
  const last = half.at(-1);
  const isSplit = last !== undefined && !same(last.injected, realAt(live.weights, last.node));
  const split =
    isSplit && !same(least, live.weight / 2)
      ? `; ${deviceName(fabric, unsignedAt(live.plane.devices, last.node))} is split between the halves, and no halving cuts less`
      : '';
  const halves = `${split}${portsApart(live, least)}`;
  if (same(least, thinnest)) return derived(label, 'bit rate', `half of the thinnest cut${halves}`, terms, thinnest);
  const formula = `what the half with the least bandwidth can send${halves}`;
  return derived(label, 'bit rate', formula, [...terms, ...sentTerms(fabric, live, half)], least);
}

/**
 * What a value below half of what hosts inject counts, where hosts have ports on several switches of the plane: between halves of hosts,
 * which reach each other on each of these switches, it could be more.
 */
function portsApart({ plane: { isDirect, access }, weight }: LivePlane, value: number): string {
  if (isDirect || same(value, weight / 2)) return '';
  const switchOf = new Map<number, number>();
  for (const [i, host] of access.hosts.entries()) {
    const at = unsignedAt(access.at, i);
    if ((switchOf.get(host) ?? at) !== at) return '; halves are of host ports, and the ports of one host may be apart';
    switchOf.set(host, at);
  }
  return '';
}

/** What the ports of a half can send, one term for switches that send equal shares of equal amounts. */
function sentTerms(fabric: Fabric, { plane: { devices } }: LivePlane, half: readonly Sent[]): Derivation[] {
  const alike: { readonly of: Sent; count: number }[] = [];
  for (const of of half) {
    const last = alike.at(-1);
    if (last !== undefined && same(last.of.sent, of.sent) && same(last.of.injected, of.injected)) last.count++;
    else alike.push({ of, count: 1 });
  }
  if (alike.length > maxStatements) return [];
  return alike.map(({ of: { node, injected, sent }, count }) => {
    const name = deviceName(fabric, unsignedAt(devices, node));
    const whose = count === 1 ? name : `${name} and each like it`;
    return times(
      count,
      figure(`what ${printQuantity(injected, 'bit rate')} of ports on ${whose} can send`, 'bit rate', sent),
    );
  });
}

function byPorts(fabric: Fabric, live: LivePlane, label: string): Derivation {
  return derived(label, 'bit rate', 'half of what the hosts inject', portTerms(fabric, live), live.weight / 2);
}

function portTerms(fabric: Fabric, live: LivePlane): Derivation[] {
  return live.plane.isDirect ? [] : [cutTerm(fabric, live, 0)];
}

function byShape({ pattern, cut, rate, group }: Shape, label: string): Derivation {
  const links = figure(`links between the halves of ${pattern}`, 'count', cut.most, group.origin);
  const each = figure('rate of a link', 'bit rate', rate, group.origin);
  return derived(label, 'bit rate', 'links × rate', [links, each], cut.most * rate);
}

function byLoss(whole: PlaneBisection, loss: number, label: string): Derivation {
  const before = whole.derive('with nothing failed');
  const lost = figure('loss of the worst cut', 'bit rate', loss);
  return derived(label, 'bit rate', 'with nothing failed − loss of the worst cut', [before, lost], before.value - loss);
}

/** Statements that are named one by one. */
const maxStatements = 6;

/** The links of the hosts, or those from a tier to the next, statement by statement where these are few. */
function cutTerm(fabric: Fabric, { plane, rates, weight }: LivePlane, tier: number): Derivation {
  const label = tier === 0 ? 'links of the hosts' : `links between tiers ${tier} and ${tier + 1}`;
  const { inner, access, tiers } = plane;
  const links = tier === 0 ? access.links : inner.links;
  const sums = new Map<LinkGroup, number>();
  let all = 0;
  let group: LinkGroup | undefined;
  // Of the links of one statement after the other: a plane may have a million.
  let own = 0;
  const end = (): void => {
    if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + own);
    own = 0;
  };
  for (let i = 0; i < links.length; i++) {
    const link = unsignedAt(links, i);
    if (tier > 0) {
      const a = byteAt(tiers, unsignedAt(inner.from, i));
      const b = byteAt(tiers, unsignedAt(inner.to, i));
      if (a === b || Math.min(a, b) !== tier) continue;
    }
    if (group === undefined || link < group.first || link >= group.first + group.count) {
      end();
      group = groupOfLink(fabric, link);
    }
    if (tier === 0) continue;
    const rate = realAt(rates, i);
    all += rate;
    own += rate;
  }
  end();
  const value = tier === 0 ? weight : all;
  const statements = new Map<string, { readonly of: LinkGroup; value: number }>();
  for (const [of, each] of sums) {
    const key = originKey(of.origin);
    const found = statements.get(key);
    if (found === undefined) statements.set(key, { of, value: each });
    else found.value += each;
    if (statements.size > maxStatements) return figure(label, 'bit rate', value);
  }
  const [first] = statements.values();
  if (first !== undefined && statements.size === 1) return figure(label, 'bit rate', value, first.of.origin);
  if (tier === 0) return figure(label, 'bit rate', value);
  const terms = [...statements.values()].map((each) =>
    figure(linksText(each.of), 'bit rate', each.value, each.of.origin),
  );
  return sum(label, 'bit rate', 'sum of statements', terms);
}

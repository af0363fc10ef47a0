// Optical budgets of links: loss = fiber + connectors + splices + panels; a link works if its loss is within the channel
// insertion loss of the PMD and its length within the reach.

import { type Derivation, derived, mostOf, noBetterThan, none, stated, unknown } from '../../figures/derivation.ts';
import { type Fabric, type Missing, missingOnLinks, type Part } from '../../model/index.ts';
import type { Origin } from '../../source/index.ts';
import type { Dimension } from '../../units/index.ts';
import type { LinkClass, LinkClasses } from '../classes/link-classes.ts';
import type { LinkEnd } from '../classes/port-ends.ts';
import type { Basis } from '../conditions/basis.ts';
import { opticsRate } from '../parts/part-bandwidth.ts';
import { isCoherent } from './coherent.ts';
import { cableLaneRate, cableRate, cableReach } from './copper.ts';
import { pathLoss } from './path-loss.ts';
import { limitOn } from './pmds/limits.ts';
import { powerBudget } from './pmds/power-budget.ts';
import { reachOn } from './reach.ts';
import { amplifiersOf, lengthOfSpans, spanLosses, spansOf, type Way } from './spans.ts';

/** The budget of one class of links. */
export interface LinkBudget {
  readonly class: LinkClass;
  /** Loss of the path, in dB. */
  readonly loss: Derivation;
  /** Channel insertion loss both ends tolerate, in dB; where the path has amplifiers, that of each span. */
  readonly allowed: Derivation;
  /** Length of the path, in m. */
  readonly length: Derivation;
  /** Reach of the shorter end, in m. */
  readonly reach: Derivation;
  /** Tolerated loss minus loss, in dB; of the span that loses most where the path has amplifiers. */
  readonly margin: Derivation;
  /** Rate in one direction, in bit/s: that of the slower end. */
  readonly rate: Derivation;
  /** Fibers of one link, both directions; `NaN` when unknown. */
  readonly fibers: number;
}

export interface OpticsFacts {
  /** By link class. */
  readonly budgets: readonly LinkBudget[];
  /** The link class with the smallest margin in a network. */
  worst(network: number): LinkBudget | undefined;
  /** Margin of the worst link of a network, in dB. */
  margin(network: number): Derivation;
}

/** What optical budgets are computed from. */
export interface OpticsInputs {
  readonly fabric: Fabric;
  readonly links: LinkClasses;
  /** Whether the elements of a path count with their maximum loss or with their typical loss. */
  readonly basis: Basis;
}

/**
 * The optical budgets of the links of a fabric.
 * @param before those of the same fabric with other lengths: what is of the same class is the same
 */
export function opticsFacts(
  { fabric, links, basis }: OpticsInputs,
  before?: { readonly links: LinkClasses; readonly optics: OpticsFacts },
): OpticsFacts {
  const rates = rememberedRates();
  const budgets = links.classes.map((each, index) => {
    const known = before?.links.classes[index] === each ? before.optics.budgets[index] : undefined;
    return known ?? budgetOf(each, basis, rates);
  });
  const worst = (network: number): LinkBudget | undefined => {
    let found: LinkBudget | undefined;
    for (const each of longest(budgets, network)) {
      if (each.margin.isNone || Number.isNaN(each.margin.value)) continue;
      if (found === undefined || each.margin.value < found.margin.value) found = each;
    }
    return found;
  };
  return {
    budgets,
    worst,
    margin(network) {
      const name = fabric.networks[network]?.name ?? '';
      const label = `margin of the worst link of ${name}`;
      const missing = budgets.find(
        // A cable with fixed ends has no loss budget, nor does a line that noise limits.
        ({ class: { group }, margin }) =>
          group.network?.index === network &&
          group.cable === undefined &&
          margin.isNone !== true &&
          margin.unknown !== undefined,
      );
      const found = worst(network);
      if (missing !== undefined) {
        const lost = { ...missing.margin, label, ...madeAt(missing) };
        return found === undefined ? lost : noBetterThan(label, { ...found.margin, ...madeAt(found) }, lost, 1);
      }
      if (found !== undefined) return { ...found.margin, label, ...madeAt(found) };
      const why = noBudget(budgets, network);
      return why === undefined ? unknown(label, 'loss', `${name} has no optical links`) : none(label, 'loss', why);
    },
  };
}

/** Why the links of a network have no loss budget, if one says so. */
function noBudget(budgets: readonly LinkBudget[], network: number): string | undefined {
  return budgets.find(({ class: { group }, margin }) => group.network?.index === network && margin.isNone)?.margin
    .unknown;
}

/** Where a link is declared: a mistake there explains what follows. */
function madeAt({ class: { group } }: LinkBudget): { readonly origin: Origin } {
  return { origin: group.mediumOrigin ?? group.origin };
}

function budgetOf(each: LinkClass, basis: Basis, rates: RateOf): LinkBudget {
  const { cable } = each;
  if (cable !== undefined) return cableBudget(each, cable, lengthOf(each));
  return new OpticalBudget(each, basis, rates);
}

/** A budget that is computed as far as somebody asks: of thousands that differ in length, few are looked at. */
class OpticalBudget implements LinkBudget {
  readonly class: LinkClass;
  private readonly basis: Basis;
  private readonly rates: RateOf;
  private lengthKept: Derivation | undefined;
  private lossKept: Derivation | undefined;
  private allowedKept: Derivation | undefined;
  private reachKept: Derivation | undefined;
  private marginKept: Derivation | undefined;

  constructor(each: LinkClass, basis: Basis, rates: RateOf) {
    this.class = each;
    this.basis = basis;
    this.rates = rates;
  }

  get length(): Derivation {
    this.lengthKept ??= lengthOf(this.class);
    return this.lengthKept;
  }
  get loss(): Derivation {
    const { group, from } = this.class;
    this.lossKept ??= pathLoss(group, from.optics, this.length, this.basis === 'typical' ? 'typical' : 'worst-case');
    return this.lossKept;
  }
  get allowed(): Derivation {
    this.allowedKept ??= allowedLoss(this.class);
    return this.allowedKept;
  }
  get reach(): Derivation {
    this.reachKept ??= least('reach of the optics', 'length', this.class, ({ optics }, far) =>
      reachOn(optics, this.class.group, far.optics),
    );
    return this.reachKept;
  }
  get rate(): Derivation {
    return this.rates(this.class);
  }
  get margin(): Derivation {
    this.marginKept ??= marginOf(this.class, this.allowed, this.loss);
    return this.marginKept;
  }
  get fibers(): number {
    const { from, to } = this.class;
    const fibers = from.optics?.values.fibers?.value ?? Number.NaN;
    return to.optics?.values.fibers?.value === fibers ? fibers : Number.NaN;
  }
}

/** The rate of the links of a class. */
type RateOf = (each: LinkClass) => Derivation;

/** Rates by the optics at both ends, which alone decide them. */
function rememberedRates(): RateOf {
  const known = new Map<LinkEnd['optics'], Map<LinkEnd['optics'], Derivation>>();
  return (each) => {
    const { from, to } = each;
    let ofFrom = known.get(from.optics);
    if (ofFrom === undefined) known.set(from.optics, (ofFrom = new Map()));
    let rate = ofFrom.get(to.optics);
    if (rate === undefined)
      ofFrom.set(to.optics, (rate = least('rate', 'bit rate', each, (end) => opticsRate(end.optics))));
    return rate;
  };
}

/** The budgets of a network, of links that differ in the length they give only the longest: it loses most. */
function longest(budgets: readonly LinkBudget[], network: number): Iterable<LinkBudget> {
  const found = new Map<number, LinkBudget>();
  for (const each of budgets) {
    const { like, given, group } = each.class;
    if (group.network?.index !== network) continue;
    const other = found.get(like);
    if (other === undefined || given > other.class.given) found.set(like, each);
  }
  return found.values();
}

/** Why the length of links is unknown: light needs a fiber first. */
function lengthMissing({ group, from }: LinkClass): Missing {
  const dry = from.optics?.values.fibers?.value === 0;
  return group.mediumOrigin === undefined && from.optics !== undefined && !dry
    ? missingOnLinks(group, 'over', 'the fiber is not given')
    : missingOnLinks(group, 'length', 'the length is not given');
}

/** Length of a path, in m: as given, as the racks make it, or the sum of its spans. */
function lengthOf(each: LinkClass): Derivation {
  const { length, group } = each;
  const { medium } = group;
  const spans = medium.length === undefined ? lengthOfSpans(group) : undefined;
  return length ?? spans ?? stated('length', 'length', medium.length, lengthMissing(each));
}

const allowedLabel = 'loss the optics allow';

/**
 * Loss both ends tolerate, in dB: the smaller channel loss, or of each span where the path has amplifiers. Where an end has no
 * channel loss, launch less receive power in its place; a coherent receiver's lowest power depends on noise and makes no budget.
 */
function allowedLoss(each: LinkClass): Derivation {
  const published = least(allowedLabel, 'loss', each, (end) => endLoss(each, end));
  const { from, to } = each;
  if (published.isNone === true || !Number.isNaN(published.value)) return published;
  if (from.optics === undefined || to.optics === undefined || isCoherent(from.optics) || isCoherent(to.optics))
    return published;
  const there = powerBudget(from.optics, to.optics);
  const ways = from.optics === to.optics ? [there] : [there, powerBudget(to.optics, from.optics)];
  const lost = ways.find(({ value }) => Number.isNaN(value));
  if (lost !== undefined) {
    // Of a PMD without any powers, the channel loss alone is missing.
    if (ways.every(({ terms }) => terms.every(({ value }) => Number.isNaN(value)))) return published;
    const why = `${published.unknown}; for launch less receive power, ${lost.unknown}`;
    return { ...published, unknown: why };
  }
  const ends = [from, to].map((end) => endLoss(each, end)).filter(({ value }) => !Number.isNaN(value));
  const terms = [...ends, ...ways];
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return { ...only, label: allowedLabel };
  const value = Math.min(...terms.map((term) => term.value));
  return { ...derived(allowedLabel, 'loss', 'the smallest', terms, value), isLeast: true };
}

/** Loss an end tolerates, in dB: that of its channel, or of each span where the path has amplifiers. */
function endLoss(each: LinkClass, { optics }: LinkEnd): Derivation {
  if (optics?.values.fibers?.value === 0)
    return none(allowedLabel, 'loss', `${optics.name} has no fiber to lose light in`);
  if (optics === undefined || !isAmplified(each, optics)) {
    const { values } = optics ?? {};
    // A PMD for amplified lines gives no channel loss; without amplifiers, what arrives is compared with what its receiver takes.
    if (
      isCoherent(optics) &&
      values?.['channel-loss'] === undefined &&
      values?.launch !== undefined &&
      values.receive !== undefined
    )
      return none(allowedLabel, 'loss', 'received power limits a coherent line without amplifiers');
    return limitOn(optics, 'channel-loss', 'loss', each.group);
  }
  const label = `loss of an amplified span of ${optics.name}`;
  const given = optics.values['amplified-loss'];
  // Not a figure that is missing: noise and received power are the limits.
  return given === undefined
    ? none(label, 'loss', 'an amplified line is limited by noise')
    : stated(label, 'loss', given, '');
}

/** Whether a coherent PMD is on a line with amplifiers. */
function isAmplified({ group }: LinkClass, optics: Part<'optics'> | undefined): boolean {
  return isCoherent(optics) && amplifiersOf(group).length > 0;
}

/** Tolerated loss minus loss, in dB; on a line with amplifiers, of the span that loses most. */
export function marginOf(each: LinkClass, allowed: Derivation, loss: Derivation): Derivation {
  if (allowed.isNone) return none('margin', 'loss', allowed.unknown ?? '');
  const lost = isAmplified(each, each.from.optics) ? lossOfWorstSpan({ group: each.group, loss }) : loss;
  const formula = `${allowedLabel} − ${lost.label}`;
  const margin = derived('margin', 'loss', formula, [allowed, lost], allowed.value - lost.value);
  const most = mostOf(allowed) - lost.known;
  if (!Number.isNaN(margin.value) || Number.isNaN(most)) return margin;
  return { ...margin, bounds: { least: Number.NEGATIVE_INFINITY, most } };
}

/** What the span that loses most loses, in dB. */
export function lossOfWorstSpan(way: Pick<Way, 'group' | 'loss'>): Derivation {
  const lossOf = spanLosses({ ...way, at: 'to' });
  const spans = spansOf(way.group);
  let worst = lossOf(0);
  for (let span = 1; span < spans; span++) {
    const each = lossOf(span);
    if (each.value > worst.value) worst = each;
  }
  return worst;
}

/** What is known of a cable with its ends fixed to it: there is no loss to count. */
function cableBudget(each: LinkClass, cable: Part<'cable'>, length: Derivation): LinkBudget {
  const noLoss = (label: string): Derivation => unknown(label, 'loss', `a ${cable.name} cable has no loss budget`);
  return {
    class: each,
    loss: noLoss('loss'),
    allowed: noLoss('loss the optics allow'),
    length,
    reach: cableReach(cable, cableLaneRate(each)),
    margin: noLoss('margin'),
    rate: cableRate(each),
    fibers: 0,
  };
}

/**
 * The smaller value of both ends; one line where they are equal. Where that of one end is unknown, the other is an upper bound.
 */
function least(
  label: string,
  dimension: Dimension,
  each: LinkClass,
  of: (end: LinkEnd, far: LinkEnd) => Derivation,
): Derivation {
  const from = of(each.from, each.to);
  if (each.from.optics === each.to.optics) return { ...from, label };
  const to = of(each.to, each.from);
  // What one end has no limit for, the other may have.
  if (from.isNone === true || to.isNone === true) return { ...(from.isNone ? to : from), label };
  const value = Math.min(from.value, to.value);
  const both = { ...derived(label, dimension, 'the smaller of both ends', [from, to], value), isLeast: true as const };
  const known = [from, to].map(mostOf).filter((most) => !Number.isNaN(most));
  if (!Number.isNaN(both.value) || known.length === 0) return both;
  return { ...both, bounds: { least: Number.NEGATIVE_INFINITY, most: Math.min(...known) } };
}

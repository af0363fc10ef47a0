// Optical budgets of links: loss = fiber + connectors + splices + panels; a link works if its loss is within the channel
// insertion loss of the PMD and its length within the reach.

import { type Derivation, derived, figure, noBetterThan, stated, unknown } from '../../figures/derivation.ts';
import { type Fabric, type Missing, missingIn, missingOnLinks, type Part } from '../../model/index.ts';
import type { Origin } from '../../source/index.ts';
import type { Dimension } from '../../units/index.ts';
import type { LinkClass, LinkClasses, LinkEnd } from '../classes/link-classes.ts';
import type { Basis } from '../conditions/basis.ts';
import { opticsRate } from '../parts/part-bandwidth.ts';
import { amplifiersOf, isCoherent, spansOf } from './coherent.ts';
import { cableLaneRate, cableRate, cableReach } from './copper.ts';
import { pathLoss } from './path-loss.ts';
import { powerBudget } from './power-budget.ts';
import { limitOn, reachOn } from './reach.ts';

/** The budget of one class of links. */
export interface LinkBudget {
  readonly class: LinkClass;
  /** Loss of the path, in dB. */
  readonly loss: Derivation;
  /** Channel insertion loss both ends tolerate, in dB. */
  readonly allowed: Derivation;
  /** Length of the path, in m. */
  readonly length: Derivation;
  /** Reach of the shorter end, in m. */
  readonly reach: Derivation;
  /** Tolerated loss minus loss, in dB. */
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

/** The optical budgets of the links of a fabric. */
export function opticsFacts({ fabric, links, basis }: OpticsInputs): OpticsFacts {
  const budgets = links.classes.map((each) => budgetOf(each, basis));
  const worst = (network: number): LinkBudget | undefined => {
    let found: LinkBudget | undefined;
    for (const each of budgets) {
      if (each.class.group.network?.index !== network || Number.isNaN(each.margin.value)) continue;
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
        // A cable with fixed ends has no loss budget.
        ({ class: { group }, margin }) =>
          group.network?.index === network && group.cable === undefined && margin.unknown !== undefined,
      );
      const found = worst(network);
      if (missing !== undefined) {
        const lost = { ...missing.margin, label, ...madeAt(missing) };
        return found === undefined ? lost : noBetterThan(label, { ...found.margin, ...madeAt(found) }, lost, 1);
      }
      return found === undefined
        ? unknown(label, 'loss', `${name} has no optical links`)
        : { ...found.margin, label, ...madeAt(found) };
    },
  };
}

/** Where a link is declared: a mistake there explains what follows. */
function madeAt({ class: { group } }: LinkBudget): { readonly origin: Origin } {
  return { origin: group.mediumOrigin ?? group.origin };
}

function budgetOf(each: LinkClass, basis: Basis): LinkBudget {
  const { fiber, cable, medium } = each.group;
  const length = each.length ?? stated('length', 'length', medium.length, lengthMissing(each));
  if (cable !== undefined) return cableBudget(each, cable, length);
  const loss = pathLoss(each.group, each.from.optics, length, basis === 'typical' ? 'typical' : 'worst-case');
  const allowed = least('loss the optics allow', 'loss', each, (end) => allowedLoss(each, end));
  const reach = least('reach of the optics', 'length', each, (end) => spanned(each, reachOn(end.optics, fiber), end));
  const rate = least('rate', 'bit rate', each, (end) => opticsRate(end.optics));
  const fibers = each.from.optics?.values.fibers?.value ?? Number.NaN;
  return {
    class: each,
    loss,
    allowed,
    length,
    reach,
    rate,
    margin: derived(
      'margin',
      'loss',
      `loss the optics allow − ${loss.label}`,
      [allowed, loss],
      allowed.value - loss.value,
    ),
    fibers: each.to.optics?.values.fibers?.value === fibers ? fibers : Number.NaN,
  };
}

/** Why the length of links is unknown: light needs a fiber first. */
function lengthMissing({ group, from }: LinkClass): Missing {
  const dry = from.optics?.values.fibers?.value === 0;
  return group.mediumOrigin === undefined && from.optics !== undefined && !dry
    ? missingOnLinks(group, 'over', 'the fiber is not given')
    : missingOnLinks(group, 'length', 'the length is not given');
}

/** Loss an end tolerates, in dB: that of its channel, or of each span where the path has amplifiers. */
function allowedLoss(each: LinkClass, end: LinkEnd): Derivation {
  const { optics } = end;
  const amplified = optics?.values['amplified-loss'];
  if (optics === undefined || !isCoherent(optics) || amplifiersOf(each.group).length === 0)
    return channelLoss(each, end);
  const label = `loss of an amplified span of ${optics.name}`;
  return spanned(each, stated(label, 'loss', amplified, missingIn(optics, 'amplified-loss')), { optics });
}

/** Loss an end tolerates without amplifiers, in dB: as it says, otherwise as the powers of both ends leave it. */
function channelLoss(each: LinkClass, end: LinkEnd): Derivation {
  const given = limitOn(end.optics, 'channel-loss', 'loss', each.group.fiber);
  if (end.optics === undefined || !Number.isNaN(given.value)) return given;
  const sender = end === each.from ? each.to : each.from;
  return powerBudget(sender.optics, end.optics) ?? given;
}

/** A limit of one span, for all of them. */
function spanned({ group }: LinkClass, limit: Derivation, { optics }: Pick<LinkEnd, 'optics'>): Derivation {
  const spans = spansOf(group);
  if (spans === 1 || !isCoherent(optics)) return limit;
  const terms = [figure('spans', 'count', spans, group.medium.amplifiers?.origin), limit];
  return derived(limit.label, limit.dimension, 'spans × limit of one', terms, spans * limit.value);
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

/** The smaller value of both ends; one line where they are equal. */
function least(label: string, dimension: Dimension, each: LinkClass, of: (end: LinkEnd) => Derivation): Derivation {
  const from = of(each.from);
  if (each.from.optics === each.to.optics) return { ...from, label };
  const to = of(each.to);
  return derived(label, dimension, 'the smaller of both ends', [from, to], Math.min(from.value, to.value));
}

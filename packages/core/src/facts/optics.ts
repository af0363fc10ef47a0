// Optical budgets of links, worst case: loss = fiber + connectors; a link holds when its loss is within the channel
// insertion loss of the PMD and its length within the reach.
import type { Counted, Fabric, Part, PerPart } from '../model/index.ts';
import type { Origin } from '../source/index.ts';
import type { Dimension } from '../units/index.ts';
import type { LinkClass, LinkClasses, LinkEnd } from './classes.ts';
import { type Derivation, derived, figure, stated, sum, times, unknown } from './derivation.ts';

/** The budget of one class of links. */
export interface LinkBudget {
  readonly class: LinkClass;
  /** Loss of the path, in dB. */
  readonly loss: Derivation;
  /** Channel insertion loss both ends allow, in dB. */
  readonly allowed: Derivation;
  /** Length of the path, in m. */
  readonly length: Derivation;
  /** Reach of the shorter end, in m. */
  readonly reach: Derivation;
  /** Allowed less loss, in dB. */
  readonly margin: Derivation;
  /** Rate in one direction, in bit/s: that of the slower end. */
  readonly rate: Derivation;
  /** Fibers of one link, both directions; `NaN` when unknown. */
  readonly fibers: number;
}

export interface OpticsFacts {
  /** By link class. */
  readonly budgets: readonly LinkBudget[];
  /** The link class with the least margin in a network. */
  worst(network: number): LinkBudget | undefined;
  /** Margin of the worst link of a network, in dB. */
  margin(network: number): Derivation;
}

export function opticsFacts(fabric: Fabric, links: LinkClasses): OpticsFacts {
  const budgets = links.classes.map(budgetOf);
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
        (each) => each.class.group.network?.index === network && each.margin.unknown !== undefined,
      );
      if (missing !== undefined) return { ...missing.margin, label, ...placeOf(missing) };
      const found = worst(network);
      return found === undefined
        ? unknown(label, 'loss', `${name} has no optical links`)
        : { ...found.margin, label, ...placeOf(found) };
    },
  };
}

/** Where a link is made, so that what is wrong there explains what follows. */
function placeOf({ class: { group } }: LinkBudget): { readonly origin: Origin } {
  return { origin: group.mediumOrigin ?? group.origin };
}

function budgetOf(each: LinkClass): LinkBudget {
  const { fiber, medium } = each.group;
  const length = stated('length', 'length', medium.length, 'the length is not said');
  const loss = sum('loss', 'loss', 'fiber + connectors', [
    fiberLoss(fiber, length),
    ...connectorLosses(medium.connectors?.value ?? []),
  ]);
  const allowed = least('loss the optics allow', 'loss', each, (end) =>
    perFiber(end.optics, 'channel-loss', 'loss', fiber),
  );
  const reach = least('reach of the optics', 'length', each, (end) => perFiber(end.optics, 'reach', 'length', fiber));
  const rate = least('rate', 'bit rate', each, (end) => opticsRate(end.optics));
  const fibers = each.from.optics?.values.fibers?.value ?? Number.NaN;
  return {
    class: each,
    loss,
    allowed,
    length,
    reach,
    rate,
    margin: derived('margin', 'loss', 'loss the optics allow − loss', [allowed, loss], allowed.value - loss.value),
    fibers: each.to.optics?.values.fibers?.value === fibers ? fibers : Number.NaN,
  };
}

function fiberLoss(fiber: Part<'fiber'> | undefined, length: Derivation): Derivation {
  if (fiber === undefined) return unknown('fiber', 'loss', 'the fiber is not said');
  const attenuation = stated(
    `attenuation of ${fiber.name}`,
    'loss per length',
    fiber.values.attenuation,
    `the attenuation of ${fiber.name} is not said`,
  );
  return derived('fiber', 'loss', 'attenuation × length', [attenuation, length], attenuation.value * length.value);
}

function connectorLosses(connectors: readonly Counted<'connector'>[]): Derivation[] {
  return connectors.map(({ count, part, lowLoss, origin }) => {
    const given = lowLoss ? part.values['low-loss-grade'] : part.values.loss;
    const grade = lowLoss ? 'low-loss grade' : 'standard grade';
    const pair = stated(
      `mated pair of ${part.name}, ${grade}`,
      'loss',
      given,
      `the ${grade} loss of ${part.name} is not said`,
    );
    return derived(
      `${count} × ${part.name}`,
      'loss',
      'pairs × loss of a mated pair',
      [figure('pairs', 'count', count, origin), pair],
      count * pair.value,
    );
  });
}

/** Rate of a PMD in one direction, in bit/s: lanes × rate of a lane. */
export function opticsRate(optics: Part<'optics'> | undefined): Derivation {
  if (optics === undefined) return unknown('rate', 'bit rate', 'there is no module at this end');
  const lanes = stated(
    `lanes of ${optics.name}`,
    'count',
    optics.values.lanes,
    `the lanes of ${optics.name} are not said`,
  );
  const lane = stated(
    `lane rate of ${optics.name}`,
    'bit rate',
    optics.values['lane-rate'],
    `the lane rate of ${optics.name} is not said`,
  );
  return derived(`rate of ${optics.name}`, 'bit rate', 'lanes × lane rate', [lanes, lane], lanes.value * lane.value);
}

function perFiber(
  optics: Part<'optics'> | undefined,
  property: 'reach' | 'channel-loss',
  dimension: Dimension,
  fiber: Part<'fiber'> | undefined,
): Derivation {
  const label = property === 'reach' ? 'reach' : 'channel insertion loss';
  if (optics === undefined) return unknown(label, dimension, 'there is no module at this end');
  const given = optics.values[property];
  const rows: readonly PerPart<Dimension, 'fiber'>[] = given?.value ?? [];
  const row =
    rows.find((each) => each.part !== undefined && each.part === fiber) ?? rows.find((each) => each.part === undefined);
  if (given === undefined || row === undefined) {
    return unknown(
      `${label} of ${optics.name}`,
      dimension,
      `the ${label} of ${optics.name}${fiber === undefined ? '' : ` on ${fiber.name}`} is not said`,
    );
  }
  return {
    label: `${label} of ${optics.name}`,
    dimension,
    value: row.value,
    known: row.value,
    terms: [],
    origin: given.origin,
    provenance: given.provenance,
  };
}

/** The smaller of what both ends say; one line when they say the same. */
function least(label: string, dimension: Dimension, each: LinkClass, of: (end: LinkEnd) => Derivation): Derivation {
  const from = of(each.from);
  if (each.from.optics === each.to.optics) return { ...from, label };
  const to = of(each.to);
  return derived(label, dimension, 'the smaller of both ends', [from, to], Math.min(from.value, to.value));
}

/** How often a link class counts, as a term. */
export function linksOf(budget: LinkBudget): Derivation {
  return times(budget.class.count, budget.rate);
}

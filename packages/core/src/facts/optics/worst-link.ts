// The worst link of a network by one figure: loss, typical margin, latency.

import { type Derivation, derived, noBetterThan, unknown } from '../../figures/derivation.ts';
import type { Fabric } from '../../model/index.ts';
import { type Dimension, shareUnits } from '../../units/index.ts';
import { dispersionMargin, isCoherent, osnrMargin } from './coherent.ts';
import { latencyOf } from './latency.ts';
import { type LinkBudget, marginOf, type OpticsFacts } from './optics.ts';
import { pathLoss } from './path-loss.ts';
import { receivedOver, waysOf } from './received.ts';
import type { Way } from './spans.ts';
import { supportableLength } from './supportable-length.ts';

/** What the worst link of a network is looked for in. */
export interface WorstLinkInputs {
  readonly fabric: Fabric;
  readonly optics: OpticsFacts;
}

/** Typical loss of a link, in dB. */
export function typicalLoss({ class: { group, from }, length, loss }: LinkBudget): Derivation {
  return group.cable === undefined
    ? pathLoss(group, from.optics, length, 'typical')
    : { ...loss, label: 'typical loss' };
}

/** Loss the optics allow minus the typical loss of the path, in dB. */
function typicalMargin(budget: LinkBudget): Derivation {
  return { ...marginOf(budget.class, budget.allowed, typicalLoss(budget)), label: 'typical margin' };
}

/** Largest worst-case loss of the links of a network, in dB. */
export function worstLoss(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstLinkBy(inputs, network, { name: 'loss', dimension: 'loss', worst: 'largest', of: ({ loss }) => loss });
}

/** Largest typical loss of the links of a network, in dB. */
export function worstTypicalLoss(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstLinkBy(inputs, network, { name: 'typical loss', dimension: 'loss', worst: 'largest', of: typicalLoss });
}

/** Smallest typical margin of the links of a network, in dB. */
export function worstTypicalMargin(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstLinkBy(inputs, network, {
    name: 'typical margin',
    dimension: 'loss',
    worst: 'smallest',
    of: typicalMargin,
  });
}

/** Largest latency of the links of a network, in s. */
export function worstLatency(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstLinkBy(inputs, network, { name: 'latency', dimension: 'time', worst: 'largest', of: latencyOf });
}

/** Longest link of a network, in m. */
export function longestLink(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstLinkBy(inputs, network, {
    name: 'length',
    dimension: 'length',
    worst: 'largest',
    of: ({ length }) => length,
  });
}

/** Smallest reach minus length of the links of a network, in m. */
export function worstReachMargin(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstLinkBy(inputs, network, {
    name: 'reach margin',
    dimension: 'length',
    worst: 'smallest',
    of: reachMargin,
  });
}

/** The shortest of the longest lengths that the links of a network could have, in m. */
export function shortestSupportable(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstLinkBy(inputs, network, {
    name: 'supportable length',
    dimension: 'length',
    worst: 'smallest',
    of: supportableLength,
  });
}

/** Smallest receive margin of the links of a network, in dB. */
export function worstReceiveMargin(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstLinkBy(inputs, network, {
    name: 'receive margin',
    dimension: 'power ratio',
    worst: 'smallest',
    of: receiveMargin,
  });
}

/** Smallest OSNR margin of the coherent links of a network, in dB. */
export function worstOsnrMargin(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstCoherent(inputs, network, { name: 'OSNR margin (ASE only)', dimension: 'power ratio', of: osnrMargin });
}

/** Smallest dispersion margin of the coherent links of a network, in s/m. */
export function worstDispersionMargin(inputs: WorstLinkInputs, network: number): WorstLink {
  return worstCoherent(inputs, network, {
    name: 'dispersion margin',
    dimension: 'accumulated dispersion',
    of: (way, { length }) => dispersionMargin(way, length),
  });
}

/** The worst coherent link, in the worse of its directions; others have no such margin. */
function worstCoherent(
  inputs: WorstLinkInputs,
  network: number,
  {
    name,
    dimension,
    of,
  }: Pick<LinkFigure, 'name' | 'dimension'> & {
    of(way: Way, budget: LinkBudget): Derivation;
  },
): WorstLink {
  const coherent = inputs.optics.budgets.filter(
    ({ class: { from, to } }) => isCoherent(from.optics) || isCoherent(to.optics),
  );
  const worse = (budget: LinkBudget): Derivation => {
    const [there, back] = waysOf(budget).map((way) => of(way, budget));
    if (there === undefined) return unknown(name, dimension, 'there is no module at one end');
    return back === undefined || Number.isNaN(there.value) || there.value <= back.value ? there : back;
  };
  const optics = { ...inputs.optics, budgets: coherent };
  return worstLinkBy({ fabric: inputs.fabric, optics }, network, { name, dimension, worst: 'smallest', of: worse });
}

function reachMargin({ reach, length }: LinkBudget): Derivation {
  return derived('reach margin', 'length', 'reach − length', [reach, length], reach.value - length.value);
}

/** Receive power minus sensitivity, in dB, in the worse direction. */
function receiveMargin(budget: LinkBudget): Derivation {
  const directions = receivedOver(budget).map(({ least, floor }) => {
    const formula = 'lowest power at the receiver − lowest receive power';
    const margin = derived('receive margin', 'power ratio', formula, [least, floor], least.value - floor.value);
    if (floor.bounds === undefined || Number.isNaN(least.value)) return margin;
    return { ...margin, bounds: { least: least.value - floor.bounds.most, most: least.value - floor.bounds.least } };
  });
  const lost = directions.find(({ value }) => Number.isNaN(value));
  const [first, second = first] = directions;
  if (first === undefined || second === undefined)
    return unknown('receive margin', 'power ratio', 'there is no module at one end');
  return lost ?? (second.value < first.value ? second : first);
}

/** A figure of the link of a network that it is worst for. */
export interface WorstLink {
  readonly value: Derivation;
  /** The first such link; undefined when there is none, or none whose figure is known. */
  readonly link: number | undefined;
}

/** A figure that each link has. */
export interface LinkFigure {
  readonly name: string;
  readonly dimension: Dimension;
  /** Which value is the worst. */
  readonly worst: 'largest' | 'smallest';
  of(budget: LinkBudget): Derivation;
}

/**
 * The worst link of a network by a figure. The figure is unknown where that of any link is, and then no better than the worst of
 * the others.
 */
export function worstLinkBy(
  { fabric, optics }: WorstLinkInputs,
  network: number,
  { name: figureName, dimension, worst: which, of }: LinkFigure,
): WorstLink {
  const sign = which === 'smallest' ? 1 : -1;
  const name = fabric.networks[network]?.name ?? '';
  const label = `${which} ${figureName} of the links of ${name}`;
  let worst: WorstLink | undefined;
  let lost: Derivation | undefined;
  let absent: Derivation | undefined;
  for (const budget of optics.budgets) {
    const { group, sample } = budget.class;
    // Copper has no loss budget.
    if (group.network?.index !== network || (group.cable !== undefined && shareUnits(dimension, 'loss'))) continue;
    const figure = of(budget);
    const value = { ...figure, label, origin: group.mediumOrigin ?? group.origin };
    if (figure.isNone === true) absent ??= value;
    else if (Number.isNaN(figure.value)) lost ??= value;
    else if (worst === undefined || sign * figure.value < sign * worst.value.value) worst = { value, link: sample };
  }
  if (lost !== undefined && worst === undefined) return { value: lost, link: undefined };
  if (lost !== undefined && worst !== undefined)
    return { value: noBetterThan(label, worst.value, lost, sign), link: worst.link };
  const missing = absent ?? unknown(label, dimension, `${name} has no links it could be a figure of`);
  return worst ?? { value: missing, link: undefined };
}

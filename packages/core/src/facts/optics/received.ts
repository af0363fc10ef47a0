// What arrives at the receivers of a link: lowest and highest average power, and lowest OMA.

import { type Derivation, derived, figure, stated, unknown } from '../../figures/derivation.ts';
import { type Given, missingIn, type Part, type TableRow } from '../../model/index.ts';
import { exceeds, type Quantity } from '../../units/index.ts';
import { isCoherent, receivedOsnr } from './coherent.ts';
import { followLine } from './line.ts';
import type { LinkBudget } from './optics.ts';
import { pathLoss } from './path-loss.ts';
import { bound } from './pmds/limits.ts';
import { amplifiersOf, type Way } from './spans.ts';

/** One direction of a link. Powers are those of one lane, in dBm. */
export interface Received {
  readonly sender: Part<'optics'>;
  readonly receiver: Part<'optics'>;
  /** The end of the receiver. */
  readonly at: 'from' | 'to';
  /** Least average power that arrives, over a path that loses its maximum. */
  readonly least: Derivation;
  /** Receiver sensitivity as average power; between bounds where it depends on an unknown OSNR. */
  readonly floor: Derivation;
  /** Most average power that arrives, over a path that loses as little as it can be counted on. */
  readonly most: Derivation;
  /** Most average power the receiver works with. */
  readonly overload: Derivation;
  /** Average power that destroys the receiver. */
  readonly damage: Derivation;
  /** Least outer OMA that arrives from the worst transmitter. */
  readonly oma: Derivation;
  /** Stressed receiver sensitivity. */
  readonly stressed: Derivation;
}

/** Both directions of a link; one where its ends are alike. */
export function receivedOver(budget: LinkBudget): Received[] {
  return waysOf(budget).map((way) => new ReceivedOneWay(budget, way));
}

/** Computed when asked for: each rule reads some of it, of every link there is. */
class ReceivedOneWay implements Received {
  readonly sender: Part<'optics'>;
  readonly receiver: Part<'optics'>;
  readonly at: Way['at'];
  private readonly budget: LinkBudget;
  private readonly way: Way;

  constructor(budget: LinkBudget, way: Way) {
    this.sender = way.sender;
    this.receiver = way.receiver;
    this.at = way.at;
    this.budget = budget;
    this.way = way;
  }

  get least(): Derivation {
    return powerAt(this.way, 'from');
  }
  get floor(): Derivation {
    return floorOf(this.way);
  }
  get most(): Derivation {
    const { way, budget } = this;
    return powerAt({ ...way, loss: pathLoss(way.group, way.sender, budget.length, 'best-case') }, 'to');
  }
  get overload(): Derivation {
    return bound(this.receiver, 'receive', 'to', `overload of ${this.receiver.name}`);
  }
  get damage(): Derivation {
    return power(this.receiver, 'damage', `power that damages ${this.receiver.name}`);
  }
  get oma(): Derivation {
    return omaAfter(this.sender, this.budget.loss);
  }
  get stressed(): Derivation {
    return power(this.receiver, 'stressed-sensitivity', `stressed sensitivity of ${this.receiver.name}`);
  }
}

/** Average power at the receiver, in dBm, from the least or the highest launch power; of a coherent link, along its line. */
function powerAt(way: Way, end: 'from' | 'to'): Derivation {
  const { sender, group, loss } = way;
  const which = end === 'from' ? 'lowest' : 'highest';
  const label = `${which} power at the receiver`;
  const isPlain = amplifiersOf(group).length === 0 && group.medium.launch === undefined;
  if (isCoherent(sender) && !isPlain) return { ...followLine(way, end).received, label };
  if (!isPlain) return unknown(label, 'optical power', 'amplifiers set it');
  const sent = bound(sender, 'launch', end, `${which} launch power of ${sender.name}`);
  return derived(label, 'optical power', 'launch power − loss', [sent, loss], sent.value - loss.value);
}

/**
 * Lowest power a receiver works with, in dBm: the lowest of `receive`, or of a coherent one the lowest in `clean-receive` that its
 * OSNR suffices for. Where that is unknown, it is between the two.
 */
function floorOf(way: Way): Derivation {
  const { receiver } = way;
  const label = `lowest receive power of ${receiver.name}`;
  const published = bound(receiver, 'receive', 'from', label);
  const given = receiver.values['clean-receive'];
  if (given === undefined) return published;
  const { total, atMost } = receivedOsnr(way);
  const clean = lowestAt(receiver, given, atMost.value);
  if (clean === undefined) return published;
  const power = stated(label, 'optical power', { ...given, value: clean.value }, '');
  const limit = figure(`OSNR from which ${receiver.name} works down to it`, 'power ratio', clean.at, given.origin);
  if (!exceeds(published.value, clean.value)) return published;
  if (!Number.isNaN(total.value))
    return derived(label, 'optical power', 'clean-receive by its OSNR', [power, limit, total], clean.value);
  const open = unknown(label, 'optical power', total.unknown ?? 'the OSNR is unknown', [published, power, limit]);
  return { ...open, bounds: { least: clean.value, most: published.value } };
}

/** The row of `clean-receive` with the lowest power among those that an OSNR suffices for; an unknown one suffices for all. */
function lowestAt(
  { values }: Part<'optics'>,
  { value: rows }: Given<readonly TableRow<'optical power', 'power ratio'>[]>,
  osnr: number,
): { readonly value: Quantity<'optical power'>; readonly at: number } | undefined {
  return rows
    .map(({ value, at }) => ({ value, at: at ?? values['clean-osnr']?.value ?? Number.NaN }))
    .filter(({ at }) => !Number.isNaN(at) && !exceeds(at, osnr))
    .sort((a, b) => a.value - b.value)[0];
}

/** The least that a limit can be, where it is not known. */
export function atBest({ value, bounds }: Derivation): number {
  return bounds?.least ?? value;
}

/**
 * Least OMA at the receiver, in dBm: the transmitter with the largest TDECQ sends (OMA − TDECQ) + TDECQ, and the path
 * takes its loss.
 */
function omaAfter(sender: Part<'optics'>, loss: Derivation): Derivation {
  const less = power(sender, 'oma-less-tdecq', `lowest OMA − TDECQ of ${sender.name}`);
  const tdecq = stated(
    `largest TDECQ of ${sender.name}`,
    'power ratio',
    sender.values.tdecq,
    missingIn(sender, 'tdecq'),
  );
  return derived(
    'lowest OMA at the receiver',
    'optical power',
    'OMA less TDECQ + TDECQ − loss',
    [less, tdecq, loss],
    less.value + tdecq.value - loss.value,
  );
}

function power(optics: Part<'optics'>, property: 'damage' | 'oma-less-tdecq' | 'stressed-sensitivity', label: string) {
  return stated(label, 'optical power', optics.values[property], missingIn(optics, property));
}

/** Both directions of a link with a module at each end; one where they are alike. */
export function waysOf({ class: { group, from, to }, loss }: LinkBudget): Way[] {
  if (from.optics === undefined || to.optics === undefined) return [];
  const there: Way = { group, sender: from.optics, receiver: to.optics, at: 'to', loss };
  if (from.optics === to.optics && group.medium.spans === undefined) return [there];
  return [there, { group, sender: to.optics, receiver: from.optics, at: 'from', loss }];
}

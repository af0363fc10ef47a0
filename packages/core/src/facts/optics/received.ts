// What arrives at the receivers of a link: lowest and highest average power, and lowest OMA.

import { type Derivation, derived, none, stated, unknown } from '../../figures/derivation.ts';
import { type Given, missingIn, type Part } from '../../model/index.ts';
import { exceeds, type Quantity } from '../../units/index.ts';
import type { LinkEnd } from '../classes/link-classes.ts';
import { amplifiersOf, endsAmplified, isCoherent, receivedOsnr, spanLaunch } from './coherent.ts';
import type { LinkBudget } from './optics.ts';
import { pathLoss } from './path-loss.ts';

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
  const { from, to } = budget.class;
  const there = oneWay(budget, from, to, 'to');
  if (from.optics === to.optics) return there;
  return [...there, ...oneWay(budget, to, from, 'from')];
}

function oneWay(budget: LinkBudget, sends: LinkEnd, receives: LinkEnd, at: 'from' | 'to'): Received[] {
  const sender = sends.optics;
  const receiver = receives.optics;
  if (sender === undefined || receiver === undefined) return [];
  const { group } = budget.class;
  const amplified = amplifiersOf(group).length > 0 || group.medium.launch !== undefined;
  const least = pathLoss(group, sender, budget.length, 'best-case');
  const launch = (end: 'from' | 'to') =>
    bound(sender, 'launch', end, `${end === 'from' ? 'lowest' : 'highest'} launch power of ${sender.name}`);
  const after = (label: string, sent: Derivation, loss: Derivation): Derivation =>
    amplified
      ? unknown(label, 'optical power', 'the power behind the amplifiers is unknown')
      : derived(label, 'optical power', 'launch power − loss', [sent, loss], sent.value - loss.value);
  return [
    {
      sender,
      receiver,
      at,
      least: isCoherent(sender)
        ? minCoherent(budget, launch('from'))
        : after('lowest power at the receiver', launch('from'), budget.loss),
      floor: floorOf(budget, sender, receiver),
      most: after('highest power at the receiver', launch('to'), least),
      overload: bound(receiver, 'receive', 'to', `overload of ${receiver.name}`),
      damage: power(receiver, 'damage', `power that damages ${receiver.name}`),
      oma: omaAfter(sender, budget.loss),
      stressed: power(receiver, 'stressed-sensitivity', `stressed sensitivity of ${receiver.name}`),
    },
  ];
}

/** Least power a coherent receiver gets, in dBm; an amplifier before it sets that, so that noise alone is the limit. */
function minCoherent({ class: { group }, loss }: LinkBudget, sent: Derivation): Derivation {
  const label = 'lowest power at the receiver';
  if (endsAmplified(group))
    return none(label, 'optical power', 'a coherent link that ends in an amplifier is limited by noise');
  const into = spanLaunch(group, sent);
  const formula = into === sent ? 'launch power − loss' : 'power into the span − loss';
  return derived(label, 'optical power', formula, [into, loss], into.value - loss.value);
}

/** Least power a receiver works with, in dBm: of a coherent one, less from an OSNR on that it names. */
function floorOf({ class: { group }, loss }: LinkBudget, sender: Part<'optics'>, receiver: Part<'optics'>): Derivation {
  const label = `lowest receive power of ${receiver.name}`;
  const noisy = bound(receiver, 'receive', 'from', label);
  const { 'clean-receive': power, 'clean-osnr': from } = receiver.values;
  if (power === undefined || from === undefined) return noisy;
  const { total, atMost } = receivedOsnr(group, sender, loss);
  const clean = stated(label, 'optical power', power, '');
  if (exceeds(from.value, atMost.value)) return noisy;
  const limit = stated(`OSNR from which ${receiver.name} works down to it`, 'power ratio', from, '');
  if (!Number.isNaN(total.value))
    return derived(label, 'optical power', 'clean-receive, from clean-osnr on', [clean, limit, total], power.value);
  const open = unknown(label, 'optical power', total.unknown ?? 'the OSNR is unknown', [noisy, clean, limit]);
  return { ...open, bounds: { least: power.value, most: noisy.value } };
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

function bound(optics: Part<'optics'>, property: 'launch' | 'receive', end: 'from' | 'to', label: string): Derivation {
  const given = optics.values[property];
  const value: Given<Quantity<'optical power'>> | undefined =
    given === undefined ? undefined : { ...given, value: given.value[end] };
  return stated(label, 'optical power', value, missingIn(optics, property));
}

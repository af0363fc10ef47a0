// What is left between a transmitter and a receiver, where no standard says what the channel may lose.

import { type Derivation, derived } from '../../../figures/derivation.ts';
import type { Part } from '../../../model/index.ts';
import { bound } from './limits.ts';

/** How a budget of powers is made, as its derivation names it. */
export const launchLessReceive = 'lowest launch power − lowest receive power';

/**
 * Launch less receive, in dB: the loss that leaves the weakest transmitter of one PMD at the lowest receive power of another. It is
 * the average power: penalties of the channel, which a channel loss allows for, are not in it.
 */
export function powerBudget(sender: Part<'optics'>, receiver: Part<'optics'>): Derivation {
  const sent = bound(sender, 'launch', 'from', `lowest launch power of ${sender.name}`);
  const floor = bound(receiver, 'receive', 'from', `lowest receive power of ${receiver.name}`);
  return derived('launch less receive', 'loss', launchLessReceive, [sent, floor], sent.value - floor.value);
}

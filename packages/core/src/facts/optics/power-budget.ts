// The loss that two ends tolerate by their powers, where no channel loss is given.
import { type Derivation, derived, figure } from '../../figures/derivation.ts';
import type { Part } from '../../model/index.ts';
import { isCoherent } from './coherent.ts';

/**
 * Lowest launch power of one PMD minus the lowest power that another receives, in dB: what IEEE 802.3 makes equal to the channel
 * insertion loss, as 400GBASE-DR4 from −2.9 dBm to −5.9 dBm over 3.0 dB. Undefined where one of them isn't given, and of
 * coherent PMDs, whose lowest power depends on noise.
 */
export function powerBudget(sender: Part<'optics'> | undefined, receiver: Part<'optics'>): Derivation | undefined {
  const [launch, receive] = [sender?.values.launch, receiver.values.receive];
  if (sender === undefined || launch === undefined || receive === undefined) return undefined;
  if (isCoherent(sender) || isCoherent(receiver)) return undefined;
  const terms = [
    {
      ...figure(`lowest launch power of ${sender.name}`, 'optical power', launch.value.from, launch.origin),
      provenance: launch.provenance,
    },
    {
      ...figure(`lowest receive power of ${receiver.name}`, 'optical power', receive.value.from, receive.origin),
      provenance: receive.provenance,
    },
  ];
  const value = launch.value.from - receive.value.from;
  return derived(
    `power budget into ${receiver.name}`,
    'loss',
    'lowest launch power − lowest receive power',
    terms,
    value,
  );
}

/** Whether a tolerated loss is a power budget, or the smaller of two that is one. */
export function isPowerBudget({ terms, dimension }: Derivation): boolean {
  if (terms.length === 0 || dimension !== 'loss') return false;
  const ends = terms.filter((each) => each.dimension === 'loss');
  const [least] = [...ends].sort((a, b) => a.value - b.value);
  return least === undefined ? terms.some((each) => each.dimension === 'optical power') : isPowerBudget(least);
}

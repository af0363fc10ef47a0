// Reach of a PMD on a fiber: as its standard gives it, shorter where its link model says so for fiber with more attenuation.

import { type Derivation, derived, figure } from '../../figures/derivation.ts';
import type { LinkGroup, Part } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import { attenuationOf } from './path-loss.ts';
import { limitOn, rowFor } from './pmds/limits.ts';

type Optics = Part<'optics'> | undefined;

/** Attenuation of the single-mode fiber in the link models of IEEE 802.3, in dB/m (0.4 dB/km, TIA FOTC). */
const modelAttenuation = 0.4e-3;

/**
 * Reach of a PMD on the fiber of a link towards the PMD at the far end, in m.
 *
 * Some standards allot a part of the channel loss to the fiber (`fiber-loss`). Fiber with more attenuation uses it up sooner:
 * 800GBASE-DR8, 0.25 dB, ends after 250 m at 1.0 dB/km; 400GBASE-LR8, 4.0 dB, after 8 km at 0.5 and 4 km at 1.0 dB/km (TIA
 * FOTC). Where nothing is allotted, the loss budget alone limits it.
 */
export function reachOn(optics: Optics, group: LinkGroup, far: Optics): Derivation {
  const { fiber } = group;
  const own = limitOn(optics, 'reach', 'length', group);
  const isOnFiber = rowFor(optics?.values.reach?.value ?? [], fiber)?.part !== undefined;
  const reach = nearest(own, reachTo(optics, far), isOnFiber);
  if (optics === undefined || fiber === undefined || isOnFiber || Number.isNaN(reach.value)) return reach;
  const allotted = optics.values['fiber-loss'];
  // What does not last for the reach on the fiber of the link models was allotted for another reach.
  if (allotted === undefined || exceeds(own.value * modelAttenuation, allotted.value)) return reach;
  const attenuation = attenuationOf(fiber, optics);
  const value = allotted.value / attenuation.value;
  if (!exceeds(reach.value, value)) return reach;
  const allowance = {
    ...figure(`loss ${optics.name} allots to the fiber`, 'loss', allotted.value, allotted.origin),
    provenance: allotted.provenance,
  };
  const formula = 'loss allotted to the fiber ÷ attenuation';
  return derived(`reach of ${optics.name} on ${fiber.name}`, 'length', formula, [allowance, attenuation], value);
}

/**
 * The reach a maker gives for the PMD at the far end, in m; undefined where there is none. Between PMDs of one
 * maker, which share that property, the reach is their own, even where it gives another for the standard they are based on.
 */
function reachTo(optics: Optics, far: Optics): Derivation | undefined {
  const given = optics?.values['reach-to'];
  const row = far === undefined ? undefined : rowFor(given?.value ?? [], far);
  if (given === undefined || row === undefined) return undefined;
  if (far?.values['reach-to'] === given && row.part?.values['reach-to'] !== given) return undefined;
  const label = `reach of ${optics?.name} to ${far?.name}`;
  return { ...figure(label, 'length', row.value, given.origin), provenance: given.provenance };
}

/** The reach towards the far end, where its maker gives one; no longer than the reach on this fiber, if that is given too. */
function nearest(own: Derivation, towards: Derivation | undefined, isOnFiber: boolean): Derivation {
  if (towards === undefined) return own;
  return isOnFiber && exceeds(towards.value, own.value) ? own : towards;
}

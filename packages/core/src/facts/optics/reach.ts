// Reach of a PMD on a fiber: as its standard gives it, shorter where the fiber has more attenuation than the standard's model.

import { type Derivation, derived, figure, unknown } from '../../figures/derivation.ts';
import { derivesFrom, missingIn, type Part, type PerPart } from '../../model/index.ts';
import { type Dimension, exceeds } from '../../units/index.ts';
import { isCoherent } from './coherent.ts';
import { attenuationOf } from './path-loss.ts';

/** Attenuation of the single-mode fiber in the link models of IEEE 802.3, in dB/m (0.4 dB/km, TIA FOTC). */
const modelAttenuation = 0.4e-3;

/** A limit of a PMD that may differ by fiber: the row for the fiber or for what it is based on, else the one for all. */
export function limitOn(
  optics: Part<'optics'> | undefined,
  property: 'reach' | 'channel-loss',
  dimension: Dimension,
  fiber: Part<'fiber'> | undefined,
): Derivation {
  const label = property === 'reach' ? 'reach' : 'channel insertion loss';
  if (optics === undefined) return unknown(label, dimension, 'one end has no module');
  const given = optics.values[property];
  const row = rowOf(given?.value ?? [], fiber);
  if (given === undefined || row === undefined) {
    const missing = missingIn(optics, property);
    return unknown(`${label} of ${optics.name}`, dimension, {
      ...missing,
      text: `${missing.text}${fiber === undefined ? '' : ` on ${fiber.name}`}`,
    });
  }
  return {
    ...figure(`${label} of ${optics.name}`, dimension, row.value, given.origin),
    provenance: given.provenance,
  };
}

/**
 * Reach of a PMD on a fiber, in m.
 *
 * A standard sets a part of its channel loss aside for the fiber: `fiber-loss`, or the reach at 0.4 dB/km. Fiber with
 * more attenuation uses it up sooner: 800GBASE-DR8, 0.25 dB, ends after 250 m at 1.0 dB/km; 400GBASE-LR8, 4.0 dB, after
 * 8 km at 0.5 and 4 km at 1.0 dB/km (TIA FOTC).
 */
export function reachOn(optics: Part<'optics'> | undefined, fiber: Part<'fiber'> | undefined): Derivation {
  const reach = limitOn(optics, 'reach', 'length', fiber);
  if (optics === undefined || fiber === undefined || Number.isNaN(reach.value)) return reach;
  const singleMode = fiber.values.mode?.value === 'single-mode' && optics.values.mode?.value !== 'multimode';
  const row = rowOf(optics.values.reach?.value ?? [], fiber);
  if (!singleMode || isCoherent(optics) || row?.part === fiber) return reach;
  const attenuation = attenuationOf(fiber, optics);
  const allowance = fiberAllowance(optics, reach, row?.part);
  const value = allowance.value / attenuation.value;
  if (!exceeds(reach.value, value)) return reach;
  return derived(
    `reach of ${optics.name} on ${fiber.name}`,
    'length',
    'loss allotted to the fiber ÷ attenuation',
    [allowance, attenuation],
    value,
  );
}

/** The part of its channel loss that a PMD allots to the fiber, in dB. */
function fiberAllowance(optics: Part<'optics'>, reach: Derivation, measuredOn: Part<'fiber'> | undefined): Derivation {
  const label = `loss ${optics.name} allots to the fiber`;
  const given = optics.values['fiber-loss'];
  if (given !== undefined && measuredOn === undefined)
    return { ...figure(label, 'loss', given.value, given.origin), provenance: given.provenance };
  const model =
    measuredOn === undefined
      ? {
          ...figure("attenuation of the standard's model", 'loss per length', modelAttenuation),
          provenance: { kind: 'source' as const, text: 'TIA FOTC, IEEE 802.3 link models' },
        }
      : attenuationOf(measuredOn, optics);
  return derived(label, 'loss', 'reach × attenuation', [reach, model], reach.value * model.value);
}

type Row = PerPart<Dimension, 'fiber'>;

/** The row for a fiber, for the nearest type it is based on, or for all. */
function rowOf(rows: readonly Row[], fiber: Part<'fiber'> | undefined): Row | undefined {
  let found: Row | undefined;
  for (const row of rows) {
    if (row.part === undefined || fiber === undefined || !derivesFrom(fiber, row.part)) continue;
    if (found?.part === undefined || derivesFrom(row.part, found.part)) found = row;
  }
  return found ?? rows.find((each) => each.part === undefined);
}

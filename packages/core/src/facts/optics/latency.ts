// Delay of a link in one direction: fiber or cable, the signal processing of the modules, forward error correction.

import { type Derivation, derived, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { type Given, missingIn, type Part } from '../../model/index.ts';
import type { Quantity } from '../../units/index.ts';
import type { LinkEnd } from '../classes/port-ends.ts';
import type { LinkBudget } from './optics.ts';

/**
 * Largest delay of a link, in s: from the electrical side of one module to that of the other, with the FEC: one encoder and one
 * decoder, since a direction passes each of them once: RS(544,514) is encoded where data are sent and decoded where they are
 * received (IEEE 802.3 clause 91 at 100 Gbps, in the PCS of clause 119 at 200 and 400 Gbps, of clause 172 at 800 Gbps). Figures of
 * FEC and of signal processing are typical, so the sum is typical and not guaranteed. Over a cable the FEC is the host's own and not
 * counted.
 */
export function latencyOf(budget: LinkBudget): Derivation {
  const { group, from, to } = budget.class;
  const path = pathDelay(group.fiber ?? group.cable, budget.length);
  if (group.cable !== undefined) return sum('latency', 'time', 'cable', [path]);
  const both = (of: (end: LinkEnd) => Derivation, same: boolean): Derivation[] =>
    same ? [times(2, of(from))] : [of(from), of(to)];
  return sum('latency', 'time', 'fiber + modules + FEC', [
    path,
    ...both(({ module }) => moduleDelay(module), from.module === to.module),
    from.optics === to.optics ? fecDelay(from.optics) : slower(fecDelay(from.optics), fecDelay(to.optics)),
  ]);
}

function pathDelay(medium: Part<'fiber'> | Part<'cable'> | undefined, length: Derivation): Derivation {
  if (medium === undefined) return unknown('fiber', 'time', 'the fiber is not given');
  const each = stated(`delay of ${medium.name}`, 'delay per length', medium.values.delay, missingIn(medium, 'delay'));
  return derived(medium.kind, 'time', 'delay × length', [each, length], each.value * length.value);
}

function moduleDelay(module: Part<'module'> | undefined): Derivation {
  return module === undefined
    ? unknown('module', 'time', 'one end has no module')
    : stated(`delay of ${module.name}`, 'time', module.values.latency, missingIn(module, 'latency'));
}

/** The larger of the delays that both ends state for the FEC they share; unknown where one of them is. */
function slower(a: Derivation, b: Derivation): Derivation {
  return Number.isNaN(a.value) || a.value >= b.value ? a : b;
}

/** Delay of the encoder at one end and the decoder at the other. */
function fecDelay(optics: Part<'optics'> | undefined): Derivation {
  if (optics === undefined) return unknown('FEC', 'time', 'one end has no module');
  const given = optics.values['fec-latency'];
  const largest: Given<Quantity<'time'>> | undefined =
    given === undefined ? undefined : { ...given, value: given.value.to };
  return stated(`largest FEC delay of ${optics.name}`, 'time', largest, missingIn(optics, 'fec-latency'));
}

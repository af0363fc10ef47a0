// The worst link of a network by one figure: loss, typical margin, latency.
import { type Derivation, derived, unknown } from './derivation.ts';
import type { Facts } from './facts.ts';
import { latencyOf } from './latency.ts';
import type { LinkBudget } from './optics.ts';
import { pathLoss } from './path-loss.ts';

/** Loss of a link as it is usually met, in dB. */
export function typicalLoss({ class: { group, from }, length, loss }: LinkBudget): Derivation {
  return group.cable === undefined
    ? pathLoss(group, from.optics, length, 'typical')
    : { ...loss, label: 'typical loss' };
}

/** What the optics allow less what the path usually loses, in dB. */
export function typicalMargin(budget: LinkBudget): Derivation {
  const loss = typicalLoss(budget);
  const { allowed } = budget;
  return derived(
    'typical margin',
    'loss',
    'loss the optics allow − typical loss',
    [allowed, loss],
    allowed.value - loss.value,
  );
}

/** Largest worst-case loss of the links of a network, in dB. */
export function worstLoss(facts: Facts, network: number): Derivation {
  return worstOf(facts, network, 'largest loss', ({ loss }) => loss, -1);
}

/** Largest typical loss of the links of a network, in dB. */
export function worstTypicalLoss(facts: Facts, network: number): Derivation {
  return worstOf(facts, network, 'largest typical loss', typicalLoss, -1);
}

/** Least typical margin of the links of a network, in dB. */
export function worstTypicalMargin(facts: Facts, network: number): Derivation {
  return worstOf(facts, network, 'least typical margin', typicalMargin, 1);
}

/** Largest latency of the links of a network, in s. */
export function worstLatency(facts: Facts, network: number): Derivation {
  return worstOf(facts, network, 'largest latency', latencyOf, -1);
}

/** The link with the smallest figure, with its sign turned or not; unknown where that of any link is. */
function worstOf(
  { fabric, optics }: Facts,
  network: number,
  what: string,
  of: (budget: LinkBudget) => Derivation,
  sign: 1 | -1,
): Derivation {
  const name = fabric.networks[network]?.name ?? '';
  const label = `${what} of the links of ${name}`;
  let worst: Derivation | undefined;
  for (const budget of optics.budgets) {
    const { group } = budget.class;
    const figure = of(budget);
    // Copper has no loss budget that could be missed.
    if (group.network?.index !== network || (group.cable !== undefined && figure.dimension === 'loss')) continue;
    const here = { ...figure, label, origin: group.mediumOrigin ?? group.origin };
    if (Number.isNaN(figure.value)) return here;
    if (worst === undefined || sign * figure.value < sign * worst.value) worst = here;
  }
  return worst ?? unknown(label, 'loss', `${name} has no links it could be a figure of`);
}

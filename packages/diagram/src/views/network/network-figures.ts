// Key figures of networks.
import { type Derivation, type Facts, unsignedAt } from '@lightloom/core';
import type { Figure } from '../../graph/index.ts';
import { type FigureSpec, figuresOf } from '../captions/key-figures.ts';
import { basisText, drawnValue } from '../text/phrases.ts';
import type { Stack } from './stacks/stacks.ts';

/** What is drawn. */
interface Drawn {
  readonly stacks: readonly Stack[];
  /** Indices of the networks. */
  readonly networks: readonly number[];
  /** Whether there are tiers above linked hosts. */
  readonly tiered: boolean;
}

export function networkFigures(facts: Facts, { stacks, networks, tiered }: Drawn): Figure[] {
  const [network] = networks;
  if (network === undefined || facts.fabric.linkGroups.length === 0) return [];
  const specs: FigureSpec[] = [];
  if (networks.length === 1) {
    // Without hosts there is no up and down to compare.
    if (tiered) specs.push(...tierFigures(facts, network));
    if (hasOptics(facts, network))
      specs.push({
        label: 'Worst margin',
        value: facts.optics.margin(network),
        fact: 'margin',
        note: 'of the optical links',
        limit: { atLeast: { ...facts.optics.margin(network), value: 0, known: 0 } },
      });
  }
  specs.push({
    label: 'Power',
    value: powerOf(facts, stacks),
    fact: 'power',
    note: `all devices drawn, ${basisText(facts)}`,
  });
  return figuresOf(facts, specs, { of: 'network', ids: new Set(networks) });
}

/** Whether a network has links with a loss budget: cables with fixed ends have a reach instead. */
function hasOptics({ optics }: Facts, network: number): boolean {
  return optics.budgets.some(({ class: { group } }) => group.network?.index === network && group.cable === undefined);
}

function tierFigures({ bandwidth }: Facts, network: number): FigureSpec[] {
  const full = bandwidth.fullBisection(network);
  const specs: readonly FigureSpec[] = [
    {
      label: 'Oversubscription',
      value: bandwidth.oversubscription(network),
      fact: 'oversubscription',
      note: 'down ÷ up, worst switch',
    },
    {
      label: 'Bisection',
      value: bandwidth.bisection(network),
      fact: 'bisection',
      ...(Number.isNaN(full.value) ? {} : { note: `of ${drawnValue(full)} for full bisection` }),
    },
  ];
  // A HyperX of switches with hosts has no up and down: it isn't that its ratio is unknown.
  return specs.filter(({ value }) => value.isNone !== true);
}

/** Power of devices with their modules, class by class. */
function powerOf(facts: Facts, stacks: readonly Stack[]): Derivation {
  const counts = new Uint32Array(facts.devices.classes.length);
  for (const { devices } of stacks)
    for (const id of devices) {
      const index = unsignedAt(facts.devices.of, id);
      counts[index] = unsignedAt(counts, index) + 1;
    }
  const value = facts.power.device.reduce(
    (sum, each, i) => (counts[i] === 0 ? sum : sum + each.value * unsignedAt(counts, i)),
    0,
  );
  return { ...facts.power.total, value };
}

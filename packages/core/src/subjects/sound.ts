// Networks, loops and modules that a rule can judge; and what is wrong with the others, which another rule reports.
import type { Facts } from '../answers/index.ts';
import { type Doubt, soundFor } from '../findings/doubt.ts';
import type { Loop, Network } from '../model/index.ts';
import { exceeds } from '../units/index.ts';
import { overConnector, strongerNeighbour } from './cage-power.ts';
import { type Fit, fitsCage, fitsOf } from './fits.ts';

const ofNetworks: readonly Doubt<Network>[] = [
  {
    // Links that can't be made are reported at their statement.
    reportedBy: ['topology/pattern-size', 'topology/uneven-mesh', 'optics/no-module', 'placement/module-fits-cage'],
    doubtful: [
      'bandwidth/oversubscription',
      'topology/asymmetric-striping',
      'topology/rail-on-two-leaves',
      'topology/single-point-of-failure',
      'topology/split-network',
    ],
    holds: ({ fabric }, { index }) =>
      fabric.linkGroups.some(({ network, fault }) => network?.index === index && fault !== undefined),
  },
  {
    // In parts already, without any loss.
    reportedBy: ['topology/split-network'],
    doubtful: ['topology/single-point-of-failure'],
    holds: ({ connectivity }, { index }) => connectivity.hostParts(index).length > 1,
  },
];

const ofLoops: readonly Doubt<Loop>[] = [
  {
    // No CDU remains.
    reportedBy: ['cooling/loop-capacity'],
    doubtful: ['cooling/cdu-flow', 'cooling/loop-head'],
    holds: ({ cooling }, loop) => cooling.cdus(loop)?.left === 0,
  },
  {
    // At more flow than they deliver, CDUs have no head.
    reportedBy: ['cooling/cdu-flow'],
    doubtful: ['cooling/loop-head'],
    holds: ({ cooling }, loop) =>
      exceeds(cooling.flow(loop).value, cooling.cdus(loop)?.flow.value ?? Number.POSITIVE_INFINITY),
  },
];

const ofModules: readonly Doubt<Fit>[] = [
  {
    reportedBy: ['placement/module-fits-cage'],
    doubtful: ['power/cage-weaker-than-neighbours', 'power/module-over-cage'],
    holds(_, { module, group }) {
      const form = module.values['form-factor']?.value;
      return form !== undefined && !fitsCage(module, form, group.cage);
    },
  },
  {
    // No cage can feed it.
    reportedBy: ['power/module-over-connector'],
    doubtful: ['power/cage-weaker-than-neighbours', 'power/module-over-cage'],
    holds: (_, { module }) => overConnector(module),
  },
  {
    // Another cage of the device can.
    reportedBy: ['power/cage-weaker-than-neighbours'],
    doubtful: ['power/module-over-cage'],
    holds: (_, fit) => strongerNeighbour(fit) !== undefined,
  },
];

/** All of them: a test asks whether their rules are there. */
export const doubts: readonly Pick<Doubt<never>, 'reportedBy' | 'doubtful'>[] = [
  ...ofNetworks,
  ...ofLoops,
  ...ofModules,
];

/** The networks that a rule can judge. */
export const soundNetworks = (facts: Facts, rule: string): readonly Network[] =>
  soundFor(facts, rule, { things: facts.fabric.networks, doubts: ofNetworks });

/** The loops that a rule can judge. */
export const soundLoops = (facts: Facts, rule: string): readonly Loop[] =>
  soundFor(facts, rule, { things: facts.fabric.loops, doubts: ofLoops });

/** The modules in cages that a rule can judge. */
export const soundFits = (facts: Facts, rule: string): readonly Fit[] =>
  soundFor(facts, rule, { things: fitsOf(facts), doubts: ofModules });

// Planning: the smallest evenly striped networks for a number of hosts, and the optics that they are made with.

export { smallestConflict } from './conflict.ts';
export { cagesFor, type Demand, type Faceplate, type Shape, switchesOf, type Tier, trunkLinks } from './demand.ts';
export { effectsOf, movesByEffect } from './effects.ts';
export * from './filling.ts';
export { type Growth, grownHosts, growthOf, laterLeaves } from './growth.ts';
export { hallOf, type PlannedHall, type TierName } from './hall.ts';
export { fits, opticsFor, type PlannedModule, type PlannedOptics, railsOf } from './optics.ts';
export * from './plan.ts';
export { type Choice, cheapest, type JudgedChoice, type Violation } from './search.ts';
export {
  oversubscriptionOf,
  type Striping,
  sized,
  spareUplinks,
  stripingOf,
  type Tiers,
} from './sizing.ts';

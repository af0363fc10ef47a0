// Planning: the smallest evenly striped networks for a number of hosts, and the optics that they are made with.
export { cagesFor, type Demand, type Faceplate, type Shape, switchesOf, type Tier, trunkLinks } from './demand.ts';
export { type HallParts, hallOf, type PlannedHall } from './hall.ts';
export { fits, type OpticsDemand, opticsFor, type PlannedModule, type PlannedOptics, railsOf } from './optics.ts';
export * from './plan.ts';
export {
  mostHosts,
  oversubscriptionOf,
  type Sized,
  type Striping,
  sized,
  spareUplinks,
  stripingOf,
  type Tiers,
} from './sizing.ts';

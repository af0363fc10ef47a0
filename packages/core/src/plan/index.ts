// Planning: the smallest evenly striped networks for a number of hosts, and the optics that they are made with.
export { cagesFor, type Demand, type Faceplate, type Shape, switchesOf, type Tier, trunkLinks } from './demand.ts';
export { hallOf } from './hall.ts';
export { fits, opticsFor, type PlannedModule, type PlannedOptics, railsOf } from './optics.ts';
export * from './plan.ts';
export {
  oversubscriptionOf,
  type Striping,
  sized,
  spareUplinks,
  stripingOf,
  type Tiers,
} from './sizing.ts';

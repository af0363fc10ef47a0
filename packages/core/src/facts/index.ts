// What is true of a fabric: numbers, each with its derivation.
export {
  type BandwidthFacts,
  cageBandwidth,
  cageLanes,
  panelBandwidth,
  switchCapacity,
  switchLanes,
} from './bandwidth.ts';
export type { DeviceClass, DeviceClasses, LinkClass, LinkClasses, LinkEnd, ModuleCount } from './classes.ts';
export { densityOf, interpolate, specificHeatOf } from './coolant.ts';
export type { CoolingFacts } from './cooling.ts';
export { densityOfSelection, type Faceplate, faceplateOf, heightOf, rackUnitOf, switchDensity } from './density.ts';
export { type Derivation, derivationLines, figure, originsOf, printValue } from './derivation.ts';
export { type Facts, factsOf } from './facts.ts';
export { type HeatFacts, isLiquidCooled } from './heat.ts';
export { type LinkBudget, type OpticsFacts, opticsRate } from './optics.ts';
export { type PlacementFacts, rackPowerLimit } from './placement.ts';
export { chassisPower, modulePower, type PowerFacts } from './power.ts';
export { type Verdict, verdictsOf } from './requirement.ts';
export type { Scenario } from './scenario.ts';
export { noTier, type PortConflict, type TopologyFacts } from './topology.ts';

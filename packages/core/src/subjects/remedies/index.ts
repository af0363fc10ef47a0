// What would cure findings of several rules, as changes of the design.
export {
  cooler,
  flowFactor,
  loopFlowOf,
  lowerPressure,
  moreAir,
  onLoop,
  rackFlowOf,
  supplyWithin,
  withinWindow,
} from './flow.ts';
export {
  fewerCages,
  moreCdus,
  moreCouplings,
  moreLasers,
  moreRacks,
  moreShelves,
  moreSupplies,
  racksFor,
  strongerCages,
  withinRange,
} from './hardware.ts';
export {
  connectorOf,
  evenSizes,
  fibersFor,
  freeCages,
  ofConnector,
  pluggedToo,
  sameCount,
  sameModules,
  withLowLoss,
} from './links.ts';
export { fedToo, placed } from './placing.ts';
export { secondSwitch } from './second-switch.ts';

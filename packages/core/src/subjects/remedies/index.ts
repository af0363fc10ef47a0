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
  moreRacks,
  moreSupplies,
  racksFor,
  strongerCages,
} from './hardware.ts';
export { connectorOf, evenSizes, fibersFor, freeCages, pluggedToo, sameModules, withLowLoss } from './links.ts';

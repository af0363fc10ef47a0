// What would cure findings of several rules, as changes of the design.
export { exchangedCord } from './cords.ts';
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
  fewerEngines,
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
export { amplifiersFor, lengthOfLine, withoutAmplifiers } from './lines.ts';
export {
  connectorOf,
  evenSizes,
  fibersFor,
  freeCages,
  lessLoss,
  ofConnector,
  pluggedToo,
  sameCount,
  sameModules,
  withLowLoss,
} from './links.ts';
export { fedToo, placed } from './placing.ts';
export { asFull, cablesSwapped, ofOtherDevice, pluggedWhereLinked } from './ports.ts';
export { cdusForHead, widerCouplings } from './pressure.ts';
export { secondSwitch } from './second-switch.ts';
export { busbarWithin, converterWithin } from './voltage.ts';

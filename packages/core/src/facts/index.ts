// What is true of a fabric: numbers, each with its derivation.

export { kindText } from './cabling/cable-count.ts';
export type { Cable, CableKind, CableSocket } from './cabling/cable-kinds.ts';
export { dividedCables } from './cabling/cords.ts';
export { connectorsOf, mates } from './cabling/mated-pairs.ts';
export { isInheritedFront, moduleFront } from './cabling/module-front.ts';
export { leastRun } from './classes/cable-runs.ts';
export { cableEnds, type DeviceClass, type ModuleCount } from './classes/device-classes.ts';

export { type LinkClass, type LinkClasses, missingLinks } from './classes/link-classes.ts';
export { LinksByAnotherPath } from './classes/links-by-another-path.ts';
export type { LinkEnd } from './classes/port-ends.ts';

export { type Basis, powerBasisOf } from './conditions/basis.ts';
export { nothingFailed, type Scenario } from './conditions/scenario.ts';
export { airNeed, airRise, rackAirflow, rackAirLimit, rackAirMoved, rackAirNeed, rowAirNeeds } from './cooling/air.ts';
export { askedByRacks, flowAsSet, takersOf } from './cooling/branch-flow.ts';
export type { CdusLeft } from './cooling/cdus.ts';
export { densityOf, specificHeatOf } from './cooling/coolant.ts';
export {
  couplingDrop,
  couplingFlow,
  deviceDrop,
  moduleFlow,
} from './cooling/coolant-flow.ts';
export { approachOf, warmestFacility, waterClassWithin } from './cooling/facility.ts';
export { isLiquidCooled } from './cooling/heat.ts';
export { loopFlowAsSet } from './cooling/loop-flow.ts';
export { returnLimitOf, supplyOf } from './cooling/loop-laws.ts';
export { type Coupled, openTerm } from './cooling/open-terms.ts';
export { headAt } from './cooling/pressure.ts';
export {
  combinedOsnr,
  dispersionMargin,
  dispersionOf,
  isCoherent,
  lineOsnr,
  neededOsnr,
  osnrMargin,
  receivedOsnr,
  toleratedDispersion,
} from './optics/coherent.ts';
export { cableFits, cableLaneRate } from './optics/copper.ts';
export { deviceConnectors, deviceFibers, moduleConnectors, moduleFibers } from './optics/fiber-count.ts';
export type { RackFibers } from './optics/fiber-paths.ts';
export { laneFaceOf } from './optics/lane-face.ts';
export { isCrossed, type LanePath, type LaneRun, laneMap, lanePaths, laneRun } from './optics/lane-map.ts';
export { type LaserPower, laserPowerOf } from './optics/laser-power.ts';
export { latencyOf } from './optics/latency.ts';
export { followLine, launchedBy, type Stage as LineStage } from './optics/line.ts';
export { type LinkBudget, lossOfWorstSpan } from './optics/optics.ts';
export type { ConnectorUse, PanelUse } from './optics/panel-use.ts';
export { pathLoss, reservedLoss } from './optics/path-loss.ts';
export { breakoutOf } from './optics/pmds/breakout.ts';
export { type Difference, interoperation } from './optics/pmds/interoperation.ts';
export { launchLessReceive } from './optics/pmds/power-budget.ts';
export { isDuplex, lacksCords, type Polarity, positionAfter } from './optics/polarity.ts';
export { atBest, type Received, receivedOver, waysOf } from './optics/received.ts';
export {
  amplifiersOf,
  boosterOf,
  endsAmplified,
  lengthOfSpans,
  positionsOf,
  spanLosses,
  spansOf,
  type Way,
} from './optics/spans.ts';
export type { TrayFacts } from './optics/tray.ts';
export { typicalLoss } from './optics/worst-link.ts';
export { heightOf } from './parts/height.ts';
export { isBuiltIn } from './parts/mounting.ts';
export {
  cageBandwidth,
  cageLanes,
  moduleBandwidth,
  opticsRate,
  panelBandwidth,
  switchCapacity,
  switchLanes,
} from './parts/part-bandwidth.ts';
export { cableEndPower, cagePower, modulePower } from './parts/part-power.ts';
export { lacksSupplies } from './parts/supplies.ts';
export {
  densityOfSelection,
  faceplateOf,
  neededOpening,
  rackUnitOf,
  switchDensity,
  usualOpening,
} from './placement/density.ts';
export { type PanelShare, panelShare, usualLimit } from './placement/panel-share.ts';
export { rackPowerLimit } from './placement/placement.ts';
export type { RowDensity } from './placement/row-density.ts';
export { weightLimit } from './placement/weight.ts';
export { batteryTime, hasBattery } from './power/battery.ts';
export { cduPower } from './power/cdu-power.ts';
export {
  currentAt,
  moduleCurrent,
  moduleEnergy,
  switchEnergy,
  voltageWindow,
} from './power/electrical.ts';
export { feedCapacity, feedLoad } from './power/feeds.ts';
export type { HallPower } from './power/hall-power.ts';
export { hasConverter, type InputRange, inputRange, moduleSupply } from './power/module-supply.ts';
export { drawnBy, suppliersOf } from './power/power-paths.ts';
export { busbarCurrent, busbarLimit, busbarVoltage, deliverable, shelfPower } from './power/rack-supply.ts';
export type { BillLine } from './purchase/bill.ts';
export { boughtAs } from './purchase/bill-paths.ts';
export { billText } from './purchase/bill-text.ts';
export { orderedLength } from './purchase/buying.ts';
export { darkRacks, feedsWithout } from './selection/devices-in.ts';
export { mixed } from './topology/alike.ts';
export { portsOfCages } from './topology/cage-ports.ts';
export { type PortUse, portUse } from './topology/port-use.ts';
export { type SplitRail, splitRails } from './topology/rails.ts';
export { isOpenStriping, unevenStripes } from './topology/striping.ts';
export type { TierRatio } from './topology/tier-ratio.ts';
export { noTier } from './topology/topology.ts';

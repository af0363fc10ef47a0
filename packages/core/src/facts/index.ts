// What is true of a fabric: numbers, each with its derivation.

export { cableEnds, type DeviceClass, type DeviceClasses, type ModuleCount } from './classes/device-classes.ts';
export type { LinkClass, LinkClasses, LinkEnd } from './classes/link-classes.ts';
export { type Basis, type PowerBasis, powerBasisOf } from './conditions/basis.ts';
export { nothingFailed, type Scenario } from './conditions/scenario.ts';
export { airNeed, airRise, rackAirflow, rackAirLimit, rackAirNeed, rowAirNeeds } from './cooling/air.ts';
export type { BranchFacts } from './cooling/branches.ts';
export type { CdusLeft } from './cooling/cdus.ts';
export { densityOf, interpolate, specificHeatOf } from './cooling/coolant.ts';
export {
  chassisFlow,
  couplingDrop,
  couplingFlow,
  deviceDrop,
  deviceFlow,
  type FlowNeeds,
  lineDrop,
  moduleFlow,
} from './cooling/coolant-flow.ts';
export type { CoolingFacts } from './cooling/cooling.ts';
export { approachOf, warmestFacility, waterClassWithin } from './cooling/facility.ts';
export { type HeatFacts, isLiquidCooled } from './cooling/heat.ts';
export { headAt, type PressureFacts } from './cooling/pressure.ts';
export type { RackFlows } from './cooling/rack-flows.ts';
export {
  amplifiersOf,
  combinedOsnr,
  dispersionMargin,
  dispersionOf,
  isCoherent,
  lineOsnr,
  osnrMargin,
  receivedOsnr,
  spansOf,
} from './optics/coherent.ts';
export { cableFits, cableLaneRate, cableRate, cableReach } from './optics/copper.ts';
export { deviceConnectors, deviceFibers, moduleConnectors, moduleFibers } from './optics/fiber-count.ts';
export { missingLinks, type RackFibers } from './optics/fiber-paths.ts';
export { type LaneFace, laneFaceOf } from './optics/lane-face.ts';
export { isCrossed, type LanePath, type LaneRun, laneMap, lanePaths, laneRun } from './optics/lane-map.ts';
export { type LaserPower, laserPowerOf } from './optics/laser-power.ts';
export { latencyOf } from './optics/latency.ts';
export type { LinkBudget, OpticsFacts } from './optics/optics.ts';
export type { ConnectorUse, PanelUse } from './optics/panel-use.ts';
export { type LossBasis, pathLoss } from './optics/path-loss.ts';
export { isDuplex, lacksCords, type Polarity, positionAfter, type Segment, segmentsOf } from './optics/polarity.ts';
export { reachOn } from './optics/reach.ts';
export { atBest, type Received, receivedOver } from './optics/received.ts';
export type { RowPath, TrayFacts } from './optics/tray.ts';
export {
  typicalLoss,
  typicalMargin,
  worstLatency,
  worstLoss,
  worstTypicalLoss,
  worstTypicalMargin,
} from './optics/worst-link.ts';
export { heightOf } from './parts/height.ts';
export {
  cageBandwidth,
  cageLanes,
  moduleBandwidth,
  opticsRate,
  panelBandwidth,
  switchCapacity,
  switchLanes,
} from './parts/part-bandwidth.ts';
export { cableEndPower, chassisPower, modulePower } from './parts/part-power.ts';
export {
  densityOfSelection,
  type Faceplate,
  faceplateOf,
  neededOpening,
  openRackOpening,
  rackUnitOf,
  switchDensity,
} from './placement/density.ts';
export { type PlacementFacts, rackPowerLimit } from './placement/placement.ts';
export type { RowDensity } from './placement/row-density.ts';
export { weightLimit } from './placement/weight.ts';
export {
  currentAt,
  moduleCurrent,
  moduleEnergy,
  nominalVoltage,
  switchEnergy,
  voltageWindow,
} from './power/electrical.ts';
export { feedCapacity, feedLoad } from './power/feeds.ts';
export type { HallPower } from './power/hall-power.ts';
export { feedsLeft, laserPowers, type PowerFacts, type PowerSums } from './power/power.ts';
export { busbarCurrent, busbarLimit, busbarVoltage, deliverable, shelfPower } from './power/rack-supply.ts';
export { powerOfSelection } from './selection/selected-power.ts';
export type { BandwidthFacts } from './topology/bandwidth.ts';
export type { ConnectivityFacts, SinglePointOfFailure } from './topology/connectivity.ts';
export type { NetworkGraph } from './topology/network-graph.ts';
export { type PortUse, portUse } from './topology/port-use.ts';
export { type SplitRail, splitRails } from './topology/rails.ts';
export { type UnevenStripe, unevenStripes } from './topology/striping.ts';
export type { TierRatio } from './topology/tier-ratio.ts';
export { noTier, type PortConflict, type TopologyFacts } from './topology/topology.ts';

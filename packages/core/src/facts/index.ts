// What is true of a fabric: numbers, each with its derivation.
export {
  cableEnds,
  type DeviceClass,
  type DeviceClasses,
  type LinkClass,
  type LinkClasses,
  type LinkEnd,
  type ModuleCount,
} from './classes.ts';
export { airNeed, airRise, rackAirflow, rackAirLimit, rackAirNeed, rowAirNeeds } from './cooling/air.ts';
export type { BranchFacts, RackFlows } from './cooling/branches.ts';
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
export { cableEndPower, cableFits, cableLaneRate, cableRate, cableReach } from './optics/copper.ts';
export { deviceConnectors, deviceFibers, moduleConnectors, moduleFibers } from './optics/fiber-count.ts';
export { missingLinks, type RackFibers, rackFibers } from './optics/fiber-ways.ts';
export { type LaneFace, laneFaceOf } from './optics/lane-face.ts';
export { isCrossed, type LaneRun, type LaneWay, laneMap, laneRun, laneWays } from './optics/lane-map.ts';
export { type LaserPower, laserPowerOf } from './optics/laser-power.ts';
export { latencyOf } from './optics/latency.ts';
export { type LinkBudget, type OpticsFacts, opticsRate } from './optics/optics.ts';
export { type ConnectorUse, connectorUses, type PanelUse, panelUses } from './optics/panel-use.ts';
export { type LossBasis, pathLoss } from './optics/path-loss.ts';
export { isDuplex, lacksCords, type Polarity, positionAfter, type Segment, segmentsOf } from './optics/polarity.ts';
export { reachOn } from './optics/reach.ts';
export { atBest, type Received, receivedOver } from './optics/received.ts';
export { type RowWay, type TrayFacts, trayOf } from './optics/tray.ts';
export {
  typicalLoss,
  typicalMargin,
  worstLatency,
  worstLoss,
  worstTypicalLoss,
  worstTypicalMargin,
} from './optics/worst-link.ts';
export {
  densityOfSelection,
  type Faceplate,
  faceplateOf,
  neededOpening,
  openRackOpening,
  rackUnitOf,
  switchDensity,
} from './placement/density.ts';
export { heightOf } from './placement/height.ts';
export { type PlacementFacts, rackPowerLimit } from './placement/placement.ts';
export { type RowDensity, rowDensities } from './placement/row-density.ts';
export { weightLimit } from './placement/weight.ts';
export {
  currentAt,
  moduleBandwidth,
  moduleCurrent,
  moduleEnergy,
  nominalVoltage,
  switchEnergy,
  voltageWindow,
} from './power/electrical.ts';
export { feedCapacity, feedLoad } from './power/feeds.ts';
export { type HallPower, hallPower } from './power/hall-power.ts';
export {
  type Basis,
  chassisPower,
  type Drawn,
  drawnOn,
  feedsLeft,
  laserPowers,
  modulePower,
  type PowerFacts,
  type PowerSums,
} from './power/power.ts';
export { busbarCurrent, busbarLimit, busbarVoltage, deliverable, shelfPower } from './power/rack-supply.ts';
export { powerOfSelection } from './power/selected-power.ts';
export { allWell, type Scenario } from './scenario.ts';
export {
  type BandwidthFacts,
  cageBandwidth,
  cageLanes,
  panelBandwidth,
  switchCapacity,
  switchLanes,
} from './topology/bandwidth.ts';
export type { ConnectivityFacts, SinglePointOfFailure } from './topology/connectivity.ts';
export type { NetworkGraph } from './topology/network-graph.ts';
export { type PortUse, portUse } from './topology/port-use.ts';
export { type SplitRail, splitRails } from './topology/rails.ts';
export { type UnevenStripe, unevenStripes } from './topology/striping.ts';
export { type TierRatio, tierRatios } from './topology/tier-ratio.ts';
export { noTier, type PortConflict, type TopologyFacts } from './topology/topology.ts';

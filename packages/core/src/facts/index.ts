// What is true of a fabric: numbers, each with its derivation.
export { airNeed, airRise, rackAirflow, rackAirLimit, rackAirNeed, rowAirNeeds } from './air.ts';
export type { Asked } from './asked.ts';
export {
  type BandwidthFacts,
  cageBandwidth,
  cageLanes,
  panelBandwidth,
  switchCapacity,
  switchLanes,
} from './bandwidth.ts';
export type { BranchFacts, RackFlows } from './branches.ts';
export type { DeviceClass, DeviceClasses, LinkClass, LinkClasses, LinkEnd, ModuleCount } from './classes.ts';
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
} from './coherent.ts';
export type { ConnectivityFacts, SinglePointOfFailure } from './connectivity.ts';
export { densityOf, interpolate, specificHeatOf } from './coolant.ts';
export {
  chassisFlow,
  couplingDrop,
  couplingFlow,
  deviceDrop,
  deviceFlow,
  type FlowNeeds,
  lineDrop,
  moduleFlow,
} from './coolant-flow.ts';
export type { CdusLeft, CoolingFacts } from './cooling.ts';
export { cableEndPower, cableFits, cableLaneRate, cableRate, cableReach } from './copper.ts';
export {
  densityOfSelection,
  type Faceplate,
  faceplateOf,
  neededOpening,
  openRackOpening,
  rackUnitOf,
  switchDensity,
} from './density.ts';
export {
  type Derivation,
  derivationLines,
  derived,
  figure,
  originsOf,
  printBounded,
  printValue,
  stated,
  sum,
  times,
} from './derivation.ts';
export { isDraft } from './draft.ts';
export {
  currentAt,
  moduleBandwidth,
  moduleCurrent,
  moduleEnergy,
  switchEnergy,
  voltageWindow,
} from './electrical.ts';
export { approachOf, warmestFacility, waterClassWithin } from './facility.ts';
export { type Facts, factsOf } from './facts.ts';
export {
  type BandwidthLoss,
  type FailureEffect,
  type FailureSweep,
  type FeedEffect,
  failureSweep,
  type LoopEffect,
} from './failure-sweep.ts';
export { feedCapacity, feedLoad } from './feeds.ts';
export { deviceConnectors, deviceFibers, moduleConnectors, moduleFibers } from './fiber-count.ts';
export { missingLinks, type RackFibers, rackFibers } from './fiber-ways.ts';
export { type HallPower, hallPower } from './hall-power.ts';
export { type HeatFacts, isLiquidCooled } from './heat.ts';
export { heightOf } from './height.ts';
export { type LaneFace, laneFaceOf } from './lane-face.ts';
export { isCrossed, type LaneRun, type LaneWay, laneMap, laneRun, laneWays } from './lane-map.ts';
export { type LaserPower, laserPowerOf } from './laser-power.ts';
export { latencyOf } from './latency.ts';
export type { NetworkGraph } from './network-graph.ts';
export { type LinkBudget, type OpticsFacts, opticsRate } from './optics.ts';
export { type ConnectorUse, connectorUses, type PanelUse, panelUses } from './panel-use.ts';
export { figuresOfParts } from './part-figures.ts';
export { type LossBasis, pathLoss } from './path-loss.ts';
export { type PlacementFacts, rackPowerLimit } from './placement.ts';
export { isDuplex, type Polarity, positionAfter, type Segment, segmentsOf } from './polarity.ts';
export { type PortUse, portUse } from './port-use.ts';
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
} from './power.ts';
export { headAt, type PressureFacts } from './pressure.ts';
export { busbarCurrent, busbarLimit, busbarVoltage, deliverable, shelfPower } from './rack-supply.ts';
export { type SplitRail, splitRails } from './rails.ts';
export { reachOn } from './reach.ts';
export { type Received, receivedOver } from './received.ts';
export { answerTo, type Verdict, verdictAsIs, verdictOf, verdictsOf } from './requirement.ts';
export { type Footing, isSum, type RestsOn, restsOn, weakest } from './rests-on.ts';
export { type RowDensity, rowDensities } from './row-density.ts';
export { allWell, type Scenario } from './scenario.ts';
export { powerOfSelection } from './selected-power.ts';
export type { FailureKind, SingleFailure } from './single-failure.ts';
export { singleFailures } from './single-failures.ts';
export { type UnevenStripe, unevenStripes } from './striping.ts';
export { type TierRatio, tierRatios } from './tier-ratio.ts';
export { noTier, type PortConflict, type TopologyFacts } from './topology.ts';
export { type RowWay, type TrayFacts, trayOf } from './tray.ts';
export { weightLimit } from './weight.ts';
export {
  typicalLoss,
  typicalMargin,
  worstLatency,
  worstLoss,
  worstTypicalLoss,
  worstTypicalMargin,
} from './worst-link.ts';

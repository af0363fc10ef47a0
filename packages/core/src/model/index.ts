// What a fabric is.
export { byteAt, itemAt, numberAt, realAt, signedAt, unsignedAt } from './at.ts';
export { type Axis, axesSize, axisSize, indexAt, indexSuffix, positionOf, printAxes, printSome } from './axis.ts';
export { type Changeable, FabricBuilder } from './builder.ts';
export { digest } from './digest.ts';
export {
  type ArithmeticExpression,
  type Expression,
  type FactExpression,
  factsIn,
  type NumberExpression,
  onlyFact,
  onlyNumber,
} from './expression.ts';
export type {
  Block,
  Branch,
  Fabric,
  Feed,
  FeedSet,
  Gaps,
  Group,
  Hall,
  LinkFault,
  LinkGroup,
  Loop,
  Network,
  PathText,
  Plug,
  Side,
} from './fabric.ts';
export { type FailingPart, failingParts, isFailingPart } from './failing.ts';
export { maxBlocks, maxCounted, maxRacks, maxTableRows } from './limits.ts';
export { meaningsOf } from './meaning.ts';
export { type Missing, missingIn, missingOf, missingOnLinks } from './missing.ts';
export { cageName, cduName, deviceName, feedNoun, feedSubject, nameOf, portName, rackName } from './names.ts';
export type {
  Counted,
  CountedQuantity,
  CountedWord,
  Given,
  Part,
  PerPart,
  PortGroup,
  Provenance,
  Redundancy,
  Selected,
  Supplies,
  TableRow,
  Unknown,
  Values,
} from './part.ts';
export {
  cagesOf,
  derivesFrom,
  isAuto,
  isPart,
  layOutPorts,
  missingBoth,
  missingText,
  portGroupAt,
  propertyOf,
} from './part-queries.ts';
export type { RackServices } from './plant-builder.ts';
export { type Offer, type Purchase, usualPurchase } from './purchase.ts';
export {
  blockOf,
  blockOfRack,
  branchOfRack,
  cageOfPort,
  cagePartOf,
  channelOfPort,
  deviceOfCage,
  deviceOfPort,
  devicesOfRack,
  drawsFromRack,
  feedsLeft,
  feedsOfCdu,
  feedsOfFeed,
  feedsOfRack,
  firstCageOf,
  firstPortOf,
  fromDevice,
  groupOfLink,
  isDeviceBlock,
  kindOfDevice,
  type LinkDevices,
  linkDevices,
  linkGroupWith,
  linksText,
  loopOfRack,
  moduleIn,
  partOfCdu,
  partOfDevice,
  partOfRack,
  plugIn,
  positionOfRack,
  rackOfCdu,
  rackOfDevice,
  rowOfRack,
  sidesText,
  toDevice,
} from './queries.ts';
export { countUp, isRange, type Selection, type SubjectFamily, type Subjects, single } from './selection.ts';
export type { Allowance, Comparator, Failure, NamedFigure, Requirement, Setting, View } from './statement.ts';

// What a fabric is.
export { type Axis, axesSize, axisSize, indexAt, indexSuffix, positionOf, printAxes } from './axis.ts';
export { FabricBuilder, type RackServices } from './builder.ts';
export type {
  Block,
  CageTable,
  CduTable,
  DeviceTable,
  Fabric,
  Feed,
  Gaps,
  Group,
  LinkFault,
  LinkGroup,
  LinkTable,
  Loop,
  Network,
  Placement,
  Plug,
  PortTable,
  RackTable,
  Side,
} from './fabric.ts';
export { largestTable } from './limits.ts';
export { cageName, cduName, deviceName, nameOf, portName, rackName } from './names.ts';
export type {
  Counted,
  Given,
  Part,
  PerPart,
  PortGroup,
  Provenance,
  Redundancy,
  Selected,
  Supplies,
  TableRow,
  Values,
} from './part.ts';
export { cagesOf, derivesFrom, isPart, layOutPorts, portGroupAt, propertyOf } from './part-queries.ts';
export { blockOf, deviceOfPort, groupOfLink, isDeviceBlock, moduleIn, opticsOf } from './queries.ts';
export { type Selection, single } from './selection.ts';
export type { Allowance, AllowanceTarget, Comparator, Failure, Requirement, View } from './statement.ts';

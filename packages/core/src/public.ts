// What the package `@lightloom/core` exports once it is installed: the types to read a design with and to write a plug-in. All else
// is for Lightloom's own packages, and may change with any version.
export type { Derivation } from './figures/index.ts';
export type { Edit, Finding, Fix, Related, Severity } from './findings/index.ts';
export type { Missing, Provenance, SubjectFamily, Subjects } from './model/index.ts';
export {
  definePlugin,
  defineRule,
  defineTable,
  type Plugin,
  type PluginJudge,
  type PluginReport,
  type PluginRule,
  type PluginTable,
} from './plugins/index.ts';
export type {
  CoolantLoop,
  DesignReader,
  Device,
  Element,
  Figure,
  Installed,
  Link,
  LinkEnd,
  Network,
  PowerFeed,
  Rack,
} from './reader/index.ts';
export type { Origin } from './source/index.ts';
export type { Cell, TableColumn } from './tables/index.ts';
export type { Dimension } from './units/index.ts';

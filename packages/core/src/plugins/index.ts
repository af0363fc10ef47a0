// Plug-ins: rules and tables that somebody else wrote.
export { type AdoptedPlugin, adoptPlugin } from './adopt.ts';
export {
  definePlugin,
  defineRule,
  defineTable,
  type Plugin,
  type PluginJudge,
  type PluginReport,
  type PluginRule,
  type PluginTable,
} from './plugin.ts';
export { PluginTableError } from './plugin-table.ts';

// What a project sets for all its designs.
export { type Configuration, configurableRules, configurationName, type SetSeverity } from './configuration.ts';
export { Configurations, isHomeFolder } from './configurations.ts';
export { isIgnored, settingsFor, severitiesFor } from './for-file.ts';
export { type JsonMember, type JsonNode, readJson } from './json.ts';
export type { PluginHost, PluginSource } from './load-plugins.ts';
export {
  knowsRule,
  type LoadedPlugin,
  noPlugins,
  ownFamilies,
  type ProjectPlugins,
  pluginsGiven,
  rulesOfPlugins,
} from './plugins.ts';

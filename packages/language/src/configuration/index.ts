// What a project sets for all its designs.
export { type Configuration, configurationName } from './configuration.ts';
export { Configurations, isHomeFolder } from './configurations.ts';
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

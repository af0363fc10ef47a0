// What a project sets for all its designs.
export { type Configuration, configurationName } from './configuration.ts';
export { Configurations, isHomeFolder } from './configurations.ts';

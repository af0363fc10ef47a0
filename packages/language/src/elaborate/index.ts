// From syntax trees to a fabric.
export { type Elaborated, elaborate } from './elaborate.ts';
export type { SettingProblem } from './values/settings.ts';

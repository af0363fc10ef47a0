// From syntax trees to a fabric: `elaborate`.
export type { Elaborated } from './elaborate.ts';
export { elaborate, type LibraryTypes } from './elaborate.ts';
export type { SettingProblem } from './values/settings.ts';

// From syntax trees to a fabric: `elaborate`.
export { elaborate } from './elaborate.ts';
export type { SettingProblem } from './values/settings.ts';

// Work that is done in steps.
export { atOnce, type Steps } from './steps.ts';

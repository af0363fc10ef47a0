// The core: what a fabric is, what is true of it, what is wrong with it. Pure: no platform, no input, no output.
export * from './answers/index.ts';
export * from './catalogue/index.ts';
export * from './diff/index.ts';
export * from './explain/index.ts';
export * from './facts/index.ts';
export * from './figures/index.ts';
export * from './findings/index.ts';
export * from './model/index.ts';
export * from './patterns/index.ts';
export * from './phases/index.ts';
export * from './plan/index.ts';
export * from './plugins/index.ts';
export { type DesignReader, type Element, type Figure, figureOf, readerOf } from './reader/index.ts';
export * from './report/index.ts';
export * from './rules/index.ts';
export * from './source/index.ts';
export * from './tables/index.ts';
export * from './units/index.ts';

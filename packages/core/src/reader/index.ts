// Reading a design from outside: things, figures, facts by name.
export type { DesignReader } from './design-reader.ts';
export type { CoolantLoop, Device, Element, Installed, Link, LinkEnd, Network, PowerFeed, Rack } from './elements.ts';
export { type Figure, figureOf } from './figure.ts';
export { readerOf } from './reader.ts';

// Drawings as pictures.
export { fontNames } from './fonts.ts';
export { type Picture, type PngOptions, pngOf } from './png.ts';

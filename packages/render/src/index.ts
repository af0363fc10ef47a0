// Drawings as pictures.
export { fontNames } from './fonts.ts';
export { type Picture, pngOf } from './png.ts';

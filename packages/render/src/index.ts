// Drawings as pictures.
export { fontFamily, fontNames } from './fonts.ts';
export type { Paper } from './paper.ts';
export { pdfOf } from './pdf.ts';
export type { Picture } from './picture.ts';
export { pngOf } from './png.ts';

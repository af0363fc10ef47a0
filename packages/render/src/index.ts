// Drawings as pictures, tables as workbooks, labels on sheets: files that aren't text.
export type { Borrowed } from './fonts/drawing-fonts.ts';
export { fontFamily, fontNames } from './fonts/faces.ts';
export { fontFolders } from './fonts/installed-fonts.ts';
export { labelSheet } from './label-sheets.ts';
export { labelsPdf } from './labels-pdf.ts';
export type { Orientation, Paper } from './paper.ts';
export { type PrintedDrawing, pdfOf } from './pdf.ts';
export type { Picture, PrintedOn } from './picture.ts';
export { pngOf } from './png.ts';
export { xlsxOf } from './xlsx.ts';

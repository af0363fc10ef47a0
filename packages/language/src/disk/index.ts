// The disk as Lightloom reads it: texts, and why one can't be read.
export { decode, largestFile, type ReadText, readText } from './read-text.ts';
export { codeOf, reasonOf } from './reason.ts';
export type { Tree, TreeEntry } from './tree-files.ts';

// The disk as Lightloom reads it: texts, and why one can't be read.
export { type Disk, disk } from './disk.ts';
export { decode, largestFile, type ReadText, readText } from './read-text.ts';
export { codeOf, reasonOf } from './reason.ts';

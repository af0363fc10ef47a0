// The program without its start: a bundle of its own, so that Node can cache its compiled code between runs.
export { processIo } from './process/io.ts';
export { run } from './run.ts';

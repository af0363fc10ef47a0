// The program behind its start: one file of its own when bundled, so that its compiled code can be kept between runs.
export { processIo } from './process/io.ts';
export { run } from './run.ts';

// What a run with `--cache` needs before the program: a bundle of its own, as most of these runs need nothing else.
export { replay } from './cache/replay.ts';
export { processIo } from './process/io.ts';

// A check in this process, which prints the processor time of its phases: the start of the command, with marks.
import { Console } from 'node:console';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { loadCompiled } from '../../packages/cli/src/compiled.ts';
import { tuneEngine } from '../../packages/cli/src/engine.ts';

/** Processor time of this process so far in ms. */
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function main(): Promise<void> {
  const started = now();
  globalThis.console = new Console(process.stderr);
  enableCompileCache?.();
  tuneEngine(process.argv.slice(2));
  const dist = join(process.cwd(), 'packages/cli/dist');
  type Program = typeof import('../../packages/cli/src/check-program.ts');
  const compiled = loadCompiled<Program>(join(dist, 'check-program.cjs'), 'lightloom-bench-phases', require);
  if (compiled === undefined) throw new Error('Node keeps no compiled code.');
  const loaded = now();
  const { processIo, run } = compiled.program;
  await run({ ...processIo({ assets: dist, build: undefined }) });
  const checked = now();
  compiled.keep();
  process.stdout.write(`\n${JSON.stringify({ node: started, load: loaded - started, check: checked - loaded })}\n`);
}

void main();

// The program `lightloom`. Nothing else is imported until this Node is known to be new enough.
import { Console } from 'node:console';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Compiled } from './compiled.ts';

/** The oldest Node the program runs on, as in `engines` of its package. */
const oldestNode = [22, 12] as const;

/** What the program is known by where its compiled code, and what it printed, are kept: the digest of its bundles. The bundler defines it. */
declare const programDigest: string;

/** The whole program, or `check` alone. */
type Program = typeof import('./check-program.ts');

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

/** Whether programs of others run in this one: what they print, start or end must not change what a check says. */
const hasPlugins = process.argv.includes('--allow-plugins');
let isDone = false;
let hasFailed = false;

/** Reports a bug that no command can catch, for example in a timer, in one line. One of a plug-in doesn't keep the command from its end. */
function reportBug(error: unknown): void {
  process.exitCode = 3;
  hasFailed = true;
  const said = error instanceof Error ? error.message : String(error);
  const whose = hasPlugins
    ? 'This is a bug in a plug-in or in Lightloom'
    : 'This is a bug in Lightloom; please report it';
  console.error(`error: lightloom failed: ${said} ${whose}.`);
  if (!hasPlugins || isDone) process.exit();
}

/** Ends the program, whatever plug-ins have started. Output to a pipe must arrive first. */
function endAfterOutput(): void {
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit())));
}

/** A plug-in that ends the program leaves a check without its findings: never with 0. */
function reportEarlyEnd(code: number): void {
  if (isDone || code !== 0) return;
  process.exitCode = 3;
  console.error('error: A plug-in ended lightloom before the command was done.');
}

/** Loads and runs the program. A server and a watch run for long, so what their start costs doesn't count. */
async function start(args: readonly string[]): Promise<void> {
  const digest = typeof programDigest === 'string' ? programDigest : undefined;
  const own = { assets: __dirname, build: digest };
  // Most runs with a cache end with what an equal run printed, and never load the program.
  const cached = args.includes('--cache') ? await import('./cached.ts') : undefined;
  const io = cached?.processIo(own);
  const replayed = io === undefined ? undefined : await cached?.replay(io);
  if (replayed !== undefined) {
    process.exitCode = replayed;
    return;
  }
  const [command = ''] = args;
  const isCheck = command === 'check';
  const isShort = command !== 'lsp' && command !== 'mcp' && !args.includes('--watch') && digest !== undefined;
  const name = `lightloom-${digest ?? ''}-${/^[a-z]{1,20}$/.test(command) ? command : 'other'}`;
  const bundle = join(__dirname, isCheck ? 'check-program.cjs' : 'program.cjs');
  const compiled = isShort ? await compiledProgram(bundle, name, args) : undefined;
  const { processIo, run } =
    compiled?.program ?? (isCheck ? await import('./check-program.ts') : await import('./program.ts'));
  const code = await run(io ?? processIo(own));
  isDone = true;
  process.exitCode = hasFailed ? 3 : code;
  // Of a command that isn't known there is nothing to keep.
  if (code !== 2) compiled?.keep();
  if (hasPlugins) endAfterOutput();
}

/** The program with the code that was kept. What that needs of Node is loaded here: a run that ends before needs none of it. */
async function compiledProgram(
  bundle: string,
  name: string,
  args: readonly string[],
): Promise<Compiled<Program> | undefined> {
  const [{ loadCompiled }, { tuneEngine }] = await Promise.all([import('./compiled.ts'), import('./engine.ts')]);
  const flags = tuneEngine(args);
  return loadCompiled<Program>(bundle, `${name}-${flags}`, require);
}

if (isOld(process.versions.node)) {
  console.error(`error: lightloom needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  process.on('uncaughtException', reportBug);
  if (hasPlugins) process.on('exit', reportEarlyEnd);
  // What isn't the output of the command belongs on the standard error.
  globalThis.console = new Console(process.stderr);
  // Compiled code is kept in the folder for temporary files; NODE_DISABLE_COMPILE_CACHE=1 turns that off.
  enableCompileCache?.();
  start(process.argv.slice(2)).catch((error: unknown) => {
    isDone = true;
    reportBug(error);
  });
}

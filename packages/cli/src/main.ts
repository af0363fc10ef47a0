// The program `lightloom`. Nothing else is imported until this Node is known to be new enough.
import { Console } from 'node:console';
import { enableCompileCache } from 'node:module';

/** The oldest Node the program runs on, as in `engines` of its package. */
const oldestNode = [22, 12] as const;

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

/** Whether programs of others run in this one: what they print, start or end must not change what a check says. */
const hasPlugins = process.argv.includes('--allow-plugins');
let isDone = false;

/** Reports a bug that no command can catch, for example in a timer, in one line. */
function reportBug(error: unknown): void {
  process.exitCode = 3;
  const said = error instanceof Error ? error.message : String(error);
  const whose = hasPlugins
    ? 'This is a bug in a plug-in or in Lightloom'
    : 'This is a bug in Lightloom; please report it';
  console.error(`error: lightloom failed: ${said} ${whose}.`);
  process.exit();
}

/** Ends the program with the code of its command. */
function end(code: number): void {
  isDone = true;
  process.exitCode = code;
  // Not `process.exit` at once: output to a pipe must arrive first. What plug-ins started need not end by itself.
  if (hasPlugins) process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit())));
}

/** A plug-in that ends the program leaves a check without its findings: never with 0. */
function reportEarlyEnd(code: number): void {
  if (isDone || code !== 0) return;
  process.exitCode = 3;
  console.error('error: A plug-in ended lightloom before the command was done.');
}

if (isOld(process.versions.node)) {
  console.error(`error: lightloom needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  process.on('uncaughtException', reportBug);
  if (hasPlugins) process.on('exit', reportEarlyEnd);
  // What isn't the output of the command belongs on the standard error.
  globalThis.console = new Console(process.stderr);
  // Node caches compiled code in the folder for temporary files; NODE_DISABLE_COMPILE_CACHE=1 turns that off.
  enableCompileCache?.();
  import('./program.ts')
    .then(({ processIo, run }) => run(process.argv.slice(2), processIo(__dirname)))
    .then(end)
    .catch(reportBug);
}

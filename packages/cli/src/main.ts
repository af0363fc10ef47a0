// The program `lightloom`. Nothing else is imported until this Node is known to be new enough.
import { enableCompileCache } from 'node:module';

/** The oldest Node the program runs on, as in `engines` of its package. */
const oldestNode = [22, 12] as const;

/** A digest of the program, which the bundler defines; sources have none. */
declare const buildId: string | undefined;

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

/** Reports a bug that no command can catch, for example in a timer, in one line. */
function reportBug(error: Error): void {
  process.exitCode = 3;
  console.error(`error: lightloom failed: ${error.message} This is a bug in Lightloom; please report it.`);
  process.exit();
}

if (isOld(process.versions.node)) {
  console.error(`error: lightloom needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  process.on('uncaughtException', reportBug);
  // Node caches compiled code in the folder for temporary files; NODE_DISABLE_COMPILE_CACHE=1 turns that off.
  enableCompileCache?.();
  const own = { assets: __dirname, build: typeof buildId === 'string' ? buildId : undefined };
  const load = () => import('./program.ts');
  // Most runs with a cache end with what an equal run printed, and never load the program.
  (process.argv.includes('--cache')
    ? import('./cached.ts').then(({ processIo, runCached }) => runCached(processIo(own), load))
    : load().then(({ processIo, run }) => run(processIo(own)))
  )
    // Not `process.exit`: output to a pipe must arrive first.
    .then((code) => {
      process.exitCode = code;
    })
    .catch(reportBug);
}

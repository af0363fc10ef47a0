// The program `lightloom`. Nothing else is imported before it is known that this Node can run it.
import { enableCompileCache } from 'node:module';

/** The oldest Node the program runs on, as in `engines` of its package. */
const oldest = [22, 12] as const;

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

/** One line for a defect that no command could catch, as one in a timer. */
function tellDefect(error: Error): void {
  process.exitCode = 3;
  console.error(`error: lightloom failed: ${error.message} This is a defect of the tool; please report it.`);
  process.exit();
}

if (isOld(process.versions.node)) {
  console.error(`error: lightloom needs Node ${oldest.join('.')} or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  process.on('uncaughtException', tellDefect);
  // Node keeps what it compiled in the folder for temporary files; NODE_DISABLE_COMPILE_CACHE=1 turns it off.
  enableCompileCache?.();
  import('./program.ts')
    .then(({ processIo, run }) => run(process.argv.slice(2), processIo(__dirname)))
    // Not `process.exit`: what was written to a pipe must get there first.
    .then((code) => {
      process.exitCode = code;
    })
    .catch(tellDefect);
}

// `npm test`: lints and checks types at the same time, then runs the tests. What it is given goes to Vitest: `npm test -- test/pod.test.ts`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Starts something. It ends with whether it went well and what it printed, where that is kept back. */
function start(command, args, stdio) {
  const child = spawn(command, args, { cwd: root, stdio, shell: process.platform === 'win32' });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => printed.push(data));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ isRight: false, printed: error.message }));
    child.on('close', (code) => resolve({ isRight: code === 0, printed: Buffer.concat(printed).toString() }));
  });
}

const checks = await Promise.all(
  ['lint', 'types'].map(async (name) => ({
    name,
    ...(await start('npm', ['run', '--silent', name], ['ignore', 'pipe', 'pipe'])),
  })),
);
const wrong = checks.filter((each) => !each.isRight);
for (const { name, printed } of wrong) console.error(`\n${printed}\nnpm run ${name} failed.`);
// What isn't right yet isn't tested. What the compiler has found out by now, tests that compile needn't find out again.
if (wrong.length === 0) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const tests = await start(process.execPath, [vitest, 'run', ...process.argv.slice(2)], 'inherit');
  process.exitCode = tests.isRight ? 0 : 1;
} else process.exitCode = 1;

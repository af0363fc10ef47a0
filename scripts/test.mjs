// `npm test`: lints, checks types and runs the tests, all at the same time. What it is given goes to Vitest: `npm test -- test/pod.test.ts`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Starts something. It ends with whether it went well and what it printed, where that is kept back. */
function start(command, args, stdio) {
  const child = spawn(command, args, { cwd: root, stdio, shell: process.platform === 'win32' });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => printed.push(data));
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ isRight: false, printed: error.message }));
    child.on('close', (code) => resolve({ isRight: code === 0, printed: Buffer.concat(printed).toString() }));
  });
  return { child, ended };
}

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const tests = start(process.execPath, [vitest, 'run', ...process.argv.slice(2)], 'inherit');
const others = await Promise.all(
  ['lint', 'types'].map(async (name) => {
    const ended = await start('npm', ['run', '--silent', name], ['ignore', 'pipe', 'pipe']).ended;
    // Tests of what isn't right yet are not waited for.
    if (!ended.isRight) tests.child.kill();
    return { name, ...ended };
  }),
);
const { isRight } = await tests.ended;
const wrong = others.filter((each) => !each.isRight);
for (const { name, printed } of wrong) console.error(`\n${printed}\nnpm run ${name} failed.`);
process.exitCode = isRight && wrong.length === 0 ? 0 : 1;

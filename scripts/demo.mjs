// `npm run demo`: checks the example pod, prints its verdict and key figures, draws it, and prints where the drawing is.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const design = 'examples/xpo-pod.fabric';
const drawing = 'build/demo/xpo-pod.svg';

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const lightloom = (...args) => {
  console.log(`\n$ lightloom ${args.join(' ')}`);
  run('packages/cli/dist/lightloom.cjs', ...args);
};

run('scripts/build.mjs', 'cli');
lightloom('check', design, '--quiet');
lightloom('report', design, '--brief');
lightloom('render', design, '--view', 'overview', '-o', drawing);
console.log(`The drawing is in ${drawing}`);

// `npm run bench`: bundles the measurements with the code they measure, as it ships, and runs them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const root = join(import.meta.dirname, '..');
const outfile = join(root, 'build/bench.mjs');

spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), 'cli'], { stdio: 'inherit' });
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  loader: { '.fabric': 'text' },
  logLevel: 'warning',
};
await esbuild.build({
  ...shared,
  entryPoints: ['test/bench/bench.ts'],
  outfile,
  format: 'esm',
  external: ['elkjs/lib/elk.bundled.js'],
  banner: {
    js: "import { createRequire as createOwnRequire } from 'node:module'; const require = createOwnRequire(import.meta.url);",
  },
});
// A process of its own, as the command is.
await esbuild.build({
  ...shared,
  entryPoints: ['test/bench/phases.ts'],
  outfile: join(root, 'build/bench-phases.cjs'),
  format: 'cjs',
});
process.exitCode =
  spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], { stdio: 'inherit', cwd: root })
    .status ?? 1;

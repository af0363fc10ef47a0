// `npm run fuzz -- --cases N --seed S`: bundles the random cases with the code they try, and runs them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const outfile = join(root, 'build/fuzz.mjs');

await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['test/fuzz/main.ts'],
  outfile,
  bundle: true,
  external: ['@resvg/resvg-js', 'fontkit', 'pdfkit'],
  platform: 'node',
  format: 'esm',
  target: 'node24',
  loader: { '.fabric': 'text' },
  logLevel: 'warning',
  sourcemap: 'inline',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
process.exitCode =
  spawnSync(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: root,
  }).status ?? 1;

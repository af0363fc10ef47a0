// The program as one file that Node starts, for tests of a process.
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { onceARun } from '../../../test/kit/once-a-run.ts';

const name = 'lightloom.cjs';

/** The program as one file, in a folder that nobody may change. @returns the file */
export async function bundled(): Promise<string> {
  return join(await onceARun('bundle', bundle), name);
}

async function bundle(dist: string): Promise<void> {
  await esbuild.build({
    absWorkingDir: join(import.meta.dirname, '../../..'),
    entryPoints: ['packages/cli/src/main.ts'],
    outfile: join(dist, name),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    loader: { '.fabric': 'text' },
    external: ['@resvg/resvg-js'],
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('url').pathToFileURL(__filename).href;" },
  });
  copyFileSync(createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js'), join(dist, 'elk-worker.cjs'));
}

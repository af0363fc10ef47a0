// The program as one file that Node starts, for tests of a process.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { onceARun } from '../../../test/kit/once-a-run.ts';

const [name, inputs] = ['lightloom.cjs', 'inputs.json'];

/** The program as one file, in a folder that nobody may change. @returns the file */
export async function bundled(): Promise<string> {
  return join(await onceARun('bundle', bundle), name);
}

/** What is in that file, as esbuild tells it: what imports what, and how. */
export async function bundledInputs(): Promise<esbuild.Metafile['inputs']> {
  const text = readFileSync(join(await onceARun('bundle', bundle), inputs), 'utf8');
  return (JSON.parse(text) as esbuild.Metafile).inputs;
}

async function bundle(dist: string): Promise<void> {
  const { metafile } = await esbuild.build({
    absWorkingDir: join(import.meta.dirname, '../../..'),
    entryPoints: ['packages/cli/src/main.ts'],
    outfile: join(dist, name),
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    loader: { '.fabric': 'text' },
    external: ['@resvg/resvg-js'],
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('url').pathToFileURL(__filename).href;" },
  });
  writeFileSync(join(dist, inputs), JSON.stringify(metafile));
  copyFileSync(createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js'), join(dist, 'elk-worker.cjs'));
}

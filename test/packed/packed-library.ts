// The packages that programs import, as they ship: packed, and put into an empty folder as npm would install them. What they declare to
// depend on comes from the repository, and nothing else is there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packLibrary } from '../../scripts/library/pack.mjs';
import { root } from '../sources.ts';

export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** @returns the folder, with the example designs in it */
export async function installLibrary(): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lightloom-library-')));
  const packed = join(folder, 'packed');
  mkdirSync(packed);
  for (const file of await packLibrary(root, packed)) {
    const { status, stderr } = spawnSync('tar', ['-xzf', file, '-C', packed], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const unpacked = join(packed, 'package');
    const { name, dependencies = {} } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as Manifest;
    const installed = join(folder, 'node_modules', name);
    mkdirSync(dirname(installed), { recursive: true });
    cpSync(unpacked, installed, { recursive: true });
    spawnSync('rm', ['-r', unpacked]);
    for (const needed of Object.keys(dependencies)) {
      if (needed.startsWith('@lightloom/')) continue;
      // In the package's own folder: what another one declares isn't declared by this one.
      mkdirSync(join(installed, 'node_modules'), { recursive: true });
      symlinkSync(join(root, 'node_modules', needed), join(installed, 'node_modules', needed), 'junction');
    }
  }
  for (const name of readdirSync(join(root, 'examples')))
    if (name.endsWith('.fabric') || name === 'plugin')
      cpSync(join(root, 'examples', name), join(folder, name), { recursive: true });
  return folder;
}

// Packs what `build.mjs` makes, as it is published.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildLibrary } from './build.mjs';

/**
 * Builds the packages and packs them.
 * @param out where the `.tgz` files go
 * @returns their paths, each after those it depends on
 */
export async function packLibrary(root, out) {
  const folders = await buildLibrary(root, join(root, 'build/library'));
  return folders.map((folder) => {
    const { status, stdout, stderr } = spawnSync('npm', ['pack', '--json', '--pack-destination', out], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`npm pack failed in ${folder}:\n${stderr}`);
    return join(out, JSON.parse(stdout)[0].filename);
  });
}

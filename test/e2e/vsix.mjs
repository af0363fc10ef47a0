// The packed extension: built when it is missing or older than what it is made of.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const made = ['packages', 'scripts'];

/** Path of the `.vsix`, up to date. */
export function packedExtension(root) {
  const folder = join(root, 'packages/extension');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const vsix = join(folder, `lightloom-${version}.vsix`);
  if (!existsSync(vsix) || made.some((each) => newest(join(root, each)) > statSync(vsix).mtimeMs)) {
    const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), 'extension'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('The extension could not be built.');
  }
  return vsix;
}

/** When the newest source of a folder was written, in ms. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', 'test'].includes(entry.name) || entry.name.endsWith('.vsix')) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

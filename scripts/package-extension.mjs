// Packs the extension's bundles into `packages/extension/lightloom-<version>.vsix`, with the licences of what is in
// them.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { thirdPartyNotices } from './third-party-notices.mjs';

/** The time of the files in the package, in seconds since 1970: a fixed one, so that the same sources give the same bytes. */
const packedTime = '1577836800';

/** Packs the extension, which must be built. */
export async function packageExtension(root) {
  const folder = join(root, 'packages/extension');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const old of readdirSync(folder)) if (old.endsWith('.vsix')) rmSync(join(folder, old));
  writeFileSync(join(folder, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, 'extension'));
  process.env.SOURCE_DATE_EPOCH ??= packedTime;
  await createVSIX({
    cwd: staged(root, folder),
    packagePath: join(folder, `lightloom-${version}.vsix`),
    // Everything is in the bundles.
    dependencies: false,
    allowMissingRepository: true,
  });
}

/**
 * A copy of what may be packed, whose manifest doesn't say that its files are modules: the sources are, the bundles aren't, and a
 * browser's host of extensions believes the manifest.
 */
function staged(root, folder) {
  const stage = join(root, 'build/vsix');
  rmSync(stage, { recursive: true, force: true });
  const left = new Set(['src', 'test', 'node_modules']);
  for (const name of readdirSync(folder))
    if (!left.has(name)) cpSync(join(folder, name), join(stage, name), { recursive: true });
  const { type: _, ...manifest } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return stage;
}

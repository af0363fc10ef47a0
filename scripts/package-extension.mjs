// Packs the extension's bundles into `packages/extension/lightloom-<version>.vsix`, with the licences of what is in
// them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    cwd: folder,
    packagePath: join(folder, `lightloom-${version}.vsix`),
    // Everything is in the bundles.
    dependencies: false,
    allowMissingRepository: true,
  });
}

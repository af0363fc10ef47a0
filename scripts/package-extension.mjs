// Packs the extension's bundles into `packages/extension/lightloom-<version>.vsix`, with the licences of what is in them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

/** Packs the extension, which must be built. */
export async function packageExtension(root) {
  const folder = join(root, 'packages/extension');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const old of readdirSync(folder)) if (old.endsWith('.vsix')) rmSync(join(folder, old));
  writeFileSync(join(folder, 'dist/THIRD-PARTY-NOTICES.txt'), notices(root));
  await createVSIX({
    cwd: folder,
    packagePath: join(folder, `lightloom-${version}.vsix`),
    // Everything is in the bundles.
    dependencies: false,
    allowMissingRepository: true,
  });
}

/** The licence of each package that is in a bundle, as the bundler saw them. */
function notices(root) {
  const metafiles = join(root, 'build/metafiles/extension');
  const packages = new Set(['node_modules/elkjs']);
  for (const file of readdirSync(metafiles)) {
    const { inputs } = JSON.parse(readFileSync(join(metafiles, file), 'utf8'));
    for (const input of Object.keys(inputs)) {
      const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
      if (match !== null) packages.add(match[0]);
    }
  }
  return [...packages]
    .sort()
    .map((each) => notice(join(root, each)))
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text =
    file === undefined ? 'Its package holds no text of the licence.' : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

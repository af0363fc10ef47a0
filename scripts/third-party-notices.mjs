// The licences of what is in the bundles of a package: whoever gets a bundle gets them with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of each package that is in a bundle, as the bundler saw them.
 * @param name the folder of the package in `packages/`
 */
export function bundledPackages(root, name) {
  const metafiles = join(root, 'build/metafiles', name);
  const packages = new Set(['node_modules/elkjs', ...(name === 'cli' ? ['node_modules/dejavu-fonts-ttf'] : [])]);
  for (const file of readdirSync(metafiles)) {
    const { inputs } = JSON.parse(readFileSync(join(metafiles, file), 'utf8'));
    for (const input of Object.keys(inputs)) {
      const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
      if (match !== null) packages.add(match[0]);
    }
  }
  return [...packages].sort().map((each) => join(root, each));
}

/**
 * The licence of each package that is in a bundle, as the bundler saw them.
 * @param name the folder of the package in `packages/`
 */
export function thirdPartyNotices(root, name) {
  return bundledPackages(root, name)
    .map(notice)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text =
    file === undefined ? 'Its package holds no text of the licence.' : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

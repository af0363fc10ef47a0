// Makes what a release consists of, in `build/release`: the npm packages of the command and of the library, the extension, a container
// file, the list of what is in them (SBOM), checksums, and the section of the changelog. Then installs the packages into empty places and runs them.
// `npm run release -- --dry-run` stops there. Without it, the commands that publish are printed: somebody runs them who may.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packLibrary } from '../library/pack.mjs';
import { libraryTest } from './library-smoke.mjs';
import { smokeTest } from './smoke.mjs';
import { softwareBill } from './software-bill.mjs';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'build/release');
const isDryRun = process.argv.includes('--dry-run');
const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));

function run(command, args, cwd = root) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

/** The section of the changelog for a version, or what is not released yet. */
function changelogSection() {
  const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^(?=## )/m);
  const own = sections.find((each) => each.startsWith(`## ${version}\n`)) ?? sections[1] ?? '';
  return `${own.trim()}\n`;
}

function checksums() {
  const hash = (name) =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex');
  return readdirSync(out)
    .sort()
    .map((name) => `${hash(name)}  ${name}\n`)
    .join('');
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
run(process.execPath, ['scripts/build.mjs', 'extension']);
run('npm', ['pack', '--silent', '--pack-destination', out], join(root, 'packages/cli'));
const library = await packLibrary(root, out);
copyFileSync(join(root, `packages/extension/lightloom-${version}.vsix`), join(out, `lightloom-${version}.vsix`));
copyFileSync(join(root, 'Containerfile'), join(out, 'Containerfile'));
writeFileSync(join(out, `lightloom-${version}.cdx.json`), await softwareBill(root, version));
writeFileSync(join(out, `CHANGELOG-${version}.md`), changelogSection());
writeFileSync(join(out, 'SHA256SUMS'), checksums());
if (!process.argv.includes('--no-smoke')) {
  await smokeTest(root, out, version);
  libraryTest(root, library);
}

console.log(`\nIn build/release:\n${readFileSync(join(out, 'SHA256SUMS'), 'utf8')}`);
if (!isDryRun)
  console.log(`To publish:
  npm publish build/release/lightloom-${version}.tgz --access public
${library.map((each) => `  npm publish build/release/${basename(each)} --access public`).join('\n')}
  npx vsce publish --packagePath build/release/lightloom-${version}.vsix
  npx ovsx publish build/release/lightloom-${version}.vsix
  git tag v${version} && git push --tags`);

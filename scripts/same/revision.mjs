// A revision of this repository, built in a folder of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** Builds the command of a revision. @returns the folder of its bundles, and what removes it again */
export function builtRevision(revision) {
  const folder = mkdtempSync(join(tmpdir(), 'lightloom-same-'));
  const tree = join(folder, 'tree');
  git('worktree', 'add', '--quiet', '--detach', tree, revision);
  const remove = () => {
    git('worktree', 'remove', '--force', tree);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    linkModules(tree);
    execFileSync(process.execPath, ['scripts/build.mjs', 'cli'], { cwd: tree, stdio: 'inherit' });
  } catch (error) {
    remove();
    throw error;
  }
  return { dist: join(tree, 'packages/cli/dist'), name: git('rev-parse', '--short', revision), remove };
}

/** The packages that are installed here, but the revision's own in place of ours. */
function linkModules(tree) {
  const link = (path) => symlinkSync(join(root, path), join(tree, path), 'junction');
  mkdirSync(join(tree, 'node_modules/@lightloom'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@lightloom' && name !== 'lightloom') link(`node_modules/${name}`);
  for (const name of readdirSync(join(tree, 'packages'))) {
    symlinkSync(join(tree, 'packages', name), join(tree, 'node_modules/@lightloom', name), 'junction');
    if (existsSync(join(root, 'packages', name, 'node_modules'))) link(`packages/${name}/node_modules`);
  }
}

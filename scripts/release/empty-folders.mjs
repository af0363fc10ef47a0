// Empty folders to try packages in, one for each version of Node that is supported.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Major versions of Node that packages are tried on. */
const nodeVersions = ['22', '24'];

/** Runs a program and ends the release where it fails. */
export function must(command, args, cwd, what) {
  const ran = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.status === 0) return;
  console.error(`${what} failed with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
  process.exit(1);
}

/**
 * Installs packages with nothing else around, and tries them.
 * @param packages `.tgz` files
 */
export function inEmptyFolders(packages, attempt) {
  for (const major of nodeVersions) {
    const folder = mkdtempSync(join(tmpdir(), `lightloom-node${major}-`));
    const nodePackage = `node-${process.platform}-${process.arch}`;
    try {
      writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
      must('npm', ['install', '--silent', `${nodePackage}@${major}`, ...packages], folder, 'npm install');
      attempt({ folder, node: join(folder, 'node_modules', nodePackage, 'bin/node'), major });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Copies the example designs. */
export function copyExamples(root, folder) {
  for (const name of readdirSync(join(root, 'examples')))
    if (name.endsWith('.fabric')) cpSync(join(root, 'examples', name), join(folder, name));
}

// Installs what was packed into empty folders, on each version of Node that is supported, and runs each command once.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Major versions of Node that the command is tried on. */
const nodeVersions = ['22', '24'];

/** One line for each command, executed in a copy of the examples. */
const lines = [
  'check xpo-pod.fabric -f sarif -o x.sarif -f junit -o x.xml -f github',
  'completion bash',
  'explain optics/reach',
  'explain xpo-pod.fabric primary',
  'export bom xpo-pod.fabric',
  'export cables xpo-pod.fabric -f md',
  'fail osfp-leaf-spine.fabric',
  'fmt --check xpo-pod.fabric',
  'init new --template xpo-pod --ci github',
  'check new --error-on-warning',
  'parts Xpo',
  'render xpo-pod.fabric -o pod.svg',
  'render xpo-pod.fabric -o pod.png',
  'report xpo-pod.fabric',
  '--version',
];

/** Runs a program and ends the release where it fails. */
function must(command, args, cwd, what) {
  const ran = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.status === 0) return;
  console.error(`${what} failed with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
  process.exit(1);
}

/** @param out the folder of what was packed */
export async function smokeTest(root, out, version) {
  for (const major of nodeVersions) {
    const folder = mkdtempSync(join(tmpdir(), `lightloom-node${major}-`));
    try {
      writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
      const packed = join(out, `lightloom-${version}.tgz`);
      must(
        'npm',
        ['install', '--silent', `node-${process.platform}-${process.arch}@${major}`, packed],
        folder,
        'npm install',
      );
      const node = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
      const program = join(folder, 'node_modules/lightloom/dist/lightloom.cjs');
      for (const name of readdirSync(join(root, 'examples'))) {
        if (name.endsWith('.fabric')) cpSync(join(root, 'examples', name), join(folder, name));
      }
      for (const line of lines) must(node, [program, ...line.split(' ')], folder, `Node ${major}: lightloom ${line}`);
      console.log(`Node ${major}: ${lines.length} commands ran from the package.`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

// Installs the packed command into empty folders, on each version of Node that is supported, and runs each command once.
import { join } from 'node:path';
import { copyExamples, inEmptyFolders, must } from './empty-folders.mjs';

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

/** @param out the folder of what was packed */
export async function smokeTest(root, out, version) {
  inEmptyFolders([join(out, `lightloom-${version}.tgz`)], ({ folder, node, major }) => {
    const program = join(folder, 'node_modules/lightloom/dist/lightloom.cjs');
    copyExamples(root, folder);
    for (const line of lines) must(node, [program, ...line.split(' ')], folder, `Node ${major}: lightloom ${line}`);
    console.log(`Node ${major}: ${lines.length} commands ran from the package.`);
  });
}

// Installs the packed library into empty folders, on each version of Node that is supported, and runs the programs of docs/library.md,
// a program in TypeScript, and the tests of the example of a plug-in.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTypedProgram } from '../library/typed-program.mjs';
import { copyExamples, inEmptyFolders, must } from './empty-folders.mjs';

/** @param packages the `.tgz` files */
export function libraryTest(root, packages) {
  const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
  const programs = [...page.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, text]) => text);
  inEmptyFolders(packages, ({ folder, node, major }) => {
    copyExamples(root, folder);
    programs.forEach((text, i) => {
      writeFileSync(join(folder, `program-${i + 1}.mjs`), text);
      must(node, [`program-${i + 1}.mjs`], folder, `Node ${major}: program ${i + 1} of docs/library.md`);
    });
    writeTypedProgram(root, folder, { module: 'nodenext', moduleResolution: 'nodenext' });
    must(node, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], folder, `Node ${major}: the types`);
    must(node, ['typed.mjs'], folder, `Node ${major}: the program in TypeScript`);
    cpSync(join(root, 'examples/plugin'), join(folder, 'plugin'), { recursive: true });
    must(node, ['--test', 'plugin/acme.test.mjs'], folder, `Node ${major}: the tests of the plug-in`);
    console.log(
      `Node ${major}: ${programs.length} programs, one in TypeScript, and the tests of a plug-in ran from the packages.`,
    );
  });
}

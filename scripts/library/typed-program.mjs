// A program in TypeScript against the installed packages: what compiles it with all that is strict, and what runs it.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the program, its `tsconfig.json`, and `typed.mjs`, which runs what comes out and prints its lines.
 * @param folder where the packages are installed
 * @param others other files to compile
 */
export function writeTypedProgram(root, folder, { module, moduleResolution, others = [] }) {
  copyFileSync(join(root, 'test/packed/library-program.txt'), join(folder, 'program.mts'));
  writeFileSync(
    join(folder, 'typed.mjs'),
    "const { lines } = await import('./compiled/program.mjs');\nconsole.log(lines.join('\\n'));\n",
  );
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    outDir: 'compiled',
    rootDir: '.',
    target: 'es2023',
    lib: ['es2023'],
    types: [],
    module,
    moduleResolution,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.mts', ...others] }));
}

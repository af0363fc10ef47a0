// Modules of Node that a bundle loads when one of their functions is first called: with what they need themselves they take a tenth of a
// short run, and most runs never call them. Node has compiled its own modules already, but refuses that code under other flags of the
// engine: what is loaded after those are set is compiled in each run.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const lazy = /^node:(?:child_process|crypto|fs\/promises|os)$/;
/** What is there without being asked for. */
const present = /^node:process$/;

/** What the file system has with callbacks, which is loaded already: the same as promises. */
const promised = {
  access: 'access',
  lstat: 'lstat',
  mkdir: 'mkdir',
  readFile: 'readFile',
  readdir: 'readdir',
  readlink: 'readlink',
  // The other one is written in JavaScript, and follows links by itself.
  realpath: 'realpath.native',
  rename: 'rename',
  stat: 'stat',
  writeFile: 'writeFile',
};

/** An esbuild plugin that puts such modules off. */
export const lazyBuiltins = {
  name: 'lazy builtins',
  setup(build) {
    build.onResolve({ filter: lazy }, ({ path, namespace }) =>
      namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
    );
    build.onLoad({ filter: lazy, namespace: 'lazy' }, ({ path }) => ({ contents: source(path) }));
    build.onResolve({ filter: present }, ({ path }) => ({ path, namespace: 'present' }));
    build.onLoad({ filter: present, namespace: 'present' }, () => ({ contents: 'module.exports = process;' }));
  },
};

/** A module that has the functions of another one, each of which loads it when it is called. */
function source(path) {
  const isFiles = path === 'node:fs/promises';
  const functions = Object.keys(require(path)).filter(
    (each) => /^[a-z][A-Za-z\d]*$/.test(each) && isFunction(path, each),
  );
  const lines = functions.map((each) =>
    isFiles && Object.hasOwn(promised, each)
      ? `let ${each}Made;\nexport const ${each} = (...args) => (${each}Made ??= promisify(own.${promised[each]}))(...args);`
      : `export const ${each} = (...args) => require('${path}').${each}(...args);`,
  );
  // Taking all of a module's members loads what Node itself puts off.
  const head = isFiles
    ? "const own = require('node:fs');\nconst { promisify } = require('node:util');\nexport const { constants } = own;\n"
    : '';
  return `${head}${lines.join('\n')}\n`;
}

/** Whether a member is a function to call. Some are there for old programs only, and warn when they are read. */
function isFunction(path, member) {
  const { value } = Object.getOwnPropertyDescriptor(require(path), member) ?? {};
  return typeof value === 'function';
}

// Modules of Node that a bundle loads when they are first used: with what they need themselves they take a tenth of a short run, and
// most runs never use them.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const lazy = /^node:(?:child_process|crypto|fs\/promises)$/;

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
  },
};

/** A module that has the members of another one, and loads it when one of them is read. */
function source(path) {
  const members = Object.keys(require(path)).filter((each) => /^[a-z]+$/i.test(each));
  const own = path === 'node:fs/promises' ? promised : {};
  const getters = members.map((each) =>
    Object.hasOwn(own, each)
      ? `get ${each}() { return made.${each} ??= promisify(fs.${own[each]}); }`
      : `get ${each}() { return require('${path}').${each}; }`,
  );
  const head =
    Object.keys(own).length === 0
      ? ''
      : "const fs = require('node:fs');\nconst { promisify } = require('node:util');\nconst made = {};\n";
  return `${head}module.exports = {\n${getters.join(',\n')}\n};\n`;
}

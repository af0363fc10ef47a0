// What an entry of a package exports, as one text of declarations: the types that ship, the pages of docs/api, and the snapshot that
// says when any of it changes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { codeOf, readDeclarations } from './declarations.mjs';
import { libraryPackages } from './packages.mjs';

/** Writes the declarations of all sources to `build/`; what hasn't changed isn't written again. */
export function compileDeclarations(root) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const folders = libraryPackages.map(({ name }) => join('packages', name));
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-b', ...folders], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The sources don't compile:\n${stdout}`);
}

/**
 * The surface of an entry: what it exports, by name, and what these are made of without being exported.
 * @param path its `.d.ts` file
 * @param elsewhere surfaces of the same package that it takes from: by the name to import
 * @throws when two different things that it needs have one name
 */
export function surfaceOf(path, elsewhere = new Map()) {
  const files = new Map();
  const read = (each) => files.get(each) ?? files.set(each, readDeclarations(each)).get(each);
  /** Where a name of a file is declared. */
  const find = (file, name) => {
    const { declarations, imports, exports, stars } = read(file);
    const own = declarations.find((each) => each.name === name);
    if (own !== undefined) return { ...own, file };
    const led = exports.get(name) ?? imports.get(name);
    if (led !== undefined)
      return led.from.endsWith('.d.ts') ? find(led.from, led.name) : { name: led.name, from: led.from };
    for (const star of stars) {
      const found = find(star, name);
      if (found?.exported) return found;
    }
    return undefined;
  };
  const exported = new Set(namesOf(path, read));
  const found = new Map();
  const foreign = new Map();
  const add = (file, name) => {
    const declaration = find(file, name);
    if (declaration === undefined) throw new Error(`${file} has no ${name}.`);
    if (declaration.from !== undefined) {
      foreign.set(declaration.name, declaration.from);
      return;
    }
    for (const [module, { exported: others }] of elsewhere)
      if (others.some((each) => each.name === declaration.name && each.file === declaration.file)) {
        foreign.set(declaration.name, module);
        return;
      }
    const known = found.get(declaration.name);
    if (known !== undefined) {
      if (known.file !== declaration.file)
        throw new Error(`${declaration.name} is declared in ${known.file} and in ${declaration.file}.`);
      return;
    }
    found.set(declaration.name, declaration);
    const { declarations, imports } = read(declaration.file);
    const near = new Set([...declarations.map((each) => each.name), ...imports.keys()]);
    for (const [word] of codeOf(declaration.text).matchAll(/[A-Za-z_$][\w$]*(?![\w$]|\??:)/g))
      if (near.has(word)) add(declaration.file, word);
  };
  for (const name of exported) add(path, name);
  const byName = (a, b) => (a.name < b.name ? -1 : 1);
  const all = [...found.values()].sort(byName);
  return {
    foreign,
    exported: all.filter(({ name }) => exported.has(name)),
    hidden: all.filter(({ name }) => !exported.has(name)),
  };
}

/** Every name that a file exports. */
function namesOf(path, read) {
  const { declarations, exports, stars } = read(path);
  const own = declarations.filter((each) => each.exported).map(({ name }) => name);
  return [...own, ...exports.keys(), ...stars.flatMap((each) => namesOf(each, read))];
}

/** A surface as the text of a `.d.ts` file. @param comments whether with what is said about each thing */
export function declarationText({ exported, hidden, foreign }, { comments }) {
  const from = Map.groupBy([...foreign].sort(), ([, module]) => module);
  const imports = [...from].map(
    ([module, names]) => `import type { ${names.map(([name]) => name).join(', ')} } from '${module}';`,
  );
  const write = (isExported) => (each) => {
    const bare = each.text.replace(/^export /, '').replace(/^declare /, '');
    const declared = /^(?:interface|type) /.test(bare) ? bare : `declare ${bare}`;
    const text = `${isExported ? 'export ' : ''}${declared}`;
    if (comments) return each.comment === '' ? text : `${each.comment}\n${text}`;
    return text.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '');
  };
  return `${[...imports, ...exported.map(write(true)), ...hidden.map(write(false)), 'export {};'].join('\n')}\n`;
}

/** Every public entry of every package: the name to import, the package and the path in it, and the surface. */
export function surfaces(root) {
  return libraryPackages.flatMap(({ name, entries }) => {
    const known = new Map();
    for (const { path, types } of entries)
      if (types !== undefined)
        known.set(`@lightloom/${name}${path.slice(1)}`, surfaceOf(join(root, 'build', types), known));
    return [...known].map(([module, surface]) => ({ module, surface }));
  });
}

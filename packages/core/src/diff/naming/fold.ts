// Names of many things in few words: `backend.su[1..8].leaf[1..4]`.
import { type Block, type Fabric, type Group, itemAt, printAxes, printSome, unsignedAt } from '../../model/index.ts';

/** A table whose rows belong to blocks. */
type Blocked = 'devices' | 'racks' | 'cdus';

/** Names of devices, racks or CDUs: one for each array, and one for equal arrays of several instances of a template. */
export function foldedNames(fabric: Fabric, of: Blocked, ids: Iterable<number>): string[] {
  const positions = new Map<Block, number[]>();
  for (const id of ids) {
    const block = itemAt(fabric.blocks, unsignedAt(fabric[of].block, id));
    const known = positions.get(block);
    if (known === undefined) positions.set(block, [id - block.first]);
    else known.push(id - block.first);
  }
  return foldedPaths(
    [...positions].map(([block, own]) => [
      ...groupNames(block.group),
      block.name + (own.length === block.count ? printAxes(block.axes) : printSome(block.axes, own)),
    ]),
  );
}

/** `['backend', 'su[2]']` */
export function groupNames(group: Group | undefined): string[] {
  return group === undefined ? [] : [...groupNames(group.parent), group.name];
}

const indexed = /^(.*)\[(\d+)\]$/;

/** Paths of which those that differ in one index of a group only are folded into one. */
function foldedPaths(paths: readonly (readonly string[])[]): string[] {
  let folded = paths;
  const deepest = Math.max(0, ...paths.map(({ length }) => length - 1));
  for (let level = deepest - 1; level >= 0; level--) {
    const alike = new Map<string, { readonly path: readonly string[]; readonly indices: number[] }>();
    for (const [i, path] of folded.entries()) {
      const [, name, index] = indexed.exec(path[level] ?? '') ?? [];
      const key = name === undefined ? `${i}` : JSON.stringify([path.slice(0, level), name, path.slice(level + 1)]);
      const known = alike.get(key);
      if (known === undefined) alike.set(key, { path, indices: name === undefined ? [] : [Number(index)] });
      else known.indices.push(Number(index));
    }
    folded = [...alike.values()].map(({ path, indices }) => {
      if (indices.length < 2) return path;
      const name = indexed.exec(path[level] ?? '')?.[1] ?? '';
      const positions = indices.map((_, position) => position);
      return path.with(level, name + printSome([{ list: indices }], positions));
    });
  }
  return folded.map((path) => path.join('.'));
}

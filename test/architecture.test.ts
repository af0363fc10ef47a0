// The laws of the house: who may import whom, no circle, no room without a name, no file too long.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnReaders, rowsOfEqualThings } from './law-exceptions.ts';
import { filesBelow, roomOf, root, type SourceFile, sourceFiles } from './sources.ts';
import { walls } from './walls.ts';

const files = sourceFiles();

/**
 * Circles among the rooms of each folder: its folders, and the files that lie in it as one room; its `index.ts` is the door
 * of the whole.
 */
function roomCircles(all: readonly SourceFile[]): string[] {
  const paths = new Set(all.map((each) => each.path));
  const folders = new Map<string, Map<string, Map<string, string>>>();
  for (const { path, imports } of all) {
    for (const imported of imports) {
      if (!paths.has(imported)) continue;
      const [from, to] = [path.split('/'), imported.split('/')];
      const depth = from.findIndex((step, i) => step !== to[i] || i === from.length - 1 || i === to.length - 1);
      const room = (steps: readonly string[]): string =>
        depth < steps.length - 1 ? (steps[depth] as string) : steps[depth] === 'index.ts' ? 'index.ts' : '.';
      const [here, there] = [room(from), room(to)];
      if (here === there) continue;
      const folder = from.slice(0, depth).join('/');
      const rooms = folders.get(folder) ?? new Map<string, Map<string, string>>();
      folders.set(folder, rooms);
      const doors = rooms.get(here) ?? new Map<string, string>();
      rooms.set(here, doors);
      if (!doors.has(there)) doors.set(there, `${from.slice(depth).join('/')} imports ${to.slice(depth).join('/')}`);
    }
  }
  return [...folders].flatMap(([folder, rooms]) => {
    const trail = circleIn(rooms);
    if (trail === undefined) return [];
    const steps = trail.slice(1).map((to, i) => rooms.get(trail[i] as string)?.get(to));
    return [`${folder}: ${trail.join(' -> ')} (${steps.join('; ')})`];
  });
}

/** The first circle that a walk meets, its first room again at the end. */
function circleIn(arrows: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (room: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(room)) return [...trail.slice(trail.indexOf(room)), room];
    if (done.has(room)) return undefined;
    for (const next of arrows.get(room)?.keys() ?? []) {
      const found = visit(next, [...trail, room]);
      if (found !== undefined) return found;
    }
    done.add(room);
    return undefined;
  };
  for (const room of arrows.keys()) {
    const found = visit(room, []);
    if (found !== undefined) return found;
  }
  return undefined;
}

const allowed = (from: string, to: string): boolean => {
  if (from === to) return true;
  return (walls[from] ?? []).some((each) =>
    each.endsWith('/*')
      ? to.startsWith(each.slice(0, -1)) || to === each.slice(0, -2)
      : each.endsWith(':*')
        ? to.startsWith(each.slice(0, -1))
        : to === each ||
          (!each.startsWith('@lightloom') && !each.includes('/') && to.startsWith(`${each}/`) && !isRoom(to)),
  );
};

const isRoom = (name: string): boolean => name in walls;
const targetOf = (imported: string): string => (imported.startsWith('packages/') ? roomOf(imported) : imported);

describe('the walls', () => {
  it('surround every room', () => {
    const rooms = new Set(files.map((file) => roomOf(file.path)));
    expect(
      [...rooms].filter((room) => !isRoom(room)),
      'rooms without a row in test/walls.ts',
    ).toEqual([]);
  });

  it('are passed only through doors', () => {
    const broken = files.flatMap((file) =>
      file.imports
        .filter((imported) => !imported.endsWith('.fabric') && !allowed(roomOf(file.path), targetOf(imported)))
        .map((imported) => `${file.path} imports ${imported}`),
    );
    expect(broken, 'imports that the row of their room in test/walls.ts doesn’t have').toEqual([]);
  });

  it('have no circle of imports, types counted', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      for (const imported of byPath.get(path)?.imports ?? [])
        if (byPath.has(imported)) visit(imported, [...trail, path]);
      done.add(path);
    };
    for (const file of files) visit(file.path, []);
    expect(circles).toEqual([]);
  });
});

describe('rooms', () => {
  it('have no circle of imports, at any depth', () => {
    expect(roomCircles(files)).toEqual([]);
  });

  it('that do are found', () => {
    const file = (path: string, ...imports: string[]): SourceFile => ({ path, text: '', lines: 1, imports });
    expect(
      roomCircles([
        file('packages/a/src/x/one.ts', 'packages/a/src/y/two.ts'),
        file('packages/a/src/y/two.ts'),
        file('packages/a/src/y/three.ts', 'packages/a/src/x/four.ts'),
        file('packages/a/src/x/four.ts'),
      ]),
    ).toEqual(['packages/a/src: x -> y -> x (x/one.ts imports y/two.ts; y/three.ts imports x/four.ts)']);
  });
});

/** How many files lie in each folder itself. */
function folderSizes(paths: readonly string[]): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    sizes[folder] = (sizes[folder] ?? 0) + 1;
  }
  return sizes;
}

const over = (counts: Readonly<Record<string, number>>, limit: number): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > limit));

describe('every folder', () => {
  it('has at most 20 files, but for rows of equal things', () => {
    const sizes = folderSizes(filesBelow('packages', 'test', 'scripts', 'docs', 'examples'));
    const large = Object.entries(over(sizes, 20)).filter(
      ([folder]) => !rowsOfEqualThings.some((row) => row.test(folder)),
    );
    expect(Object.fromEntries(large), 'folders with more than 20 files, to be split').toEqual({});
  });

  it('that is too large is found', () => {
    const paths = Array.from({ length: 21 }, (_, i) => `packages/a/src/${i}.ts`);
    expect(over(folderSizes([...paths, 'packages/a/src/b/c.ts']), 20)).toEqual({ 'packages/a/src': 21 });
  });
});

describe('every test file', () => {
  const tests = filesBelow('packages', 'test').filter((path) => /(^|\/)test\/.*\.ts$/.test(path));

  it('has at most 400 lines', () => {
    const lines = tests.map((path) => [path, readFileSync(join(root, path), 'utf8').split('\n').length - 1] as const);
    expect(lines.length).toBeGreaterThan(80);
    expect(over(Object.fromEntries(lines), 400)).toEqual({});
  });
});

/** A cast that no type checks. */
const doubleCast = /\bas unknown as\b/;
/** A read of a column or list with a cast, where `unsignedAt`, `numberAt` and their like say what is read. */
const castRead = /\] as number\b(?!\[)/;

/** The lines of code that match a pattern, with their files; comments may. */
function linesWith(pattern: RegExp, all: readonly SourceFile[]): string[] {
  return all.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => !/^(\/\/|\/?\*)/.test(line) && pattern.test(line))
      .map((line) => `${path}: ${line}`),
  );
}

describe('every file', () => {
  const own = files.filter((file) => !file.path.includes('/generated/'));

  it('has at most 400 lines', () => {
    expect(own.filter((file) => file.lines > 400).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it('has no cast by `as unknown as`', () => {
    expect(linesWith(doubleCast, own)).toEqual([]);
  });

  it('reads columns without a cast', () => {
    const callers = own.filter(({ path }) => !columnReaders.includes(path));
    expect(linesWith(castRead, callers), 'reads to write with `unsignedAt` and its like, of model/at.ts').toEqual([]);
  });

  it('that casts is found', () => {
    const file = (text: string): SourceFile => ({ path: 'a.ts', text, lines: 1, imports: [] });
    const casts = [file('const a = b as unknown as C;'), file('// as unknown as'), file('const a = b as C;')];
    expect(linesWith(doubleCast, casts)).toEqual(['a.ts: const a = b as unknown as C;']);
    const reads = [file('const a = column[row] as number;'), file('const a = [1, 2] as number[];')];
    expect(linesWith(castRead, reads)).toEqual(['a.ts: const a = column[row] as number;']);
  });

  it('says in its first line what it is for', () => {
    const silent = own.filter((file) => !/^\/\/ \S/.test(file.text)).map((file) => file.path);
    expect(silent, 'files without a comment in the first line').toEqual([]);
  });

  it('has a name that says something', () => {
    expect(
      own
        .filter((file) => /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.ts$)/.test(file.path))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it('has no default export', () => {
    expect(own.filter((file) => /^export default /m.test(file.text)).map((file) => file.path)).toEqual([]);
  });

  it('touches neither console nor process below the command line and the extension', () => {
    const below = own.filter((file) => /^packages\/(core|diagram|language)\//.test(file.path));
    expect(below.filter((file) => /\b(console|process)\./.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

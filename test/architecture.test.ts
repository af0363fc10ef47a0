// The laws of the house: who may import whom, no circle, no room without a name, no file too long.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roomOf, root, sourceFiles } from './sources.ts';

/** What each room may import: rooms of its package, other packages, modules from outside. */
const walls: Readonly<Record<string, readonly string[]>> = {
  'core/units': [],
  'core/source': [],
  'core/catalogue': ['core/units'],
  'core/model': ['core/units', 'core/source', 'core/catalogue'],
  'core/patterns': ['core/model'],
  'core/facts': ['core/model', 'core/source', 'core/units'],
  'core/rules': ['core/facts', 'core/model', 'core/source', 'core/units'],
  'core/explain': ['core/catalogue', 'core/facts', 'core/model', 'core/source', 'core/units'],
  'core/exports': ['core/catalogue', 'core/facts', 'core/model', 'core/source', 'core/units'],
  'diagram/graph': [],
  'diagram/views': ['diagram/graph', '@lightloom/core'],
  'diagram/layout': ['diagram/graph', 'elkjs'],
  'diagram/svg': ['diagram/graph', 'diagram/layout'],
  'language/library': [],
  'language/generated': ['langium'],
  'language/parse': ['language/generated', 'langium', 'vscode-languageserver-types', '@lightloom/core'],
  'language/catalogue': ['language/generated', 'langium', '@lightloom/core'],
  'language/configuration': ['language/parse', 'language', 'langium', '@lightloom/core'],
  'language/references': [
    'language/generated',
    'language/parse',
    'language/workspace',
    'language',
    'langium',
    '@lightloom/core',
  ],
  'language/workspace': [
    'language/configuration',
    'language/generated',
    'language/parse',
    'language/library',
    'language',
    'langium',
    '@lightloom/core',
  ],
  'language/checks': [
    'language/catalogue',
    'language/generated',
    'language/parse',
    'language/references',
    'language/workspace',
    'language',
    'langium',
    '@lightloom/core',
  ],
  'language/elaborate': [
    'language/catalogue',
    'language/generated',
    'language/parse',
    'language/references',
    'language',
    'langium',
    '@lightloom/core',
  ],
  'language/format': ['language/generated', 'language/parse', 'langium'],
  'language/diagnostics': ['langium', 'vscode-languageserver-types', '@lightloom/core'],
  'language/lsp': [
    'language/*',
    'langium',
    'vscode-languageserver',
    'vscode-languageserver-types',
    '@lightloom/core',
    '@lightloom/diagram/views',
  ],
  language: [
    'language/*',
    'langium',
    'vscode-languageserver',
    'vscode-languageserver-types',
    '@lightloom/core',
    '@lightloom/diagram/views',
  ],
  core: ['core/*'],
  diagram: ['diagram/*'],
  cli: ['cli/*', 'node:*', 'commander', '@lightloom/core', '@lightloom/diagram'],
  'cli/commands': [
    'cli',
    'cli/input',
    'cli/print',
    'commander',
    '@lightloom/core',
    '@lightloom/diagram',
    '@lightloom/diagram/views',
    '@lightloom/language',
    '@lightloom/language/server',
  ],
  'cli/input': ['cli', 'node:*', 'tinyglobby', '@lightloom/language', '@lightloom/language/node'],
  'cli/print': ['cli/input', '@lightloom/core'],
  extension: ['@lightloom/language/protocol'],
  'extension/client': ['extension', 'node:*', 'vscode', 'vscode-languageclient', '@lightloom/language/protocol'],
  'extension/server': ['@lightloom/language/server'],
  'extension/webview': ['extension', 'elkjs', '@lightloom/diagram', '@lightloom/language/protocol'],
};

const files = sourceFiles();

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
  it('stand around every room', () => {
    expect([...new Set(files.map((file) => roomOf(file.path)))].filter((room) => !isRoom(room))).toEqual([]);
  });

  it('are passed only through doors', () => {
    const broken = files.flatMap((file) =>
      file.imports
        .filter((imported) => !imported.endsWith('.fabric') && !allowed(roomOf(file.path), targetOf(imported)))
        .map((imported) => `${file.path} imports ${imported}`),
    );
    expect(broken).toEqual([]);
  });

  it('are those that ARCHITECTURE.md states', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const stated = [...text.matchAll(/^(\S+) +-> (.*)$/gm)].map(([, room, doors]) => [room, doors]);
    expect(stated).toEqual(Object.entries(walls).map(([room, doors]) => [room, doors.join(', ') || 'nothing']));
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

describe('every file', () => {
  const own = files.filter((file) => !file.path.includes('/generated/'));

  it('has at most 400 lines', () => {
    expect(own.filter((file) => file.lines > 400).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it('says in its first line what it is for', () => {
    expect(own.filter((file) => !/^\/\/ \S/.test(file.text)).map((file) => file.path)).toEqual([]);
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

// The project's own source files and what each imports, read as text.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** The top of the repository. */
export const root = join(import.meta.dirname, '..');

/** A source file. */
export interface SourceFile {
  /** From the top, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** What it imports, types included: files of the project by path, all else as written. */
  readonly imports: readonly string[];
}

const importLine =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|import\('([^']+)'\)/g;

/** Folders that Git and people look into: no dependencies, nothing built. */
const passedOver = /(^|\/)(node_modules|dist|build|artefacts|\.[^/]+)(\/|$)/;

/** Every file below some folders, from the top, with forward slashes. */
export function filesBelow(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
    .filter((path) => !passedOver.test(path))
    .sort();
}

/** Every TypeScript source of the packages, tests left out. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' })
    .map((path) => join('packages', path).replaceAll('\\', '/'))
    .filter((path) => /\.ts$/.test(path) && !/\/(node_modules|dist|test)\//.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const imports = [...text.matchAll(importLine)].map((match) =>
        resolve(path, (match[1] ?? match[2] ?? match[3]) as string),
      );
      return { path, text, lines: text.split('\n').length - 1, imports };
    });
}

function resolve(from: string, imported: string): string {
  if (!imported.startsWith('.')) return imported;
  const path = normalize(join(dirname(from), imported)).replaceAll('\\', '/');
  return relative('', path).replaceAll('\\', '/');
}

/** The room of a file: its package and the folder below `src`, as `core/facts`. */
export function roomOf(path: string): string {
  const [, name = '', ...rest] = path.split('/');
  const inner = rest[0] === 'src' ? rest.slice(1) : rest;
  return inner.length > 1 ? `${name}/${inner[0]}` : name;
}

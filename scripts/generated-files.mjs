// Writes generated files: each only when it differs, or with `--check` none at all.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Collects what is written; `done` reports what is out of date. */
export function generatedFiles() {
  const check = process.argv.includes('--check');
  const stale = [];

  /** Writes a file, its path from the top of the repository. */
  function write(path, text) {
    const file = join(root, path);
    if (read(file) === text) return;
    if (check) stale.push(path);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  return {
    root,
    /** Whether nothing is written. */
    isCheck: check,
    write,
    /** Writes the text between `<!-- name -->` and `<!-- /name -->` in a file that is otherwise written by hand. */
    writeBetween(path, name, text) {
      const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
      const before = read(join(root, path)) ?? '';
      const [from, to] = [before.indexOf(start), before.indexOf(end)];
      if (from < 0 || to < from) throw new Error(`${path} has no place for ${name}.`);
      write(path, before.slice(0, from + start.length) + text + before.slice(to));
    },
    /** Removes the files of a folder, and of those below it, that are not among the paths given. */
    keepOnly(folder, paths) {
      const wanted = new Set(paths);
      for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name).slice(root.length + 1);
        if (wanted.has(path)) continue;
        if (check) stale.push(path);
        else rmSync(join(root, path));
      }
    },
    done(command) {
      if (stale.length === 0) return;
      console.error(`Out of date, run \`npm run ${command}\`:\n${stale.map((path) => `  ${path}`).join('\n')}`);
      process.exitCode = 1;
    },
  };
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

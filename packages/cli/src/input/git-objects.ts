// Reads objects of a repository: one Git for as long as one question follows another, since starting it takes longer than an answer.
import type { Writable } from 'node:stream';
import { startGit } from './git.ts';

/** An object, or why there is none: what kind of answer it is, and what follows it. */
export interface GitObject {
  /** As Git says it: `blob`, `tree`, `symlink`; `nothing` where it has no such object; `failed` where Git itself fails. */
  readonly kind: string;
  /** What the object holds; what Git says, where it fails. */
  readonly content: Buffer;
}

const nothing: GitObject = { kind: 'nothing', content: Buffer.alloc(0) };

/**
 * Reads objects by name, such as `HEAD:pods/pod.fabric`; a name is one line.
 * @param folder where Git runs; absolute
 * @param options of `git cat-file --batch`
 */
export function gitObjects(folder: string, options: readonly string[]): (name: string) => Promise<GitObject> {
  let current: { readonly stdin: Writable; readonly waiting: ((answer: GitObject) => void)[] } | undefined;

  const start = (): NonNullable<typeof current> => {
    const git = startGit(folder, ['cat-file', '--batch', ...options]);
    const started: NonNullable<typeof current> = { stdin: git.stdin, waiting: [] };
    const error: Buffer[] = [];
    const end = (): void => {
      if (current === started) current = undefined;
      for (const answer of started.waiting.splice(0)) answer({ kind: 'failed', content: Buffer.concat(error) });
    };
    const endIfDone = (): void => {
      if (started.waiting.length > 0 || current !== started) return;
      current = undefined;
      git.stdin.end();
    };
    const read = answersIn((answer) => {
      started.waiting.shift()?.(answer);
      // Who asked may ask on, before it ends.
      setImmediate(endIfDone);
    });
    git.stdout.on('data', read);
    git.stderr.on('data', (chunk: Buffer) => error.push(chunk));
    // It may end without reading its input: what it answers says why.
    git.stdin.on('error', () => undefined);
    git.on('error', end);
    git.on('close', end);
    return started;
  };

  return (name) =>
    new Promise((resolve) => {
      current ??= start();
      current.waiting.push(resolve);
      current.stdin.write(`${name}\n`);
    });
}

/** Takes what Git prints apart, chunk by chunk. */
function answersIn(found: (answer: GitObject) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let [length, needed] = [0, 0];
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    while (length > needed) {
      const all = Buffer.concat(chunks);
      const end = all.indexOf(10);
      if (end < 0) return;
      // What has content says how long it is; a line break follows.
      const [, kind = '', size] = /^(?:[0-9a-f]+ )?([a-z]+) (\d+)$/.exec(all.toString('utf8', 0, end)) ?? [];
      const after = size === undefined ? end + 1 : end + 1 + Number(size) + 1;
      if (after > all.length) {
        needed = after - 1;
        chunks = [all];
        return;
      }
      found(size === undefined ? nothing : { kind, content: all.subarray(end + 1, after - 1) });
      const rest = all.subarray(after);
      [chunks, length, needed] = [[rest], rest.length, 0];
    }
  };
}

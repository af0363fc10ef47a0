// Asks Git. Nothing is run in a shell, no hook or pager of the repository is, and nothing is fetched.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** What Git answered. */
export interface GitAnswer {
  /** What it ended with; `missing` where there is no Git. */
  readonly code: number | 'missing';
  readonly out: Buffer;
  readonly error: string;
}

/** Starts Git. @param folder where it runs; absolute */
export function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  // Of a partial clone, what isn't there would be fetched on the way.
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };
  return spawn('git', ['--no-pager', ...args], { cwd: folder, stdio: 'pipe', windowsHide: true, env });
}

/** Runs Git. @param folder where it runs; absolute */
export function askGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const git = startGit(folder, args);
    const [out, error]: [Buffer[], Buffer[]] = [[], []];
    const answer = (code: GitAnswer['code']): void =>
      resolve({ code, out: Buffer.concat(out), error: Buffer.concat(error).toString('utf8').trim() });
    git.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => error.push(chunk));
    git.on('error', () => answer('missing'));
    git.on('close', (code) => answer(code ?? 1));
    // It may end without reading its input: what it answers says why.
    git.stdin.on('error', () => undefined);
    git.stdin.end();
  });
}

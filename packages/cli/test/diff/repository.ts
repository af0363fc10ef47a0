// A Git repository in a folder that goes when the test is over.
import { spawnSync } from 'node:child_process';
import { folder } from '../lightloom.ts';

/** Runs Git in a folder, whatever its user has configured. */
export function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Commits all that a folder holds. */
export function commit(cwd: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', 'now');
}

/** A folder that is a repository, with its files committed. @param fill puts more files into it */
export function repository(files: Readonly<Record<string, string>>, fill: (path: string) => void = () => {}): string {
  const path = folder(files);
  fill(path);
  git(path, 'init', '--quiet', '--initial-branch', 'main');
  commit(path);
  return path;
}

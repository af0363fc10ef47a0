// A process that watches, and waiting for what it prints: never for a time.
import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** A watching process. */
export interface WatchingChild {
  /** Waits until it has printed something that it had not printed when this was last asked. @returns what it printed up to there */
  readonly until: (mark: string | RegExp) => Promise<string>;
  readonly process: ChildProcess;
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts `lightloom check --watch`; both its outputs are one. The process goes when the test is over. */
export function startWatching(program: string, cwd: string, args: readonly string[]): WatchingChild {
  const env = { ...process.env, NO_COLOR: '1' };
  // Of two pipes, nobody can say which text came first; the shell gives its place to the program.
  const line = [process.execPath, program, 'check', '--watch', ...args];
  const child = spawn('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...line], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  let look: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    look();
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => {
      resolve({ code, signal });
      look();
    }),
  );
  const until = (mark: string | RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      look = () => {
        const found = typeof mark === 'string' ? text.indexOf(mark) : text.search(mark);
        if (found >= 0) {
          const length = typeof mark === 'string' ? mark.length : (mark.exec(text)?.[0].length ?? 0);
          const printed = text.slice(0, found + length);
          text = text.slice(found + length);
          look = () => undefined;
          resolve(printed);
        } else if (child.exitCode !== null || child.signalCode !== null)
          reject(new Error(`It ended without ${mark}: ${text}`));
      };
      look();
    });
  return { until, process: child, ended };
}

// A process that watches, and waiting for what it prints: never for a time.
import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { bundled } from '../bundled.ts';

/** A watching process. */
export interface WatchingChild {
  /** Waits until it has printed something that it had not printed when this was last asked. @returns what it printed up to there */
  readonly until: (mark: string | RegExp) => Promise<string>;
  readonly process: ChildProcess;
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts `lightloom check --watch`; both its outputs are read as one. The process goes when the test is over. */
export async function watching(cwd: string, ...args: readonly string[]): Promise<WatchingChild> {
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(process.execPath, [await bundled(), 'check', '--watch', ...args], { cwd, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  let look: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
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

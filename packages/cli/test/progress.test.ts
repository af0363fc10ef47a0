// The line that says how far a long run has come: where it is drawn, when, and that nothing of it is left.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startProgress } from '../src/process/progress.ts';
import { folder, lightloom } from './lightloom.ts';

const erase = '\r\u001b[2K';

/** What is drawn of a run that takes a while for each of four files, in ms. */
function drawn(env: Readonly<Record<string, string>>, isTerminal: boolean, each: number): string[] {
  const written: string[] = [];
  const stderr = { write: (text: unknown) => void written.push(String(text)), isTerminal, columns: 80 };
  const progress = startProgress({ stderr, env });
  for (let done = 0; done < 4; done++) {
    progress.note(done, 4);
    vi.advanceTimersByTime(each);
  }
  progress.end();
  vi.advanceTimersByTime(10_000);
  return written;
}

describe('the progress of a run', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['on a terminal', {}, true, true],
    ['on a terminal with colors turned off', { NO_COLOR: '1' }, true, true],
    ['on a terminal where CI says no', { CI: 'false' }, true, true],
    ['on a terminal where CI is empty', { CI: '' }, true, true],
    ['in CI', { CI: 'true' }, true, false],
    ['in CI that says 1', { CI: '1' }, true, false],
    ['on a terminal that can erase nothing', { TERM: 'dumb' }, true, false],
    ['in a file or a pipe', {}, false, false],
    ['in a file or a pipe with colors', { FORCE_COLOR: '1' }, false, false],
  ])('%s is drawn, or not', (_, env, isTerminal, isShown) => {
    expect(drawn(env, isTerminal, 600)).toEqual(
      isShown
        ? [`${erase}1 of 4 files checked`, `${erase}2 of 4 files checked`, `${erase}3 of 4 files checked`, erase]
        : [],
    );
  });

  it('is silent for a second', () => {
    expect(drawn({}, true, 240)).toEqual([]);
  });

  it('is drawn ten times a second at most', () => {
    expect(drawn({}, true, 30).length).toBe(0);
    expect(drawn({}, true, 1100)).toHaveLength(5);
  });
});

describe('a check', () => {
  it('that is over at once says nothing about its progress', async () => {
    const cwd = folder({ 'a.fabric': 'switch type Box { height 1 dB }\n' });
    expect((await lightloom(['check'], { cwd, isTerminal: true })).err).toBe('');
  });
});

// The alarm: which names make it ring, and what it does where the system watches nothing.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAlarm, type WatchFolder } from '../../src/watch/alarm.ts';
import type { Names } from '../../src/watch/places.ts';
import { folder } from '../lightloom.ts';

/** An alarm that is closed when the test is over. */
function alarmOf(places: Readonly<Record<string, Names>>, watch?: WatchFolder) {
  const alarm = createAlarm(watch);
  onTestFinished(() => alarm.close());
  alarm.set(new Map(Object.entries(places)));
  return alarm;
}

describe('the alarm', () => {
  afterEach(() => void vi.useRealTimers());

  it('rings for the names that count, and for any where all do', async () => {
    const cwd = folder({ 'own/a': '', 'all/a': '' });
    const alarm = alarmOf({ [join(cwd, 'own')]: new Set(['counts']), [join(cwd, 'all')]: 'all' });
    let rings = 0;
    const first = alarm.next().then(() => rings++);
    writeFileSync(join(cwd, 'own/ignored'), '');
    writeFileSync(join(cwd, 'own/counts'), '');
    await first;
    writeFileSync(join(cwd, 'all/anything'), '');
    await alarm.next();
    expect(rings).toBe(1);
  });

  it('rings for a folder that was replaced by another of the same name, once it is set again', async () => {
    const cwd = folder({ 'own/a': '' });
    const own = join(cwd, 'own');
    const places = new Map<string, Names>([
      [own, 'all'],
      [cwd, new Set(['own'])],
    ]);
    const alarm = alarmOf(Object.fromEntries(places));
    rmSync(own, { recursive: true });
    mkdirSync(own);
    await alarm.next();
    alarm.set(places);
    writeFileSync(join(own, 'b'), '');
    await alarm.next();
    renameSync(own, join(cwd, 'away'));
    await alarm.next();
  });

  it('rings once for many changes at a time', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const listeners: ((event: string, name: string | null) => void)[] = [];
    const watch = ((_folder, listener) => {
      listeners.push(listener);
      return { on: () => undefined, close: () => undefined } as never;
    }) satisfies WatchFolder;
    const cwd = folder();
    const alarm = alarmOf({ [cwd]: 'all' }, watch);
    let rings = 0;
    const count = async (): Promise<void> => {
      for (;;) {
        await alarm.next();
        rings++;
      }
    };
    void count();
    for (let i = 0; i < 10; i++) {
      listeners[0]?.('change', null);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(rings).toBe(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(rings).toBe(1);
    // Changes that don't end don't keep it silent.
    for (let i = 0; i < 60; i++) {
      listeners[0]?.('change', null);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(rings).toBe(2);
  });

  it('rings every second where the system watches nothing', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const alarm = alarmOf({ [folder()]: 'all' }, () => {
      throw new Error('ENOSPC');
    });
    for (let i = 0; i < 3; i++) {
      const ringing = alarm.next();
      await vi.advanceTimersByTimeAsync(1100);
      await ringing;
    }
  });
});

// Loading plug-ins from the disk.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'langium';
import { expect, it, onTestFinished } from 'vitest';
import { disk } from '../src/disk/disk.ts';
import { diskPlugins } from '../src/disk/disk-plugins.ts';

function load(module: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'lightloom-plugin-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.mjs'), module);
  return diskPlugins({ longest: 200 }).load('./a.mjs', URI.file(join(folder, 'lightloom.json')));
}

it('gives the default export', async () => expect(await load('export default 7;')).toBe(7));

it('waits for a module that takes its time, but not for ever', async () => {
  expect(await load('await new Promise((done) => setTimeout(done, 20));\nexport default 7;')).toBe(7);
  await expect(load('await new Promise(() => {});')).rejects.toThrow('it takes more than 0.2 s to load');
});

it('loads a module again once it has changed, and names it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightloom-plugin-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.mjs');
  const noted: string[] = [];
  const host = diskPlugins({
    disk: {
      text: (each) => {
        noted.push(each);
        return disk.text(each);
      },
    },
  });
  const loadAt = (seconds: number, text: string): Promise<unknown> => {
    writeFileSync(path, text);
    utimesSync(path, seconds, seconds);
    return host.load('./a.mjs', URI.file(join(folder, 'lightloom.json')));
  };
  const first = await loadAt(1000, 'export default {};');
  expect(await loadAt(1000, 'export default {};')).toBe(first);
  expect(await loadAt(2000, 'export default 8;')).toBe(8);
  expect(noted).toEqual([path, path, path]);
});

it('ends what takes too long, a loop that never ends too', () => {
  const { limited } = diskPlugins({ longestRun: 50 });
  const never = (): never => {
    for (;;)
      try {
        for (;;);
      } finally {
        // Nothing that it does itself helps it.
      }
  };
  expect(() => limited?.(never)).toThrow(new Error('it takes more than 0.05 s'));
  // What ends by itself isn't measured: any machine may be slow.
  const { limited: patient } = diskPlugins();
  expect(patient?.(() => 7)).toBe(7);
  const own = new TypeError('its own');
  const failing = (): never => {
    throw own;
  };
  expect(() => patient?.(failing)).toThrow(own);
});

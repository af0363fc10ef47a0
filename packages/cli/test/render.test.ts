// `lightloom render`: which drawings there are, and where they go.
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { elkEngine } from '@lightloom/diagram';
import { fontNames } from '@lightloom/render';
import { describe, expect, it } from 'vitest';
import { startElkWorker } from '../src/process/elk-worker.ts';
import { assetsFolder, folder, lightloom, podFolder, podWith } from './lightloom.ts';

describe('a drawing', () => {
  it('is an SVG of the first view, on the standard output', async () => {
    const { code, out, err } = await lightloom(['render', 'xpo-pod.fabric'], { cwd: podFolder() });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^(<\?xml[^>]*>\s*)?<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(out.trimEnd()).toMatch(/<\/svg>$/);
    expect(out).toContain('Pod at a glance');
    expect(out).not.toMatch(/NaN|undefined|var\(--vscode/);
  });

  it('goes to a file, in the view and the colors asked for', async () => {
    const cwd = podFolder();
    for (const view of ['overview', 'thermal', 'network:backend', 'racks', 'cooling']) {
      const drawn = new Set<string>();
      for (const theme of ['light', 'dark']) {
        const name = `${view.replace(':', '-')}-${theme}.svg`;
        const ran = await lightloom(['render', 'xpo-pod.fabric', '--view', view, '--theme', theme, '-o', name], {
          cwd,
        });
        expect(ran).toEqual({ code: 0, out: '', err: '' });
        drawn.add(readFileSync(join(cwd, name), 'utf8'));
      }
      expect(drawn.size).toBe(2);
    }
  });

  it('is the same twice', async () => {
    const cwd = podFolder();
    const [first, second] = await Promise.all([1, 2].map(() => lightloom(['render', 'xpo-pod.fabric'], { cwd })));
    expect(first?.out).toBe(second?.out);
  });

  it('works for a broken design too, with a warning', async () => {
    const cwd = podFolder({ 'ninth.fabric': podWith('spine[1..8]', 'spine[1..9]') });
    const { code, out, err } = await lightloom(['render', 'ninth.fabric'], { cwd });
    expect([code, err]).toEqual([
      0,
      'warning: The design has 1 error; this drawing may be incomplete. Run lightloom check ninth.fabric\n',
    ]);
    expect(out).toContain('</svg>');
  });
});

describe('the views', () => {
  it('are listed, those of the design first', async () => {
    const { code, out } = await lightloom(['render', 'xpo-pod.fabric', '--list'], { cwd: podFolder() });
    expect(code).toBe(0);
    const ids = out.split('\n').map((line) => line.split(/\s/)[0]);
    expect(ids.slice(0, 2)).toEqual(['overview', 'thermal']);
    expect(ids.slice(2)).toEqual(expect.arrayContaining(['network:backend', 'racks', 'cooling', '']));
  });

  it.each([
    ['overvew', /no view `overvew`\. Did you mean `overview`\? It has overview, thermal, network:backend/],
    ['backend', /Did you mean `network:backend`\?/],
    ['zzz', /no view `zzz`\. It has overview/],
  ])('are named when %s is none', async (view, says) => {
    const { code, out, err } = await lightloom(['render', 'xpo-pod.fabric', '--view', view], { cwd: podFolder() });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
});

describe('a PNG', () => {
  const { resolve } = createRequire(import.meta.url);
  /** The files beside the program, as the build puts them there. */
  const assets = (): string => {
    const path = assetsFolder();
    mkdirSync(join(path, 'fonts'));
    for (const name of fontNames) symlinkSync(resolve(`dejavu-fonts-ttf/ttf/${name}`), join(path, 'fonts', name));
    return path;
  };
  const sizeOf = (png: Uint8Array) => {
    const view = new DataView(png.buffer, png.byteOffset);
    return [view.getUint32(16), view.getUint32(20)] as const;
  };

  it('is asked for by the name of the file, at a scale', async () => {
    const cwd = podFolder();
    const world = { cwd, assets: assets() };
    expect(await lightloom(['render', 'xpo-pod.fabric', '-o', 'pod.png'], world)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    await lightloom(['render', 'xpo-pod.fabric', '-o', 'large.png', '--scale', '2'], world);
    const [width, height] = sizeOf(readFileSync(join(cwd, 'pod.png')));
    expect(sizeOf(readFileSync(join(cwd, 'large.png')))).toEqual([2 * width, 2 * height]);
  });

  it('is written to any file with --format, and to a pipe, but not to a terminal', async () => {
    const world = { cwd: podFolder(), assets: assets() };
    const png = ['render', 'xpo-pod.fabric', '--format', 'png'];
    expect((await lightloom([...png, '-o', 'pod'], world)).code).toBe(0);
    expect((await lightloom(png, world)).code).toBe(0);
    const { code, err } = await lightloom(png, { ...world, isTerminal: true });
    expect([code, err]).toEqual([2, 'error: A PNG is not text: write it to a file with -o FILE.png.\n']);
  });

  it('has a scale above zero', async () => {
    const world = { cwd: podFolder(), assets: assets() };
    const { code, err } = await lightloom(['render', 'xpo-pod.fabric', '-o', 'a.png', '--scale', 'x'], world);
    expect([code, err]).toEqual([2, expect.stringContaining("'x' is invalid")]);
    expect((await lightloom(['render', 'xpo-pod.fabric', '-o', 'a.png', '--scale', '1000'], world)).err).toMatch(
      /is too large; the limit is 16384 pixels\.\n$/,
    );
  });
});

describe("what can't be drawn", () => {
  it('is reported', async () => {
    const cwd = folder({ 'a.fabric': '' });
    expect((await lightloom(['render', 'a.fabric', '-o', 'a.jpg'], { cwd })).err).toBe(
      'error: The file a.jpg is neither .svg nor .png.\n',
    );
    expect((await lightloom(['render', 'b.fabric'], { cwd })).code).toBe(2);
    expect((await lightloom(['render'], { cwd })).err).toContain("missing required argument 'file'");
  });
});

describe('the layout engine', () => {
  const task = {
    boxes: ['a', 'b', 'c'].map((id) => ({ id, width: 100, height: 40 })),
    links: [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ],
    gap: 20,
  };
  it('runs in a worker', async () => {
    const placed = await elkEngine((onFailure) => startElkWorker(assetsFolder(), onFailure))(task);
    const tops = ['a', 'b', 'c'].map((id) => placed?.corners.get(id)?.y ?? Number.NaN);
    expect(tops[1]).toBeGreaterThanOrEqual((tops[0] as number) + 40 + 20);
    expect(tops[2]).toBeGreaterThanOrEqual((tops[1] as number) + 40 + 20);
  });
  it('reports that its file is missing', async () => {
    await expect(elkEngine((onFailure) => startElkWorker(folder(), onFailure))(task)).rejects.toThrow(
      /^The layout engine failed: Cannot find module .*elk-worker\.cjs/,
    );
  });
});

// `lightloom render`: which drawings there are, and where they go.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elkEngine } from '@lightloom/diagram';
import { startElkWorker } from '@lightloom/render/elk-thread';
import { describe, expect, it } from 'vitest';
import { examples } from '../../../test/kit/examples.ts';
import { pdfFile } from '../../render/test/pdf-file.ts';
import { fontsSaid } from '../src/drawing/fonts.ts';
import { assetsFolder, folder, lightloom, podFolder, podWith } from './lightloom.ts';
import { expectValid } from './schema.ts';

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

describe('all views in one file', () => {
  const given = ['--revision', 'C', '--author', 'A. Person', '--date', '2026-11-30'];

  it('are sheets of a PDF, each with all fields of the title block and its number', async () => {
    const cwd = podFolder();
    const ran = await lightloom(['render', 'xpo-pod.fabric', '--all', ...given, '-o', 'review.pdf'], { cwd });
    expect(ran).toEqual({ code: 0, out: '', err: '' });
    const bytes = readFileSync(join(cwd, 'review.pdf'));
    const { pages, info } = pdfFile(bytes);
    expect(info.Title).toBe('xpo-pod.fabric');
    for (let at = 0; at < pages; at++) {
      const { texts } = pdfFile(bytes, at);
      const fields = [
        'Title',
        'Design',
        'xpo-pod.fabric',
        'Revision',
        'C',
        'Author',
        'A. Person',
        'Date',
        '2026-11-30',
      ];
      expect(texts, `sheet ${at + 1}`).toEqual(expect.arrayContaining([...fields, 'Verdict', 'Drawn by', 'Sheet']));
      expect(texts.filter((each) => each.endsWith(`, ${at + 1} of ${pages}`))).toHaveLength(1);
      expect(texts).toEqual(expect.arrayContaining([expect.stringMatching(/^Lightloom [0-9]/)]));
      expect(texts).toEqual(expect.arrayContaining([expect.stringMatching(/not judged$/)]));
    }
    // Each view that shows something is in the outline.
    expect(bytes.toString('latin1').match(/\/Title \((?!xpo-pod)/g)).toHaveLength(9);
  });

  it('have the paper that each needs, and a note names those that need more than A4', async () => {
    const world = { cwd: podFolder({ 'tree.fabric': examples['fat-tree.fabric'] as string }) };
    expect(await lightloom(['render', 'tree.fabric', '--all', '-o', 'review.pdf'], world)).toEqual({
      code: 0,
      out: '',
      err: 'note: Larger than A4, where the smallest capitals would be below 1.8 mm: on A3 network:fabric.\n',
    });
  });

  it('are larger with a scale, further in with a margin, and lie as asked', async () => {
    const cwd = podFolder();
    const pdf = async (...more: string[]) => {
      await lightloom(['render', 'xpo-pod.fabric', ...more, '-o', 'a.pdf'], { cwd });
      return pdfFile(readFileSync(join(cwd, 'a.pdf')));
    };
    expect((await pdf('--orientation', 'portrait', '--margin', '0', '--scale', '0.5')).size.map(Math.round)).toEqual([
      595, 842,
    ]);
    expect((await pdf('--scale', '2')).pages).toBeGreaterThanOrEqual(4);
    const refused = async (...more: string[]) => (await lightloom(['render', 'xpo-pod.fabric', ...more], { cwd })).err;
    expect(await refused('-o', 'a.pdf', '--margin', '90')).toMatch('It must be a number from 0 to 80.');
    expect(await refused('-o', 'a.svg', '--all')).toBe('error: --all is for PDF; the drawing is written as SVG.\n');
    expect(await refused('-o', 'a.pdf', '--scale', '30')).toMatch(/^error: The drawing overview takes [0-9]+ sheets/);
  });

  it('are a page that needs nothing else, with the findings of each', async () => {
    const cwd = podFolder({ 'hot.fabric': podWith('1900 L/min', '1500 L/min') });
    const { code, out } = await lightloom(['render', 'hot.fabric', '--view', 'cooling', ...given, '-f', 'html'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(out.match(/<section /g)).toHaveLength(9);
    const [, about = ''] =
      /<section id="drawing-1" data-view="cooling" data-about="([^"]*)" data-folds="/.exec(out) ?? [];
    // How the figures of each thing come about, as `explain` has it.
    const read = JSON.parse(about.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&'));
    expect(read['net[1]']).toContain('  power of net[1]: 30.288 kW = sum of its devices');
    expect(out).toMatch(/<li class="error"><a href="#drawing-1" data-ids="\[[^\]]+\]"><b>error cooling\//);
    for (const field of ['Revision C', 'A. Person', '2026-11-30'])
      expect(out).toContain(`<p class="meta">${field}</p>`);
    // Names of namespaces and the policy are the only addresses; no attribute runs or loads anything.
    const without = out.replaceAll('http://www.w3.org/2000/svg', '');
    expect(without).not.toMatch(/https?:|url\((?!#)|@import| on[a-z]+="|<(?:img|link|iframe|object)/);
    expect(out).toMatch(
      /content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
    );
    expect((await lightloom(['render', 'hot.fabric', '--view', 'cooling', ...given, '-f', 'html'], { cwd })).out).toBe(
      out,
    );
  });
});

describe('a diagram to edit', () => {
  it.each([
    ['pod.mmd', 'flowchart TB'],
    ['pod.mermaid', 'flowchart TB'],
    ['pod.MD', '```mermaid'],
    ['pod.d2', 'direction: down'],
    ['pod.dot', 'digraph "Pod at a glance" {'],
    ['pod.gv', 'digraph "Pod at a glance" {'],
    ['pod.drawio', '<mxGraphModel'],
  ])('is asked for by the name of the file: %s', async (file, holds) => {
    const cwd = podFolder();
    const ran = await lightloom(['render', 'xpo-pod.fabric', '-o', file], { cwd });
    expect(ran).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(cwd, file), 'utf8')).toContain(holds);
  });

  it('is asked for by a format, and is text that a terminal shows', async () => {
    const world = { cwd: podFolder(), isTerminal: true };
    const { code, out } = await lightloom(['render', 'xpo-pod.fabric', '-f', 'd2', '--view', 'power'], world);
    expect([code, out]).toEqual([0, expect.stringContaining('"feed A')]);
    expect((await lightloom(['render', 'xpo-pod.fabric', '-f', 'd2', '--scale', '2'], world)).err).toBe(
      'error: --scale is for PNG and PDF; the drawing is written as D2.\n',
    );
  });
});

describe('positions', () => {
  it('are kept beside the design, and hold when it grows', async () => {
    const cwd = podFolder();
    const render = (...more: string[]) => lightloom(['render', 'xpo-pod.fabric', ...more], { cwd });
    expect((await render('--pin')).code).toBe(0);
    const positions = readFileSync(join(cwd, 'xpo-pod.view.json'), 'utf8');
    expectValid('positions', positions);
    const [pinned, free] = [await render(), await render('--no-pins')];
    expect([pinned.err, free.err, pinned.out === free.out]).toEqual(['', '', false]);
    writeFileSync(join(cwd, 'xpo-pod.view.json'), positions.replace('"x": 0', '"x": "left"'));
    const broken = await render();
    expect(broken.err).toBe(
      'warning: xpo-pod.view.json:6:33: `x` must be a number of pixels, from -1000000 to 1000000.\n',
    );
    expect((await render('--pin')).code).toBe(2);
    writeFileSync(
      join(cwd, 'xpo-pod.view.json'),
      '{ "views": { "gone": { "boxes": { "a.b": { "x": 1, "y": 2 } } } } }',
    );
    expect((await render()).err).toBe(
      "warning: xpo-pod.view.json keeps positions of a view that isn't here any more: gone.\n",
    );
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
  const sizeOf = (png: Uint8Array) => {
    const view = new DataView(png.buffer, png.byteOffset);
    return [view.getUint32(16), view.getUint32(20)] as const;
  };

  it('is asked for by the name of the file, at a scale', async () => {
    const cwd = podFolder();
    const world = { cwd };
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
    const world = { cwd: podFolder() };
    const png = ['render', 'xpo-pod.fabric', '--format', 'png'];
    expect((await lightloom([...png, '-o', 'pod'], world)).code).toBe(0);
    expect((await lightloom(png, world)).code).toBe(0);
    const { code, err } = await lightloom(png, { ...world, isTerminal: true });
    expect([code, err]).toEqual([2, 'error: A PNG is not text: write it to a file with -o FILE.png.\n']);
  });

  it('has a scale above zero', async () => {
    const world = { cwd: podFolder() };
    const { code, err } = await lightloom(['render', 'xpo-pod.fabric', '-o', 'a.png', '--scale', 'x'], world);
    expect([code, err]).toEqual([2, expect.stringContaining("'x' is invalid")]);
    expect((await lightloom(['render', 'xpo-pod.fabric', '-o', 'a.png', '--scale', '1000'], world)).err).toMatch(
      /is too large; the limit is 16384 pixels\.\n$/,
    );
  });
});

describe('a PDF', () => {
  /** Width and height of the page in points. */
  const pageOf = (path: string): number[] =>
    (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(readFileSync(path, 'latin1')) ?? []).slice(1).map(Number);

  it('is on the smallest paper on which it can be read, or on the one that is asked for, and says so', async () => {
    const world = { cwd: podFolder({ 'tree.fabric': examples['fat-tree.fabric'] as string }) };
    const tree = (...args: string[]) =>
      lightloom(['render', 'tree.fabric', '--view', 'network:fabric', ...args], world);
    const { err } = await tree('-o', 'tree.pdf');
    expect(err).toMatch(
      /^note: The drawing is on A3: on A4 its smallest capitals would be 1\.\d\d mm high, below 1\.8 mm\.\n$/,
    );
    expect(pageOf(join(world.cwd, 'tree.pdf')).map(Math.round)).toEqual([1191, 842]);
    expect((await tree('-o', 'tree.pdf', '--paper', 'a4')).err).toMatch(
      /^note: On A4, the smallest capitals of network:fabric are 1\.\d\d mm high\. \d more sheets show pieces of it at 1\.8 mm\. Use --paper a3 for all of it at that size\.\n$/,
    );
    expect((await tree('-o', 'tree.pdf', '--paper', 'a3')).err).toBe('');
  });

  it('is asked for by the name of the file, on a paper', async () => {
    const world = { cwd: podFolder() };
    const render = (...args: string[]) => lightloom(['render', 'xpo-pod.fabric', ...args], world);
    expect(await render('-o', 'pod.pdf')).toEqual({ code: 0, out: '', err: '' });
    // ISO 216: A4 is 210 mm by 297 mm, A0 841 mm by 1,189 mm; 72 points are 25.4 mm. The pod is wider than tall.
    expect(pageOf(join(world.cwd, 'pod.pdf')).map(Math.round)).toEqual([842, 595]);
    await render('-o', 'wall.pdf', '--paper', 'A0');
    expect(pageOf(join(world.cwd, 'wall.pdf')).map(Math.round)).toEqual([3370, 2384]);
    expect(await render('-o', 'no.pdf', '--paper', 'b5')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Allowed choices are a4, a3, a2, a1, a0, letter.'),
    });
  });

  it('is written with --format, but not to a terminal, and is the same twice', async () => {
    const world = { cwd: podFolder() };
    const pdf = ['render', 'xpo-pod.fabric', '--format', 'pdf'];
    const [first, second] = [await lightloom(pdf, world), await lightloom(pdf, world)];
    expect(first.code).toBe(0);
    expect(first).toEqual(second);
    const { code, err } = await lightloom(pdf, { ...world, isTerminal: true });
    expect([code, err]).toEqual([2, 'error: A PDF is not text: write it to a file with -o FILE.pdf.\n']);
  });
});

describe('characters that the font of pictures lacks', () => {
  const world = (title: string) => ({
    cwd: podFolder({ 'titled.fabric': podWith('"Pod at a glance"', `"${title}"`) }),
  });

  it.each(['png', 'pdf'])('are named in a warning beside a %s', async (format) => {
    const run = ['render', 'titled.fabric', '-f', format, '-o', 'pod'];
    const { code, err } = await lightloom(run, world('Pod 漢字'));
    expect([code, err]).toEqual([
      0,
      'warning: The drawing has 2 characters that DejaVu Sans lacks (字 U+5B57, 漢 U+6F22); they are drawn as \ufffd. Install a font that has them, or name one with --font FILE; an SVG keeps them.\n',
    ]);
    expect((await lightloom(run, world('Pod 漢'))).err).toContain(
      'has 1 character that DejaVu Sans lacks (漢 U+6F22); it is drawn as \ufffd.',
    );
    expect((await lightloom(run, world('一二三四五六七八九十百'))).err).toContain(
      'has 11 characters that DejaVu Sans lacks (一 U+4E00, 七 U+4E03, 三 U+4E09, 九 U+4E5D, 二 U+4E8C, 五 U+4E94, 八 U+516B, 六 U+516D, 十 U+5341, 四 U+56DB, …)',
    );
  });

  it('are drawn in a font that is named', async () => {
    const { cwd } = world('Pod 漢字');
    const font = join(import.meta.dirname, '../../render/test/fonts/BoxesCJK-Regular.ttc');
    const drawn = ['render', 'titled.fabric', '-o', 'pod.png', '--font'];
    expect(await lightloom([...drawn, font], { cwd })).toEqual({ code: 0, out: '', err: '' });
    expect(await lightloom([...drawn, 'none.ttf'], { cwd })).toMatchObject({
      code: 2,
      err: `error: The font ${join(cwd, 'none.ttf')} isn't there.\n`,
    });
  });

  it('are named in a note where a font of the machine has drawn them', async () => {
    const borrowed = [{ font: 'Noto Sans CJK JP', characters: ['漢', '字'] }];
    expect(await fontsSaid({ missing: [], borrowed })).toEqual({
      note: 'The drawing has 2 characters (漢, 字) from Noto Sans CJK JP, which other machines may not have; with --font FILE, the picture is the same on all.',
    });
  });

  it('are in an SVG, without a warning', async () => {
    const { out, err } = await lightloom(['render', 'titled.fabric'], world('Pod 漢字'));
    expect([err, out]).toEqual(['', expect.stringContaining('>Pod 漢字</text>')]);
  });
});

describe("what can't be drawn", () => {
  it('is reported', async () => {
    const cwd = folder({ 'a.fabric': '' });
    expect((await lightloom(['render', 'a.fabric', '-o', 'a.jpg'], { cwd })).err).toBe(
      'error: No drawing has the ending of a.jpg; use .svg, .png, .pdf, .html, .htm, .mmd, .mermaid, .md, .d2, .dot, .gv or .drawio, or name a format with -f.\n',
    );
    expect((await lightloom(['render', 'b.fabric'], { cwd })).code).toBe(2);
    for (const [args, message] of [
      ['--paper a3 -o a.png', '--paper is for PDF; the drawing is written as PNG.'],
      ['--paper a3', '--paper is for PDF; the drawing is written as SVG.'],
      ['--font a.ttf -o a.svg', '--font is for PNG and PDF; the drawing is written as SVG.'],
      ['--scale 2 -o a.svg', '--scale is for PNG and PDF; the drawing is written as SVG.'],
    ] as const)
      expect(await lightloom(['render', 'a.fabric', ...args.split(' ')], { cwd })).toEqual({
        code: 2,
        out: '',
        err: `error: ${message}\n`,
      });
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
    distance: 200,
  };
  it('runs in a worker', async () => {
    const placed = await elkEngine((onFailure) => startElkWorker(assetsFolder(), onFailure))(task);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => placed?.corners.get(id) ?? { x: Number.NaN, y: Number.NaN });
    const far = (one = a, other = a) => Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
    expect(far(a, b)).toBeCloseTo(200, -1);
    expect(far(b, c)).toBeCloseTo(200, -1);
    expect(far(a, c)).toBeCloseTo(400, -1);
  });
  it('reports that its file is missing', async () => {
    await expect(elkEngine((onFailure) => startElkWorker(folder(), onFailure))(task)).rejects.toThrow(
      /^The layout engine failed: Cannot find module .*elk-worker\.cjs/,
    );
  });
});

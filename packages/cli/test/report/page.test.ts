// `lightloom report -f html`: what is on the page of a design, the same bytes each time, and how large it may be.
import { describe, expect, it } from 'vitest';
import { flatDesign } from '../../../../test/bench/designs.ts';
import { assetsFolder, folder, lightloom, podFolder } from '../lightloom.ts';

const pageOf = async (cwd: string, ...more: string[]): Promise<string> => {
  const { code, out } = await lightloom(['report', ...more, '-f', 'html'], { cwd, assets: assetsFolder() });
  expect(code).toBe(0);
  return out;
};
const titlesOf = (page: string): string[] => [...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, title = '']) => title);

describe('the page of the pod', () => {
  it('has what a board decides on first, then the drawings, and the details', async () => {
    const page = await pageOf(podFolder(), 'xpo-pod.fabric');
    expect(titlesOf(page).slice(0, 6)).toEqual([
      'Requirements',
      'Key figures',
      'What was not judged',
      'Closest to their limits',
      'Drawings',
      'Power',
    ]);
    // Each title is in the contents, too.
    const linked = [...page.matchAll(/<li><a href="#([a-z0-9-]+)">/g)].map(([, id]) => id);
    expect(linked).toEqual([...page.matchAll(/<section id="([a-z0-9-]+)">/g)].map(([, id]) => id));
    // The view of the network shows what `overview` folds; the loop is in two views, one of them without most racks.
    expect(page.match(/<figure>/g)).toHaveLength(9);
    expect(page).toContain('fill="var(--paper, #ffffff)"');
  });

  it('is the same each time, has the date that it is given, and no other', async () => {
    const cwd = podFolder();
    const page = await pageOf(cwd, 'xpo-pod.fabric');
    expect(await pageOf(cwd, 'xpo-pod.fabric')).toBe(page);
    expect(page).not.toMatch(/<time|20\d\d-\d\d-\d\d|file:/);
    expect(page).not.toContain(cwd);
    const dated = await pageOf(cwd, 'xpo-pod.fabric', '--date', '2026-11-30');
    expect(dated).toContain('<time datetime="2026-11-30">2026-11-30</time>');
    expect(dated.replace(/<p class="date">.*<\/p>/, '')).toBe(page);
    for (const [format, shown] of [
      ['md', '\n\n2026-11-30\n\n'],
      ['json', '"date": "2026-11-30",'],
    ] as const) {
      const line = ['report', 'xpo-pod.fabric', '--date', '2026-11-30', '-f', format];
      expect((await lightloom(line, { cwd })).out).toContain(shown);
    }
  });

  it('is brief where that is asked for', async () => {
    const page = await pageOf(podFolder(), 'xpo-pod.fabric', '--brief');
    expect(titlesOf(page)).toEqual(['Requirements', 'Key figures', 'What was not judged']);
    expect(page).not.toContain('<figure>');
  });
});

it('has no drawing of nothing, and none twice', async () => {
  const text = `switch type Box { height 2 RU  power 1 kW }
network n : scale-out { switch a[1..2] : Box }
view own "The same as the network"
`;
  const page = await pageOf(folder({ 'design.fabric': text }), 'design.fabric');
  expect([...page.matchAll(/<figcaption[^>]*>([^<]*)</g)].map(([, title]) => title)).toEqual([
    'The same as the network',
  ]);
});

it('a design that fails says so before anything else', async () => {
  const cwd = folder({
    'design.fabric': 'switch type Box { height 2 RU }\nswitch a : Bxo\nrequire power(a) <= 1 kW\n',
  });
  const page = await pageOf(cwd, 'design.fabric');
  expect(page).toContain('<div class="verdict bad"><p><strong>The design does not hold.</strong>');
  expect(page).toContain('<th scope="row" class="bad" data-order="0">error</th>');
  expect(titlesOf(page)[0]).toBe('Findings');
});

/** 512 leaves in 512 racks, 128 spines in 32: 65,536 links, hundreds of lengths. */
const hall = `import "std/osfp"
import "std/racks"
hall main { rack-pitch 600 mm  row-pitch 3 m  tray-height 2.6 m }
rack a[1..512] : Eia48 at row 1..16 position 1
rack b[1..32] : Eia48 at row 17 position 1
switch type Leaf { height 4 RU  power 3 kW  ports p[1..128] : OSFP }
switch type Spine { height 8 RU  power 6 kW  ports p[1..512] : OSFP }
network n : scale-out {
    switch leaf[1..512] : Leaf
    switch spine[1..128] : Spine
    plug Osfp800Dr8 into leaf.p, spine.p
    link leaf.p to spine.p as mesh over OS2 { length auto  connectors 2 x MPO16 }
    place leaf in a[*] 1 each
    place spine in b[*] 4 each
}
`;

describe('a large design', () => {
  it('of 65,536 links makes a page of less than a mebibyte, long tables folded', async () => {
    const page = await pageOf(folder({ 'design.fabric': hall }), 'design.fabric');
    expect(page).toContain('<dt>Links</dt><dd>65,536</dd>');
    expect(page).toMatch(/<summary>Links, \d+ rows<\/summary>/);
    expect(page.length).toBeLessThan(1024 * 1024);
  });

  it('of 4,096 links that are alike in nothing shows 200 rows of them', async () => {
    const page = await pageOf(folder({ 'design.fabric': flatDesign(4_096, 'all different') }), 'design.fabric');
    expect(page).toContain('<summary>Links, 4,096 rows</summary>');
    expect(page).toContain('3,896 more rows are left out.');
    expect(page.length).toBeLessThan(1024 * 1024);
  });
});

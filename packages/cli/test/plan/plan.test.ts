// `lightloom plan`: JSON by its schema, a design that checks clean, and Markdown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from '../lightloom.ts';
import { expectValid } from '../schema.ts';

interface Tier {
  readonly switches: number;
  readonly linksUp: number;
}
interface Network {
  readonly tiers: number;
  readonly planes: number;
  readonly leaf: Tier;
  readonly spine: Tier | null;
  readonly core: Tier | null;
  readonly design: string;
  readonly why: readonly string[];
}
interface Planned {
  readonly networks: readonly Network[];
  readonly refused: readonly { readonly kind: string }[];
}

const superPod = ['plan', '--hosts', '288', '--ports', '8', '--rate', '800G', '--switch', 'Q3400-RA'];

describe('lightloom plan', () => {
  it('writes what it prints, and that checks clean', async () => {
    const cwd = folder({});
    const { code, out, err } = await lightloom([...superPod, '-f', 'json', '-o', 'pod.fabric'], { cwd });
    expect([code, err]).toEqual([0, 'note: pod.fabric has the network of two tiers.\n']);
    const { networks, refused } = expectValid<Planned>('plan', out);
    expect(refused.map(({ kind }) => kind)).toEqual(['hosts']);
    const [smallest] = networks;
    expect([smallest?.leaf.switches, smallest?.spine?.switches, smallest?.core]).toEqual([32, 18, null]);
    expect(readFileSync(join(cwd, 'pod.fabric'), 'utf8')).toBe(smallest?.design);
    const check = await lightloom(['check', 'pod.fabric', '--max-warnings', '0'], { cwd });
    expect([check.code, check.out]).toEqual([0, expect.stringContaining('0 problems')]);
  });

  it('without a network, the schema holds too', async () => {
    const { code, out } = await lightloom([...superPod.slice(0, 2), '99999999', ...superPod.slice(3)], {
      cwd: folder({}),
    });
    expect([code, out]).toEqual([2, '']);
    const none = await lightloom([...superPod.slice(0, 2), '9999999', ...superPod.slice(3), '-f', 'json'], {
      cwd: folder({}),
    });
    expect(none.code).toBe(1);
    expect(expectValid<Planned>('plan', none.out).networks).toEqual([]);
  });

  it('the same twice', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => lightloom([...superPod, '-f', 'json'], { cwd: folder({}) })),
    );
    expect(first?.out).toBe(second?.out);
  });
});

describe('lightloom plan FILE', () => {
  const design = `import "std/racks"
switch type Box { height 2 OU  power 3 kW  liquid 0 % }
rack r[?] : OpenRackV3
switch b[1..5] : Box
place b[*] in r[*] ? each
require power(r[1]) <= 6 kW
`;

  it('fills the holes, in JSON by its schema', async () => {
    const cwd = folder({ 'a.fabric': design });
    const { code, out, err } = await lightloom(['plan', 'a.fabric', '-f', 'json', '-o', 'b.fabric'], { cwd });
    expect([code, err]).toEqual([0, 'note: b.fabric has the filled design.\n']);
    const filling = expectValid<{ holes: readonly { value: string }[]; design: string }>('filling', out);
    expect(filling.holes.map(({ value }) => value)).toEqual(['3', '2']);
    expect(readFileSync(join(cwd, 'b.fabric'), 'utf8')).toBe(filling.design);
    expect((await lightloom(['check', 'b.fabric'], { cwd })).code).toBe(0);
  });

  it('names the lines that contradict each other, in JSON by its schema', async () => {
    const cwd = folder({ 'a.fabric': `${design}require power(r[1]) >= 9 kW\n` });
    const { code, out } = await lightloom(['plan', 'a.fabric', '-f', 'json', '-o', 'b.fabric'], { cwd });
    expect(code).toBe(1);
    const filling = expectValid<{ conflict: readonly { line: number }[]; relax: { line: number; change: number } }>(
      'filling',
      out,
    );
    expect(filling.conflict.map(({ line }) => line)).toEqual([6, 7]);
    expect([filling.relax.line, filling.relax.change]).toEqual([7, 0.333333333333]);
  });

  it('stops after a number of checks, and says so', async () => {
    const cwd = folder({ 'a.fabric': design.replace('<= 6 kW', '<= 1 kW') });
    const { code, out } = await lightloom(['plan', 'a.fabric', '--checks', '5'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('line 6');
  });
});

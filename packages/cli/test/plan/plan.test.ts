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

// Sites with a latitude and a longitude: a drawing of them is a map.
import type { Placed } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../test/kit/design.ts';
import { collisions, factsOf, placed } from '../drawn.ts';

type Site = readonly [name: string, latitude?: number, longitude?: number];

/** Sites, and amplified lines between them. */
const wan = (sites: readonly Site[], lines: readonly (readonly [number, number])[]): string => `import "std/qsfp"
import "std/fiber"
amplifier type Edfa { gain 20 dB  noise-figure 5.5 dB  output-power 17 dBm }
switch type Router { height 2 RU  power 0.8 kW  ports line[1..12] : QSFP-DD { power 25 W } }
network n : scale-across {
  ${sites
    .map(([name, latitude, longitude]) => {
      const at = latitude === undefined ? '' : ` { latitude ${latitude} °  longitude ${longitude} deg }`;
      return `switch ${name} : Router${at}  plug QsfpDd400Zr into ${name}.line`;
    })
    .join('\n  ')}
  ${lines
    .map(([a, b], i) => {
      const [from, to] = [sites[a]?.[0], sites[b]?.[0]];
      return `link ${from}.line[${i + 1}] to ${to}.line[${i + 1}] over OS2 { length 95 km  amplifiers 2 x Edfa  launch 0 dBm }`;
    })
    .join('\n  ')}
}`;

const middles = ({ nodes }: Placed): Map<string, { x: number; y: number }> =>
  new Map(nodes.map(({ node, x, y, width, height }) => [node.id, { x: x + width / 2, y: y + height / 2 }]));

describe('a map', () => {
  it('has its sites where they are, with amplifiers along the lines', async () => {
    const text = wan(
      [
        ['oregon', 45.6, -121.2],
        ['nevada', 39.5, -119.4],
        ['utah', 40.4, -111.9],
      ],
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
    );
    const drawn = await placed(await factsOf(text), 'network:n');
    expect(collisions(drawn)).toEqual([]);
    const at = middles(drawn);
    const [oregon, nevada, utah] = ['n.oregon', 'n.nevada', 'n.utah'].map((id) => at.get(id) ?? { x: 0, y: 0 });
    // A degree of longitude is shorter than one of latitude, by the cosine of the latitude in the middle.
    const shrink = Math.cos(((45.6 + 39.5) / 2) * (Math.PI / 180));
    const scale = ((nevada?.y ?? 0) - (oregon?.y ?? 0)) / (45.6 - 39.5);
    expect(((utah?.x ?? 0) - (oregon?.x ?? 0)) / scale).toBeCloseTo((121.2 - 111.9) * shrink, 1);
    expect(((utah?.y ?? 0) - (oregon?.y ?? 0)) / scale).toBeCloseTo(45.6 - 40.4, 1);
    expect(drawn.trunks.map(({ amplifiers = [] }) => amplifiers.length)).toEqual([2, 2, 2]);
    expect(drawn.graph.notes).toContain('Sites are where they are on a map, by `latitude` and `longitude`.');
  });

  it('crosses the date line where that is the shorter way, and moves sites of one city apart', async () => {
    const text = wan(
      [
        ['auckland', -36.85, 174.76],
        ['tahiti', -17.53, -149.57],
        ['suva', -18.14, 178.44],
        ['suva2', -18.14, 178.45],
      ],
      [
        [0, 2],
        [2, 1],
        [2, 3],
      ],
    );
    const drawn = await placed(await factsOf(text), 'network:n');
    expect(collisions(drawn)).toEqual([]);
    const at = middles(drawn);
    expect(at.get('n.tahiti')?.x).toBeGreaterThan(at.get('n.suva')?.x ?? Number.NaN);
    expect(at.get('n.auckland')?.y).toBeGreaterThan(at.get('n.suva')?.y ?? Number.NaN);
  });

  it('finds room for a site without a position, and has none where no two have one', async () => {
    const sites: readonly Site[] = [['a', 50, 0], ['b', 52, 9], ['c']];
    const lines = [
      [0, 1],
      [1, 2],
    ] as const;
    const drawn = await placed(await factsOf(wan(sites, lines)), 'network:n');
    expect(collisions(drawn)).toEqual([]);
    expect(drawn.graph.notes.join(' ')).toContain("1 of 3 boxes don't give them.");
    const none = await placed(await factsOf(wan([['a', 50, 0], ['b'], ['c']], lines)), 'network:n');
    expect(none.graph.notes.join(' ')).not.toContain('map');
  });

  it('is of latitudes and longitudes only that there are', async () => {
    const found = await findingsOf(
      wan(
        [
          ['a', 95, 0],
          ['b', 50, -181],
        ],
        [[0, 1]],
      ),
    );
    expect(found.filter(({ rule }) => rule === 'value/angle').map(({ message }) => message)).toEqual([
      '`latitude` must be from -90 ° to 90 °.',
      '`longitude` must be from -180 ° to 180 °.',
    ]);
  });
});

// Laws of heat and power on random plants: neither splitting, units nor the order of lines changes a figure.
import type { Loop } from '@lightloom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

describe('laws', () => {
  const heatOf = async (text: string) => {
    const { facts, fabric } = await analysisOf(text);
    return facts.cooling.heat(fabric.loops[0] as Loop).value;
  };
  const plant = (racks: number, hosts: number, power: string, flow: string) => `
import "std/cooling"
host type Node { power ${power}  liquid 80 % }
rack type Bare { height 42 RU }
loop l { coolant PG25  supply 40 °C  flow ${flow} }
rack r[1..${racks}] : Bare { cooled by l }
host node[1..${hosts}] : Node
place node[*] in r[*]
`;

  it('splitting racks keeps the heat', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }), async (racks, hosts) => {
        const one = await heatOf(plant(1, hosts, '12.5 kW', '60 L/min'));
        expect(await heatOf(plant(racks, hosts, '12.5 kW', '60 L/min'))).toBeCloseTo(one, 6);
      }),
      { numRuns: 15 },
    );
  });

  it('units do not matter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 90_000 }),
        fc.integer({ min: 10, max: 5000 }),
        async (watt, litres) => {
          const rise = async (power: string, flow: string) => {
            const { facts, fabric } = await analysisOf(plant(2, 5, power, flow));
            return facts.cooling.rise(fabric.loops[0] as Loop).value;
          };
          const base = await rise(`${watt} W`, `${litres} L/min`);
          const other = await rise(`${watt / 1000} kW`, `${(litres * 60) / 1000} m³/h`);
          expect(Math.abs(other / base - 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('the order of lines does not matter', async () => {
    const lines = plant(3, 9, '12.5 kW', '60 L/min').trim().split('\n');
    const [imports, ...rest] = lines;
    const base = await heatOf(lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rest, { minLength: rest.length }), async (shuffled) => {
        expect(await heatOf([imports, ...shuffled].join('\n'))).toBe(base);
      }),
      { numRuns: 15 },
    );
  });

  it('a link more never lowers the power', async () => {
    const powerWith = async (links: number) => {
      const plugs = Array.from({ length: links }, (_, i) => `plug Osfp800Dr8 into a.p[${i + 1}], b.p[${i + 1}]`);
      const made = Array.from(
        { length: links },
        (_, i) => `link a.p[${i + 1}] to b.p[${i + 1}] over OS2 { length 10 m }`,
      );
      const { facts } = await analysisOf(`
import "std/osfp"
switch type Box { height 2 RU  power 500 W  ports p[1..32] : OSFP }
switch a : Box
switch b : Box
${[...plugs, ...made].join('\n')}
`);
      return facts.power.total.value;
    };
    let before = await powerWith(0);
    for (const links of [1, 2, 7, 32]) {
      const now = await powerWith(links);
      expect(now).toBeGreaterThan(before);
      // Two modules of 17 W (NVIDIA 2xDR4) for each link.
      expect(now).toBe(1000 + links * 34);
      before = now;
    }
  });
});

// A longer or a lossier link never makes a finding of its light vanish, nor does a UPS that loses more, or moister air.
import { textAnalyzer } from '@lightloom/language/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seriousIn } from '../../kit/design.ts';

const analyze = textAnalyzer();

/** The rules that object to a design, folded ones too. */
async function objections(text: string): Promise<ReadonlySet<string>> {
  const { analysis } = await analyze(text);
  return new Set(seriousIn(analysis).flatMap((each) => [each, ...(each.folded ?? [])].map(({ rule }) => rule)));
}

/** The rules that object to one design, and not to a worse one, but for those that say the opposite. */
async function vanished(before: string, after: string, opposite: readonly string[] = []): Promise<string[]> {
  const has = await objections(after);
  return [...(await objections(before))].filter((rule) => !has.has(rule) && !opposite.includes(rule));
}

interface Line {
  readonly module: string;
  /** In m. */
  readonly length: number;
  readonly connectors: number;
  readonly splices: number;
  /** In dB. */
  readonly margin: number;
  readonly amplified: boolean;
}

const link = ({ module, length, connectors, splices, margin, amplified }: Line): string => `import "std/osfp"
import "std/qsfp"
import "std/amplifiers"
switch type Box { height 2 RU  ports p : ${module.startsWith('Osfp') ? 'OSFP' : 'QSFP-DD'} { power 25 W } }
switch a : Box
switch b : Box
plug ${module} into a.p, b.p
link a.p to b.p over OS2 {
  length ${length} m  connectors ${connectors} x LC  splices ${splices} x FusionSplice  margin ${margin} dB
  ${amplified ? 'amplifiers 2 x EdfaMediumGain  launch 0 dBm' : ''}
}
`;

const lines: fc.Arbitrary<Line> = fc.record({
  module: fc.constantFrom('Osfp800Dr8', 'QsfpDd400Fr4', 'QsfpDd400Lr4', 'QsfpDd400Zr'),
  length: fc.integer({ min: 1, max: 100_000 }),
  connectors: fc.integer({ min: 2, max: 12 }),
  splices: fc.integer({ min: 1, max: 20 }),
  margin: fc.integer({ min: 0, max: 6 }),
  amplified: fc.boolean(),
});

it('with more length, connectors, splices and margin on a link', async () => {
  await fc.assert(
    fc.asyncProperty(lines, lines, async (line, more) => {
      const worse = {
        ...line,
        length: line.length + more.length,
        connectors: line.connectors + more.connectors,
        splices: line.splices + more.splices,
        margin: line.margin + more.margin,
      };
      // Too much light is what more loss cures.
      expect(await vanished(link(line), link(worse), ['optics/overload'])).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('with a UPS of less efficiency', async () => {
  const chain = (efficiency: number, feed: number) => `import "std/racks"
feed F { capacity ${feed} kW }
ups U { capacity 30 kW  efficiency ${efficiency} %  fed by F }
rack type R is OpenRackV3 { power 40 kW }
rack r : R { fed by U }
host type H { height 1 RU  power 2 kW }
host h[1..10] : H
place h in r
`;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 60, max: 100 }),
      fc.nat(40),
      fc.integer({ min: 15, max: 40 }),
      async (at, less, feed) => {
        expect(await vanished(chain(at, feed), chain(Math.max(20, at - less), feed))).toEqual([]);
      },
    ),
    { numRuns: 10 },
  );
});

it('with moister air', async () => {
  const hall = (dew: number, supply: number) => `import "std/cooling"
hall main { dew-point ${dew} °C }
loop l { coolant Water  supply ${supply} °C  flow 20 L/min }
`;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.nat(10),
      fc.integer({ min: 5, max: 40 }),
      async (dew, more, supply) => {
        expect(await vanished(hall(dew, supply), hall(dew + more, supply))).toEqual([]);
      },
    ),
    { numRuns: 10 },
  );
});

// Shares of heat that go to liquid, and the flow through the only device of a rack. Figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsIn } from '../../kit/design.ts';

const messages = async (text: string): Promise<string[]> =>
  errorsIn(await analysisOf(text)).map(({ message }) => message);

describe('a share of heat', () => {
  const host = (liquid: string) => `host type Node { height 4 RU  power 20 kW  liquid ${liquid} }`;

  it.each(['0 %', '90 %', '100 %'])('of %s is one', async (share) => expect(await messages(host(share))).toEqual([]));

  it('of more than all is none', async () => {
    expect(await messages(host('120 %'))).toEqual(["`liquid` is a share and can't exceed 100 %."]);
  });

  it.each([
    ['0.9', '90 %'],
    ['0.07', '7 %'],
    ['1', '100 %'],
    ['85', '85 %'],
  ])('%s without a unit is meant as %s', async (written, meant) => {
    const [found] = errorsIn(await analysisOf(host(written)));
    expect(found?.help).toBe(`For example, write \`${meant}\`.`);
    expect(found?.fixes?.[0]?.edits.map(({ text }) => text)).toEqual([meant]);
  });
});

describe('the only device on coolant', () => {
  const design = (required: string, more = '') => `import "std/racks"
import "std/cooling"
switch type A { height 1 OU  power 3 kW  liquid 100 %  ${required}  couplings 2 x UQD04 }
switch type Dry { height 1 OU  power 1 kW  liquid 0 % }
switch a[1..2] : A
switch dry : Dry
rack r : OpenRackV3 { cooled by l  flow 12 L/min }
loop l { coolant PG25  supply 40 °C  flow 12 L/min }
place a[1] in r
${more}
`;
  const over = ['Each UQD04 of A carries 12 L/min; it is rated for 6.4 L/min.'];

  // UQD04 is rated for 1.7 GPM, 6.4 L/min (OCP UQD).
  it.each([
    ['required-flow 6.4 L/min', ''],
    ['', ''],
    ['required-flow 6.4 L/min', 'place dry in r'],
  ])('gets all its rack gets: %s %s', async (required, more) =>
    expect(await messages(design(required, more))).toEqual(over),
  );

  it('is none where two share the rack', async () => {
    expect(await messages(design('required-flow 6 L/min', 'place a[2] in r'))).toEqual([]);
  });
});

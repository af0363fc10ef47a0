// Racks and boxes of which nobody knows what is in them.
import { describe, expect, it } from 'vitest';
import { briefly, findingsOf } from '../../kit/design.ts';
import { countsOf } from '../../kit/judged.ts';

const rack = (said: string, on = '') => `import "std/racks"
rack type R is OpenRackV3 { height 5 OU  power 100 kW  ${said} }
switch type Box { height 1 OU  power 5 kW }
rack r : R { ${on} }
switch b[1..5] : Box
place b[*] in r
`;

describe('a rack with unknown', () => {
  it.each(['shelves', 'panels'])('%s may be fuller than its devices make it', async (name) => {
    expect((await countsOf(rack(''))).judged).toMatchObject({ 'rack height': 1 });
    for (const text of [rack(`${name} unknown`), rack('', `${name} unknown`)])
      expect((await countsOf(text)).unjudged).toMatchObject({ 'rack height': 1 });
  });

  it('shelves delivers nobody knows what', async () => {
    expect((await countsOf(rack('shelves unknown'))).unjudged).toMatchObject({ 'power shelves': 1 });
    expect((await countsOf(rack(''))).unjudged).not.toHaveProperty('power shelves');
  });

  it('panels is too full by its devices alone', async () => {
    const text = rack('panels unknown').replace('1..5', '1..6');
    expect(briefly(await findingsOf(text))).toEqual([expect.stringMatching(/^placement\/rack-full: /)]);
  });
});

describe('a box with unknown supplies', () => {
  const box = (supplies: string) => `switch type Box { height 1 OU  power 2 kW  ${supplies} }\nswitch b : Box\n`;
  it('isn’t judged by them; one that says nothing of supplies has no such limit', async () => {
    expect((await countsOf(box('supplies unknown'))).unjudged).toEqual({ 'supply power': 1 });
    expect(await countsOf(box(''))).toEqual({ judged: {}, unjudged: {} });
  });
});

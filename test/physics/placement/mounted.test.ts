// What is mounted in racks and on front panels: everything takes room, and what has no figure makes a lower bound.
import { describe, expect, it } from 'vitest';
import { errorsOf, figure, findingsOf, rulesOf } from '../../kit/design.ts';

const ou = 0.048;
const ru = 0.04445;

describe('a rack of 5 OU', () => {
  const rack = (shelf: string, boxes: number, more = '') => `
import "std/racks"
shelf type P { power 10 kW  redundant-power 9 kW  ${shelf} }
rack type R is OpenRackV3 { height 5 OU  shelves 2 x P  ${more} }
rack r : R
switch type S { height 1 OU  power 1 kW  liquid 0 % }
switch s[1..${boxes}] : S
place s[*] in r
`;
  it('holds two shelves of 1 OU and three boxes, and not four', async () => {
    expect(await errorsOf(rack('height 1 OU', 3))).toEqual([]);
    expect(await errorsOf(rack('height 1 OU', 4))).toEqual([
      'placement/rack-full: r holds 4 devices and 2 power shelves of 6 OU in all; the rack has 5 OU.',
    ]);
  });
  it('counts a shelf without a height as at least nothing', async () => {
    const used = await figure(rack('', 4), 'height(r)');
    expect(used.value).toBeNaN();
    expect(used.known / ou).toBeCloseTo(4, 9);
    expect(await errorsOf(rack('', 6))).toEqual([
      'placement/rack-full: r holds 6 devices and 2 power shelves of at least 6 OU in all; the rack has 5 OU.',
    ]);
  });
  it('counts its patch panels', async () => {
    const text = `panel type Four { height 4 OU }\n${rack('height 0 OU', 1, 'panels 1 x Four')}`;
    expect((await figure(text, 'height(r)')).value / ou).toBeCloseTo(5, 9);
    expect(await rulesOf(text.replace('panels 1 x', 'panels 2 x'))).toEqual(['placement/rack-full']);
  });
  it('counts a CDU that is placed in it, by its height', async () => {
    // 4 RU are 177.8 mm, more than the 2 OU = 96 mm that are left beside three boxes.
    const cdu = 'import "std/cooling"\ncdu c : RackPumpingUnit\nplace c in r\n';
    const text = `${rack('height 0 OU', 3)}${cdu}`;
    expect((await figure(text, 'height(r)', { expected: /rack-full/ })).value).toBeCloseTo(3 * ou + 4 * ru, 9);
    expect(await errorsOf(text)).toEqual([
      expect.stringMatching(/^placement\/rack-full: r holds 3 devices, 2 power shelves and 1 CDU of /),
    ]);
  });
});

describe('a front panel with several kinds of cage', () => {
  const panel = (height: string, ports: string) => `
import "std/xpo"
import "std/osfp"
import "std/qsfp"
switch type B { height ${height}  liquid 100 %  ${ports} }
switch b : B
`;
  // 16 XPO fill an OU (Converge Digest), 32 OSFP an RU (OSFP MSA; 36 in vendor guides), 36 QSFP-DD an RU.
  it.each([
    ['1 OU', 'ports p[1..16] : XPO  ports q[1..32] : OSFP1600', '200 %', 'error'],
    ['1 OU', 'ports p[1..8] : XPO  ports q[1..16] : OSFP1600', undefined, undefined],
    ['1 OU', 'ports p[1..12] : XPO  ports q[1..16] : OSFP1600', '125 %', 'warning'],
    ['1 RU', 'ports p[1..18] : OSFP  ports q[1..18] : QSFP-DD', '106.25 %', 'warning'],
    ['1 RU', 'ports p[1..16] : OSFP  ports q[1..18] : QSFP-DD', undefined, undefined],
    ['1 RU', 'ports p[1..20] : OSFP  ports q[1..20] : QSFP-DD', '118.06 %', 'error'],
    ['2 RU', 'ports p[1..32] : OSFP  ports q[1..32] : QSFP-DD', undefined, undefined],
    // One more in each of three kinds that share the panel: 12 ÷ 32 + 12 ÷ 36 + 12 ÷ 36 = 104.17 %.
    ['1 RU', 'ports p[1..12] : OSFP  ports q[1..12] : QSFP-DD  ports r[1..12] : QSFP-DD800', '104.17 %', 'warning'],
  ])('of %s with %s takes %s of it', async (height, ports, share, severity) => {
    const found = (await findingsOf(panel(height, ports))).filter(({ rule }) => rule === 'density/mixed-panel');
    expect(found.map((each) => each.severity)).toEqual(severity === undefined ? [] : [severity]);
    if (share !== undefined) expect(found[0]?.message).toContain(`together they take ${share} of the front panel`);
  });
  it('is told at the cages that were added last', async () => {
    const [found] = await findingsOf(panel('1 OU', 'ports p[1..16] : XPO  ports q[1..32] : OSFP1600'));
    expect(found?.at).toBe('q[1..32] : OSFP1600');
  });
  it('with one kind too many is told of that kind', async () => {
    const found = await rulesOf(panel('1 OU', 'ports p[1..17] : XPO  ports q[1..4] : OSFP1600'));
    expect(found).toEqual(['density/modules-per-unit']);
  });
});

describe('the air of a rack', () => {
  const text = (ways: readonly string[], racks = 'rack r : Eia42', where = 'r') => `
import "std/racks"
${racks}
${ways.map((way, i) => `switch type T${i} { height 1 RU  power 1 kW  ${way} }\nswitch s${i} : T${i}`).join('\n')}
place ${ways.map((_, i) => `s${i}`).join(', ')} in ${where}
`;
  const [front, rear] = ['air-direction front-to-rear', 'air-direction rear-to-front'];
  it.each([
    ['both ways', [front, rear], ['cooling/air-direction']],
    ['one way', [front, front], []],
    ['one way and an unknown one', [front, ''], []],
    ['one way and a box without air', [front, `${rear}  liquid 100 %`], []],
    ['three boxes of which one turns it', [front, front, rear], ['cooling/air-direction']],
  ])('goes %s', async (_, ways, rules) => {
    expect(await rulesOf(text(ways))).toEqual(rules);
  });
  it('goes both ways in two racks without harm', async () => {
    expect(await rulesOf(text([front, rear], 'rack r[1..2] : Eia42', 'r[*]'))).toEqual([]);
  });
  it('goes both ways by itself, whatever else is wrong with what is placed there', async () => {
    const heavy = text([`${front}  weight 90 kg`, `${rear}  weight 90 kg`], 'rack r : Eia42 { weight 100 kg }');
    const found = await findingsOf(heavy);
    expect(found.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule)).toEqual([
      'cooling/air-direction',
      'placement/rack-weight',
    ]);
    expect(found.flatMap(({ consequences }) => consequences ?? [])).toEqual([]);
  });
});

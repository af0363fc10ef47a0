// What was meant: mistakes of those who are new to the language, each with one message that leads to its right form.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../kit/design.ts';

/** Two switches with a link. */
const pair = (link = 'length 30 m  connectors 2 x MPO16', more = ''): string => `import "std/osfp"
import "std/racks"
import "std/amplifiers"
switch type Box { height 2 RU  power 500 W  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { ${link} }
${more}
`;

const messagesOf = async (text: string): Promise<string[]> =>
  (await findingsOf(text)).filter(({ severity }) => severity === 'error').map((each) => `${each.message} ${each.help}`);

describe('a word in the place of a unit', () => {
  it.each([
    ['a property', pair('length 30 m', 'feed A { capacity 5 kVA }'), "`kVA` isn't a unit. Use kW: the apparent power"],
    ['a unit of nothing', pair('length 30 yards connectors 2 x MPO16'), "`yards` isn't a unit. Use one of `km`, `m`"],
    ['a currency', pair('length 30 m', 'feed A { capacity 5 kW }\nlet price = 5 XYZ'), "`XYZ` isn't a unit."],
    [
      'a price',
      pair('length 30 m').replace('500 W', '500 W price 5 XYZ'),
      "`XYZ` isn't a currency. Use one of `USD`, `EUR`",
    ],
    ['a count of it', pair('length 30 m').replace('500 W', '500 W supplies 2 x 1.6 kVA, n+1'), "`kVA` isn't a unit."],
    [
      'a condition',
      pair('length 30 m').replace('500 W', '500 W pressure-drop 3 kPa at 5 XX, 5 kPa at 7 L/min'),
      "`XX` isn't a unit. Use one of `L/min`",
    ],
    [
      'a `let`',
      pair('length 30 m', 'let supply = 40 C\nloop primary { supply supply }'),
      "`C` isn't a unit. Did you mean `°C`?",
    ],
    ['a quotient', pair('length 30 m', 'let slope = 5 ns/nm'), "`ns/nm` isn't a unit. `lightloom explain units` lists"],
    [
      'a quotient in a property',
      pair('length 30 m').replace('500 W', '500 W/mm'),
      "`W/mm` isn't a unit. Use one of `MW`, `kW`, `W`, `mW`.",
    ],
    [
      'a row',
      pair('length 30 m', 'rack r : Eia42 at row 1 yards'),
      'A row is a number without a unit. Remove `yards`.',
    ],
    [
      'a position',
      pair('length 30 m', 'rack r : Eia42 at row 1 position 2 yards { }'),
      'A position is a number without a unit. Remove `yards`.',
    ],
    ['a limit', pair('length 30 m', 'require power <= 2 kw'), "`kw` isn't a unit. Did you mean `kW`?"],
  ])('of %s is one message', async (_, text, expected) => {
    const messages = await messagesOf(text);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(expected);
  });

  it('is none where a count or the next property follows', async () => {
    const text = pair('length 30 m').replace('power 500 W', 'asics 2 power 500 W').replace('asics 2', 'accelerators 2');
    const messages = await messagesOf(text);
    expect(messages.join()).not.toContain("isn't a unit");
    expect((await messagesOf(pair('connectors 2 MPO16')))[0]).toContain('Expected `x` after the count');
  });
});

describe('words of everyday speech', () => {
  it.each([
    [pair('length 30 m', 'connect a.p[1] to b.p[1]'), 'Did you mean `link`?'],
    [pair('length 30 m', 'rack type R is Eia48 { power 9 kW }\nrack r : R\nmount a in r'), 'Did you mean `place`?'],
    [pair('length 30 m polarity B'), 'Did you mean `type-B`?'],
    [pair('length 30 m polarity 2 x c'), 'Did you mean `type-C`?'],
  ])('%#', async (text, help) => {
    const messages = (await messagesOf(text)).filter((each) => !each.includes('two links'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(help);
  });
});

describe('redundancy where there can be none', () => {
  it('says where it belongs', async () => {
    const racks = 'rack type R is Eia48 { power 9 kW shelves 2 x PowerShelf33, n+1 }\nrack r : R';
    const messages = await messagesOf(pair('length 30 m', racks));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^`shelves` takes no redundancy\. Remove `n\+1`: redundancy belongs to `supplies`/);
  });
});

describe('a path of which something is not read', () => {
  it('has no reach and no loss to judge', async () => {
    expect((await messagesOf(pair('length 80 km'))).join()).toContain('lose 32 dB');
    const messages = await messagesOf(pair('length 80 km  booster 1 x EdfaLowGain'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('no property `booster`');
  });
});

describe('optics on the wrong fiber at one end', () => {
  it('are led to what the far end has', async () => {
    const text = pair('length 30 m').replace(
      'Osfp800Dr8 into a.p, b.p',
      'Osfp800Sr8 into a.p\nplug Osfp800Dr8 into b.p',
    );
    const [finding, ...others] = (await findingsOf(text)).filter(({ severity }) => severity !== 'note');
    expect(others).toEqual([]);
    expect(finding?.help).toBe('Use 800GBASE-DR8 at both ends: the far end has it, and it suits the fiber.');
  });
});

describe('ports of a mesh that can not be laid', () => {
  const mesh = (leaf: string, first: string): string => `import "std/osfp"
switch type Box { height 2 RU  ports p[1..8] : OSFP }
switch leaf[1..4] : Box
switch spine[1..2] : Box
plug Osfp800Dr8 into leaf[*].p, spine[*].p
${first}
link leaf[*].p[${leaf}] to spine[*].p[1..4] as mesh over OS2 { length 10 m }
`;

  it('are those that are free, where there are any', async () => {
    const [free] = await messagesOf(mesh('1..4', ''));
    expect(free).toContain('Or select more ports of spine[*].p[1..4]: 8 of each device');
    const taken = 'link spine[1].p[5..8] to spine[2].p[5..8] over OS2 { length 10 m }';
    const [none] = await messagesOf(mesh('1..4', taken));
    expect(none).not.toContain('Or select more ports');
  });

  it('are said to have other links', async () => {
    const [found] = await messagesOf(mesh('1..4', 'link leaf[1].p[4] to leaf[2].p[4] over OS2 { length 10 m }'));
    expect(found).toContain('2 of its ports have links of another statement already (leaf[1].p[4], …)');
  });
});

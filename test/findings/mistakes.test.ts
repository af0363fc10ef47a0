// Mistakes that people make, of each kind one: nearly all have a fix, and after the first one there is less to find.
import { type Finding, type Fix, libraryScheme } from '@lightloom/core';
import { type Tested, textAnalyzer } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import { allowing } from '../../packages/language/src/remedies/allowed.ts';

const analyze = textAnalyzer();

const types = `import "std/osfp"
import "std/racks"
import "std/cooling"
import "std/fiber"
switch type Leaf { height 2 RU  power 1 kW  ports up[1..4] : OSFP  ports down[1..4] : OSFP }
`;
const pair = `${types}switch a : Leaf\nswitch b : Leaf\nplug Osfp800Dr8 into a.*, b.*\n`;
const full = `${types}switch a[1..60] : Leaf
rack r[1..2] : OpenRackV3 { power 60 kW }
place a[*] in r[*]
`;
const module = (body: string) => `${types}module type M is Osfp800Dr8 { ${body} }\n`;
const link = 'over OS2 { length 3 m  connectors 2 x MPO16 }';

/** By what the mistake is: the text, and the title of the first fix. */
const mistakes: Readonly<Record<string, readonly [text: string, title: string]>> = {
  'a misspelt property': [module('pwer 4 W'), 'Change to `power`'],
  'a misspelt word': [module('interface retimd'), 'Change to `retimed`'],
  'a misspelt keyword': [`${types}swich a : Leaf\n`, 'Change to `switch`'],
  'a misspelt type': [`${types}switch a : Laef\n`, 'Change to `Leaf`'],
  'a misspelt rule': [`${full}allow placement/rack-ful because "x" on r[*]\n`, 'Change to `placement/rack-full`'],
  'a misspelt pattern': [`${pair}link a.up to b.up as msh ${link}\n`, 'Change to `mesh`'],
  'a misspelt fact': [`${pair}require powr(a) <= 10 kW\n`, 'Change to `power`'],
  'a misspelt library file': ['import "std/raks"\n', 'Change to `std/racks`'],
  'a missing import': ['rack r : OpenRackV3\n', 'Add import "std/racks"'],
  'a missing unit': [module('power 4'), 'Change to `4 W`'],
  'an unknown unit': [module('power 4 Watt'), 'Change to `W`'],
  'a unit of another dimension': [module('power 4 dB'), 'Change to `4 W`'],
  'a limit without a unit': [`${pair}require power(a) <= 9000\n`, 'Change to `9000 W`'],
  'a negative quantity': [module('power -4 W'), 'Change to `4 W`'],
  'a share above the whole': [`${types}host type H { liquid 120 % }\n`, 'Change to `100 %`'],
  'a range backwards': [`${types}switch a[4..1] : Leaf\n`, 'Change to `1..4`'],
  'an index that is not there': [`${pair}link a.up[5] to b.up[1] ${link}\n`, 'Change to `4`'],
  'a property twice': [module('power 4 W  power 5 W'), 'Remove it'],
  'a property of what is installed, on a type': [
    `${types}feed A { capacity 1 MW }\nrack type R is OpenRackV3 { fed by A }\n`,
    'Remove it',
  ],
  'a name twice': [`${types}feed A { capacity 1 MW }\nfeed A { capacity 1 MW }\n`, 'Change to `A2`'],
  'a name twice, and another undeclared': [
    `${types}feed A { capacity 1 MW }\nfeed A { capacity 1 MW }\nrack r : OpenRackV3 { fed by A, B }\n`,
    'Change to `B`',
  ],
  'an ambiguous name': [
    `${types}network n : scale-out { switch a : Leaf }\nnetwork m : storage { switch a : Leaf }\nplug Osfp800Dr8 into a.up\n`,
    'Change to `n.a`',
  ],
  'a hyphen for a minus': [`${types}for i in 2..4 { switch x[i-1] : Leaf }\n`, 'Change to `i - 1`'],
  'an allowance without `because`': [`${full}allow placement/rack-full on r[*]\n`, 'Add `because`'],
  'an open brace': [`${types}network n : scale-out {\n    switch a : Leaf\n`, 'Add `}`'],
  'a brace too many': [`${types}switch a : Leaf }\n`, 'Remove it'],
  'an open text': [`${types}switch a : Leaf\nview x "abc { of a }\n`, 'Add `"`'],
  'an open comment': [`${types}switch a : Leaf\n/* abc\n`, 'Change to `//`'],
  'a comparison of another language': [`${pair}require power(a) =< 10 kW\n`, 'Change to `<=`'],
  'a link without `to`': [`${pair}link a.up b.up ${link}\n`, 'Add `to`'],
  'a plug without `into`': [`${types}switch a : Leaf\nplug Osfp800Dr8 a.up\n`, 'Add `into`'],
  'an instance without a colon': [`${types}switch a Leaf\n`, 'Add `:`'],
  'an instance without a type': [`${types}switch a\n`, 'Add `: Leaf`'],
  'an instance without its kind': [`${types}a : Leaf\n`, 'Add `switch`'],
  'a type of another kind': [`${types}switch a : OpenRackV3\n`, 'Change to `Leaf`'],
  'a type that is its own base': [`${types}switch type A is A { height 1 RU }\n`, 'Remove its base'],
  'an argument too many': [`${types}template T(n) { switch s[1..n] : Leaf }\nt : T(1, 2)\n`, 'Remove it'],
  'a pattern of two sides with one': [
    `${types}switch a[1..5] : Leaf\nplug Osfp800Dr8 into a[*].up\nlink a[*].up as mesh ${link}\n`,
    'Change to `full`',
  ],
  'a cage without a module': [
    `${types}switch a : Leaf\nswitch b : Leaf\nplug Osfp800Dr8 into a.up\nlink a.up to b.up ${link}\n`,
    'Add `plug Osfp800Dr8 into b.up`',
  ],
  'a port with two links': [
    `${pair}link a.up[1] to b.up[1] ${link}\nlink a.up[1] to b.up[2] ${link}\n`,
    'Change to `a.up[2]`',
  ],
  'a mesh that is not even': [
    `${types}switch l[1..2] : Leaf\nswitch s[1..3] : Leaf\nplug Osfp800Dr8 into l[*].*, s[*].*\nlink l[*].up to s[*].down as mesh ${link}\n`,
    'Change `s[1..3]` to `s[1..4]`',
  ],
  'a lossy path': [
    `${pair}link a.up to b.up over OS2 { length 400 m  connectors 4 x MPO16 }\n`,
    'Use low-loss connectors',
  ],
  'a fiber for other optics': [`${pair}link a.up to b.up over OM4 { length 3 m  connectors 2 x MPO16 }\n`, 'Use `OS2`'],
  'racks that are too few': [full, 'Change `r[1..2]` to `r[1..3]`'],
  'a feed that is too small': [
    `${types}feed A { capacity 1 kW }\nswitch a[1..2] : Leaf\nrack r : OpenRackV3 { power 9 kW  fed by A }\nplace a[*] in r\n`,
    'Set `capacity` to `2 kW`',
  ],
  'a type that nothing uses': [`${pair}switch type Old { height 1 RU }\n`, 'Remove it'],
};

/** What has no fix: only its author knows what was meant. */
const open: Readonly<Record<string, string>> = {
  'a property without a value': module('power'),
  'a template without its argument': `${types}template T(n) { switch s[1..n] : Leaf }\nt : T()\n`,
  'a statement in the wrong body': `${types}rack r : OpenRackV3 { link a to b }\n`,
};

const isUnused = ({ rule }: Finding): boolean => rule.startsWith('unused/');

/** What is found, without notes; of what is unused, all that isn't about the imports that every text starts with. */
const judged = ({ analysis }: Tested, withUnused: boolean): Finding[] =>
  analysis.findings.filter(
    (each) => each.severity !== 'note' || (withUnused && isUnused(each) && each.rule !== 'unused/import'),
  );

function fixedBy(text: string, { edits }: Fix): string {
  const ordered = [...edits].sort((a, b) => b.origin.start - a.origin.start);
  return ordered.reduce((all, { origin, text: by }) => all.slice(0, origin.start) + by + all.slice(origin.end), text);
}

describe('a mistake', () => {
  it.each(Object.entries(mistakes))('has a fix: %s', async (name, [text, title]) => {
    const withUnused = name.includes('nothing uses');
    const before = judged(await analyze(text), withUnused);
    const found = before.find(({ fixes }) => fixes[0]?.title === title);
    expect(before.flatMap(({ fixes }) => fixes[0]?.title)).toContain(title);
    const after = judged(await analyze(fixedBy(text, found?.fixes[0] as Fix)), withUnused);
    expect(after.length, after.map((each) => each.message).join(' / ')).toBeLessThan(before.length);
  });

  it('has none in few cases', async () => {
    for (const [name, text] of Object.entries(open)) {
      const [found] = judged(await analyze(text), false);
      expect(found?.fixes, name).toEqual([]);
    }
    expect(Object.keys(open).length / Object.keys(mistakes).length).toBeLessThan(3 / 34);
  });
});

it('what a rule finds can be allowed, for what it is about', async () => {
  const { analysis, document } = await analyze(full);
  const [found] = analysis.findings.filter(({ severity }) => severity !== 'note');
  const fix = allowing(found as Finding, analysis.fabric, document);
  expect(fix?.edits[0]?.text).toBe('\n\nallow placement/rack-full because "reason" on r[1], r[2]');
  const after = (await analyze(fixedBy(full, fix as Fix))).analysis.findings;
  expect(after.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(analysis.uris.some((each) => each.startsWith(libraryScheme))).toBe(true);
});

// What a design doesn't use, and circles of imports: which declarations are noted, in which files, and once.
import { describe, expect, it } from 'vitest';
import { analyzeText } from '../src/testing.ts';

const found = async (text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> => {
  const { findings } = (await analyzeText(text, files)).analysis;
  return findings
    .filter(({ rule }) => /^(unused|import|name|syntax)\//.test(rule))
    .map(({ rule, message, severity }) => `${severity} ${rule}: ${message}`);
};

const box = 'switch type Box { height 2 RU  ports p[1..2] : OSFP }\n';
const used = `import "std/osfp"\n${box}switch a : Box\n`;

describe('unused', () => {
  it('is nothing of a design that uses all it declares', async () => {
    expect(await found(used)).toEqual([]);
    expect(
      await found(`${used}let far = 3 m\nplug Osfp800Dr8 into a.*\nlink a.p[1] to a.p[2] over OS2 { length far }`),
    ).toEqual([]);
  });

  it('are types, templates, values and imports that nothing names', async () => {
    expect(
      await found(
        `import "std/racks"\n${used}let far = 3 m\nswitch type Old is Box { power 1 kW }\ntemplate Pod() { switch b : Box }\n`,
      ),
    ).toEqual([
      'note unused/import: Nothing of `std/racks` is used.',
      'note unused/let: `far` is not used.',
      'note unused/type: `Old` is not used.',
      'note unused/type: `Pod` is not used.',
    ]);
  });

  it('is no type that another type, an allowance or a path uses', async () => {
    expect(
      await found(`${used}switch type Base { height 1 RU }\nswitch type More is Base { }\nswitch b : More`),
    ).toEqual([]);
    expect(await found(`${used}switch type Spare is Box { }\nallow provenance because "x" on Spare`)).toEqual([]);
  });

  it('is nothing in a file that only declares things, and nothing that an importer uses', async () => {
    expect(await found(`import "std/osfp"\n${box}let far = 3 m\n`)).toEqual([]);
    const site = { 'site.fabric': `import "std/osfp"\n${box}switch type Old is Box { }\nlet far = 3 m\n` };
    expect(await found('import "./site.fabric"\nswitch a : Box\n', site)).toEqual([]);
    expect(await found(`import "./site.fabric"\nimport "std/racks"\nrack r : OpenRackV3\n`, site)).toEqual([
      'note unused/import: Nothing of `./site.fabric` is used.',
    ]);
  });

  it('is no import that brings something installed, or what it imports', async () => {
    const hall = { 'hall.fabric': `${used}feed east { capacity 1 MW }\n` };
    expect(await found('import "./hall.fabric"\nfeed west { capacity 1 MW }\n', hall)).toEqual([]);
    const through = { 'site.fabric': 'import "std/racks"\n' };
    expect(await found('import "./site.fabric"\nrack r : OpenRackV3\n', through)).toEqual([]);
  });

  it('is not reported while names are unknown: one may be misspelled where it is used', async () => {
    expect(await found(`${used}let far = nowhere`)).toEqual([expect.stringContaining('name/unknown')]);
  });

  it('is not reported beside another error: an unfinished file uses what it declares further on', async () => {
    const half = `import "std/racks"\n${used}let far = 3 m\nswitch type Old is Box { }\n`;
    expect(await found(half)).toHaveLength(3);
    // A word that is cut off, a value without its unit, a statement without its end.
    for (const end of ['network n : scale-o', 'switch type X { power 3 }', 'switch b :', 'require power(a) <']) {
      const { findings } = (await analyzeText(`${half}${end}`)).analysis;
      expect(
        findings.filter(({ rule }) => rule.startsWith('unused/')),
        end,
      ).toEqual([]);
      expect(
        findings.some(({ severity }) => severity === 'error'),
        end,
      ).toBe(true);
    }
  });
});

describe('a circle of imports', () => {
  const circle = {
    'b.fabric': 'import "./c.fabric"\nswitch type B { height 1 RU }\n',
    'c.fabric': 'import "./design.fabric"\nswitch type C { height 1 RU }\n',
  };

  it('is one finding, at the same import from wherever it is looked at', async () => {
    const { findings } = (await analyzeText('import "./b.fabric"\nswitch b : B\nswitch c : C\n', circle)).analysis;
    expect(findings.map(({ rule, origin: { uri } }) => `${rule} ${uri}`)).toEqual(['import/cycle file:///b.fabric']);
  });

  it('is one finding each where there are two', async () => {
    const other = { ...circle, 'd.fabric': 'import "./e.fabric"\n', 'e.fabric': 'import "./d.fabric"\n' };
    const text = 'import "./b.fabric"\nimport "./d.fabric"\nswitch b : B\nswitch c : C\n';
    const { findings } = (await analyzeText(text, other)).analysis;
    expect(findings.map(({ rule, origin: { uri } }) => `${rule} ${uri}`)).toEqual([
      'import/cycle file:///b.fabric',
      'import/cycle file:///d.fabric',
    ]);
  });
});

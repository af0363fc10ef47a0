// The part library: it has no findings, every number names its source, and is the number that source gives.
import { catalogue, type KindSpec, type Part, partKinds, propertyOf, type ValueSpec } from '@lightloom/core';
import { libraryNames, libraryText, libraryUri } from '@lightloom/language';
import { analyzeText } from '@lightloom/language/testing';
import { type AstNode, AstUtils, type Reference } from 'langium';
import { beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, libraryImports, partIn, wholeAnalysisOf } from './kit/design.ts';

interface PropertyNode extends AstNode {
  readonly name: string;
  readonly items: readonly AstNode[];
  readonly provenance?: { readonly text: string };
}

/** Words that stand for themselves: those of the catalogue, and those of any value. */
const words = new Set([
  'unknown',
  'n',
  ...Object.values(catalogue as Readonly<Record<string, KindSpec>>).flatMap(({ properties }) =>
    Object.values(properties).flatMap(({ value }: { value: ValueSpec }) => (value.type === 'word' ? value.words : [])),
  ),
]);

/** Every number in a file, of whatever kind, that does not say where it comes from. */
async function bareNumbers(text: string): Promise<string[]> {
  const { document } = await analyzeText(text);
  return AstUtils.streamAst(document.parseResult.value)
    .filter((node): node is PropertyNode => node.$type === 'Property')
    .filter(({ items }) =>
      items.some((item) => AstUtils.streamAst(item).some(({ $type }) => $type === 'Quantity' || $type === 'Numeral')),
    )
    .filter((node) => (node.provenance?.text.trim().length ?? 0) < 4)
    .map((node) => node.$cstNode?.text ?? '')
    .toArray();
}

describe.each(libraryNames())('std/%s', (name) => {
  const text = libraryText(libraryUri(name)) ?? '';

  it('has no problem when read as a file of the user’s', async () => {
    const { analysis, document } = await analyzeText(text);
    expect(analysis.findings.map((each) => each.message)).toEqual([]);
    const unresolved = (document.references as Reference[])
      .filter((each) => each.error !== undefined)
      .map((each) => each.$refText);
    expect(unresolved.filter((each) => !words.has(each))).toEqual([]);
  });

  it('brings no finding to a file that imports it', async () => {
    const analysis = await analysisOf(`import "std/${name}"\n`);
    expect(analysis.findings.map((each) => each.message)).toEqual([]);
  });

  it('gives a source, or a reason, for every number', async () => {
    expect(await bareNumbers(text)).toEqual([]);
  });
});

it('would find a number without a source', async () => {
  const text = `import "std/cages"
cage type A is OSFP { power 3 W  per-RU 4 source ""  width 2 mm assumed "measured" }
module type B { channels 2 x 400GBASE-DR4  power unknown }
`;
  expect(await bareNumbers(text)).toEqual(['power 3 W', 'per-RU 4 source ""', 'channels 2 x 400GBASE-DR4']);
});

describe('all of it', () => {
  let parts: readonly Part[] = [];
  beforeAll(async () => {
    parts = (await wholeAnalysisOf(libraryImports())).fabric.parts;
  });
  const named = (name: string): Part => partIn({ parts }, name);

  it('names every part once, with a line of documentation, and has parts of every kind', () => {
    const names = parts.map((part) => part.name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(parts.filter((part) => (part.doc ?? '').length < 5).map((part) => part.name)).toEqual([]);
    expect(parts.filter((part) => part.doc?.includes('\n')).map((part) => part.name)).toEqual([]);
    const lacking = partKinds.filter((kind) => parts.every((part) => part.kind !== kind));
    expect(lacking, 'kinds without a part in packages/language/library').toEqual([]);
  });

  it('names the source of the ports of a box', () => {
    const silent = parts.filter((part) => part.ports.length > 0 && propertyOf(part.values, 'reference') === undefined);
    expect(silent.map((part) => part.name)).toEqual([]);
  });

  it('marks every PMD of the draft P802.3dj as one, and no other', () => {
    const optics = parts.filter((part) => part.kind === 'optics');
    const drafts = optics.filter((part) => /P802/.test(String(propertyOf(part.values, 'standard')?.value)));
    expect(drafts.length).toBeGreaterThanOrEqual(13);
    expect(drafts.filter((part) => propertyOf(part.values, 'status')?.value !== 'draft')).toEqual([]);
    const published = optics.filter((part) => /^IEEE 802/.test(String(propertyOf(part.values, 'standard')?.value)));
    expect(published.filter((part) => propertyOf(part.values, 'status')?.value !== 'published')).toEqual([]);
  });

  it('drops a value of the base where it is unknown', () => {
    expect(propertyOf(named('Osfp1600Dr8').values, 'typical-power')?.value).toBe(25);
    expect(propertyOf(named('Osfp1600Zr').values, 'typical-power')).toBeUndefined();
    expect(named('Osfp1600Zr').unknowns['typical-power']?.provenance.kind).toBe('stated');
    expect(named('Q3400-RA').unknowns['power']?.provenance).toEqual({
      kind: 'source',
      text: 'Lambda: 7.0 kW with pluggable modules',
    });
  });

  it('states where the light of a module comes from', () => {
    expect(propertyOf(named('XPO').values, 'light-source')?.value).toBe('inside');
    expect(propertyOf(named('CPO3200').values, 'light-source')?.value).toBe('external');
    const fed = parts.filter((part) => propertyOf(part.values, 'laser') !== undefined);
    expect(fed.length).toBeGreaterThan(3);
    for (const part of fed) {
      const cage = propertyOf(part.values, 'form-factor')?.value as Part;
      expect(propertyOf(cage.values, 'light-source')?.value).toBe('external');
    }
  });

  // Written from the table of facts, by hand: part, property, figure in the unit of the table, section and row.
  const figures: readonly (readonly [string, string, number | readonly number[], string])[] = [
    ['XPO', 'lanes', 64, '1.1 electrical lanes'],
    ['XPO', 'power', 400, '1.2 power per module, launch'],
    ['XPO', 'platform-power', 480, '1.2 power per module, Molex table'],
    ['XPO', 'connector-power', 500, '1.2 power per module, ECOC'],
    ['XPO', 'per-OU', 16, '1.1 modules per OCP rack unit'],
    ['XPO', 'width', 60.8e-3, '1.4 W x L x H'],
    ['XPO', 'voltage', [40, 60], '1.2 supply voltage'],
    ['XPO', 'flow', [0.3e-3 / 60, 0.7e-3 / 60], '1.9 flow'],
    ['XPO', 'inlet', [25, 45], '1.3 coolant inlet tested'],
    ['XpoZr', 'power', 300, '1.2 ZR-class coherent'],
    ['XpoCoherentLite', 'power', 250, '1.2 coherent-lite'],
    ['XpoCoherentLiteCiena', 'power', 240, '1.2 coherent-lite, Ciena'],
    ['XpoDr8Lro', 'power', 128, '1.2 DR8 LRO'],
    ['XpoDr8Lpo', 'power', 80, '1.2 DR8 LPO'],
    ['XpoVcsel', 'power', 65, '1.2 VCSEL'],
    ['XpoRf', 'power', 50, '1.2 RF-microwave'],
    ['XpoCopper', 'power', 50, '1.2 active copper'],
    ['Xpo16Fr4', 'power', 192, '1.2 16 x FR4'],
    ['XpoDr8TeraHop', 'power', 130, '1.2 measured draw'],
    ['XpoEdfa', 'output-power', 23, '1.2 EDFA in an XPO shell'],
    ['QSFP-DD', 'connector-power', 25, '2.1 QSFP-DD'],
    ['QSFP-DD800', 'power', 18, '2.1 QSFP-DD800'],
    ['QSFP-DD1600', 'lane-rate', 200e9, '2.1 QSFP-DD1600'],
    ['OSFP', 'depth', 107.8e-3, '2.1 OSFP'],
    ['OSFP-XD', 'power', 40, '2.1 OSFP-XD'],
    ['QSFP56', 'power', 6, '2.1 QSFP56'],
    ['Osfp1600Dr8Lro', 'power', 20, '2.2 LRO, Ciena'],
    ['Osfp1600Dr8Lpo', 'power', 11, '2.2 LPO, NVIDIA'],
    ['Elsfp', 'output-power', 20, '2.3 FIT module'],
    ['Elsfp', 'engines', 2, '2.3 sharing'],
    ['CpoEngine3200', 'laser-power', 25, '2.3 laser power needed'],
    ['Q3450-LD', 'power', 3950, '2.4 Q3450-LD'],
    ['400GBASE-DR4', 'launch', [-2.9, 4.0], '3.2 400G-DR4'],
    ['400GBASE-DR4', 'stressed-sensitivity', -1.9, '3.2 400G-DR4'],
    ['800GBASE-DR8', 'sensitivity', -4.4, '3.2 per lane 800G-DR8'],
    ['400GBASE-FR4', 'oma-less-tdecq', -1.7, '3.2 400G-FR4'],
    ['400GBASE-FR4', 'receive', [-7.3, 3.5], '3.2 400G-FR4'],
    ['400G-LR4-10', 'tdecq', 3.9, '3.2 400G-LR4-10'],
    ['1.6TBASE-DR8', 'oma-less-tdecq', -1.2, '3.2 200G/lane DR'],
    ['800GBASE-FR4-500', 'stressed-sensitivity', -0.7, '3.2 800G-FR4-500'],
    ['400ZR', 'osnr', 26, '3.2 400ZR'],
    ['400ZR-unamplified', 'receive', [-20, 0], '3.1 of the second collection, 400ZR 0x02'],
    ['800GBASE-DR4-2', 'symbol-rate', 113.4375e9, '3.1 DR4-2'],
    ['400GBASE-LR8', 'symbol-rate', 26.5625e9, '3.1 400GBASE-LR8'],
    ['QsfpDd400ZrPlus', 'power', 22.5, '3.3 400G ZR+'],
    ['Osfp400Sr4', 'typical-power', 8, '3.3 400G SR4 OSFP'],
    ['OS2', 'attenuation', 0.4e-3, '4.1 OS2'],
    ['OS2-G657A2', 'bend-radius', 7.5e-3, '4.1 bend radius'],
    ['HollowCore', 'delay', 3.3e-9, '4.1 group delay'],
    ['FusionSplice', 'loss', 0.3, '4.2 fusion splice'],
    ['Ocs', 'typical-loss', 2, '4.2 OCS'],
    ['MPO12', 'low-loss-grade', 0.35, '4.2 MPO low-loss'],
    ['Quantum2', 'capacity', 25.6e12, '5.1 Quantum-2'],
    ['Tomahawk6-100G', 'serdes', 1024, '5.1 Tomahawk 6'],
    ['Teralynx10', 'latency', 500e-9, '5.1 Teralynx 10'],
    ['7060X6-64PE', 'weight', 21, '5.2 7060X6-64PE'],
    ['SN5600', 'typical-power', 940, '5.2 SN5600'],
    ['QM9700', 'power', 1720 - 32 * 17, '5.2 QM9700, less its cages'],
    ['OpenRackV3Hpr', 'busbar-current', 2000, '6.1 HPR busbar connector'],
    ['PowerShelf33', 'power', 33e3, '6.1 HPR shelf'],
    ['UQD04', 'rated-flow', 6.4e-3 / 60, '6.5 UQD04'],
    ['UQDB06', 'flow-coefficient', (1.55 * 3.785411784e-3) / 60 / Math.sqrt(6894.757293168), '6.5 UQD06'],
    ['LQC', 'rated-flow', 0.1 / 60, '6.5 LQC'],
    ['Deschutes', 'weight', 3134, '6.6 Deschutes'],
    ['NvidiaQualified600', 'capacity', 600e3, '6.6 NVIDIA DA-12515-001'],
    ['Stulz1200', 'flow', (1200 * 1.44e-3) / 60, '6.6 STULZ'],
    ['DGX-H100', 'power', 10_200, '7 DGX H100'],
    ['DGX-B300', 'height', 10 * 44.45e-3, '7 DGX B300'],
    ['GB300-NVL72', 'liquid', 0.9, '6.4 GB300 NVL72'],
    ['ConnectX8', 'ethernet-port-rate', 400e9, '7 ConnectX-8'],
    ['ConnectX7', 'power', 25.9, '7 ConnectX-7'],
  ];

  it.each(figures)('%s: %s as in %4$s', (name, property, figure) => {
    const value = propertyOf(named(name).values, property)?.value as number | { from: number; to: number } | undefined;
    const given = typeof value === 'object' ? [value.from, value.to] : value;
    if (typeof figure === 'number')
      expect(given).toBeCloseTo(figure, Math.max(3, 3 - Math.floor(Math.log10(Math.abs(figure)))));
    else expect(given).toEqual(figure.map((each) => expect.closeTo(each, 8)));
  });

  it('keeps a return of about 55 °C in each row of the GB300 table', () => {
    // Section 6.4: 121.5 kW to PG25 of 1.02 kg/L and 3.95 kJ/kg·K; rises 30.7, 25.5, 20.3, 15.2, 10.2 K.
    const rows = propertyOf(named('GB300-NVL72').values, 'required-flow')?.value as { value: number; at: number }[];
    const returns = rows.map(({ value, at }) => at + 121.5e3 / (1020 * 3950 * value));
    expect(rows.map((row) => row.at)).toEqual([25, 30, 35, 40, 45]);
    for (const each of returns) expect(each).toBeCloseTo(55.4, 0);
  });

  it('has lanes that make the rates of every PMD’s name', () => {
    for (const part of parts.filter((each) => each.kind === 'optics')) {
      const rate = /^([0-9.]+)([TG])/.exec(part.name);
      const lanes = propertyOf(part.values, 'lanes')?.value as number | undefined;
      const lane = propertyOf(part.values, 'lane-rate')?.value as number | undefined;
      if (rate === null || lanes === undefined || lane === undefined) continue;
      const named = Number(rate[1]) * (rate[2] === 'T' ? 1e12 : 1e9);
      expect([part.name, lanes * lane]).toEqual([part.name, named]);
    }
  });
});

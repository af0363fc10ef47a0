// Chips, boxes, racks, shelves, hosts and adapters of the library against published figures. What no source gives is unknown
// in the tool, a general figure is marked as assumed.
import {
  type Fabric,
  type Facts,
  type Part,
  printValue,
  propertyOf,
  switchCapacity,
  switchDensity,
} from '@lightloom/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, libraryImports, partIn, wholeAnalysisOf } from '../../kit/design.ts';

const library = libraryImports(['cooling', 'racks', 'hosts', 'switches', 'nics', 'cpo']);
let fabric: Fabric;
beforeAll(async () => {
  fabric = (await wholeAnalysisOf(library)).fabric;
});
const partOf = <K extends Part['kind']>(name: string): Part<K> => partIn(fabric, name);
/** What the library says of a part, in SI units, `unknown` where it says nothing. */
const said = (name: string, property: string): unknown => propertyOf(partOf(name).values, property)?.value ?? 'unknown';
const isAssumed = (name: string, property: string): boolean =>
  propertyOf(partOf(name).values, property)?.provenance.kind === 'assumed';

describe('chips', () => {
  // Capacity in Tbps of one direction, SerDes, Gbps of a lane: Broadcom, NVIDIA, Marvell and Cisco as their press and notes say.
  it.each([
    ['Tomahawk4', 25.6, 512, 50],
    ['Tomahawk5', 51.2, 512, 100],
    ['Tomahawk6', 102.4, 512, 200],
    ['Tomahawk6-100G', 102.4, 1024, 100],
    ['TomahawkUltra', 51.2, 512, 100],
    ['Jericho4', 'unknown', 'unknown', 'unknown'],
    // 144 lanes to the network and 160 to the fabric, of 106 Gbps (Next Platform, 2023-04-27); 28.8 Tbps is what it switches.
    ['Jericho3-AI', 28.8, 304, 100],
    ['Ramon3', 51.2, 'unknown', 'unknown'],
    ['Spectrum4', 51.2, 512, 100],
    ['Quantum2', 25.6, 256, 100],
    ['QuantumX800', 115.2, 576, 200],
    ['Spectrum6', 102.4, 'unknown', 200],
    ['Teralynx10', 51.2, 512, 100],
    ['MarvellT100', 102.4, 'unknown', 'unknown'],
    ['SiliconOneG200', 51.2, 512, 100],
    ['SiliconOneP200', 51.2, 'unknown', 'unknown'],
    ['SiliconOneG300', 102.4, 'unknown', 'unknown'],
  ])('%s: %s Tbps, %s SerDes of %s Gbps', (name, capacity, serdes, lane) => {
    const scaled = (value: unknown, by: number): unknown => (typeof value === 'number' ? value / by : value);
    expect([scaled(said(name, 'capacity'), 1e12), said(name, 'serdes'), scaled(said(name, 'lane-rate'), 1e9)]).toEqual([
      capacity,
      serdes,
      lane,
    ]);
    // What SerDes there are carry what it says in one direction.
    if (typeof serdes === 'number' && typeof lane === 'number' && name !== 'Jericho3-AI')
      expect(serdes * lane).toBeCloseTo(Number(capacity) * 1000, 6);
  });

  it.each([
    ['Tomahawk4', 'serdes'],
    ['TomahawkUltra', 'serdes'],
    ['Jericho3-AI', 'capacity'],
    ['Tomahawk5', 'power'],
    ['Spectrum4', 'power'],
  ])('%s: %s is a general figure or an estimate, and assumed', (name, property) => {
    expect(isAssumed(name, property)).toBe(true);
  });

  it.each(['Tomahawk4', 'Tomahawk6', 'Jericho4', 'Quantum2', 'QuantumX800', 'Spectrum6', 'Teralynx10', 'MarvellT100'])(
    '%s: nobody has published what it draws',
    (name) => {
      expect(said(name, 'power')).toBe('unknown');
    },
  );
});

describe('boxes', () => {
  const unknown = 'unknown';
  // Rack units of 44.45 mm (OU of 48 mm where it is an OCP one), front panel in Tbps, typical and largest power in W, cooling.
  it.each([
    ['7060X6-64PE', 2, 'RU', 51.2, unknown, unknown, 0],
    ['7060X6-64DE', 2, 'RU', 51.2, unknown, unknown, 0],
    ['7060X6-32PE', 1, 'RU', 25.6, unknown, unknown, unknown],
    ['7060XE7-64PS', 4, 'RU', 102.4, unknown, unknown, 0],
    ['7060XE7-64PRS', 4, 'RU', 102.4, unknown, unknown, 0],
    ['7060XE7-64PRS-RV3-L', 2, 'OU', 102.4, unknown, unknown, 1],
    ['7060XE7-64PRS-MV3-L', unknown, '', 102.4, unknown, unknown, unknown],
    ['7060XE7-128PE', 4, 'RU', 102.4, unknown, unknown, 0],
    ['SN5600', 2, 'RU', 51.2, 940, unknown, 0],
    ['SN5400', 2, 'RU', 25.6, 670, unknown, 0],
    ['SN5610', 2, 'RU', 51.2, 900, unknown, 0],
    ['SN5640', 2, 'RU', 51.2, unknown, unknown, 0],
    ['SN6600', 2, 'RU', 102.4, unknown, unknown, 1],
    ['SN4700', 1, 'RU', 12.8, 630, unknown, 0],
    ['SN4600C', 2, 'RU', 6.4, 466, unknown, 0],
    ['QM9700', 1, 'RU', 25.6, 747, 1176, 0],
    // 40 × 200G in one direction; the 16 Tbps of the maker count both.
    ['QM8700', 1, 'RU', 8, unknown, unknown, unknown],
    ['QM8790', 1, 'RU', 8, unknown, unknown, unknown],
    ['Q3400-RA', 4, 'RU', 115.2, unknown, unknown, unknown],
    ['Q3200-RA', 2, 'RU', 57.6, unknown, unknown, 0],
    ['Q3450-LD', 4, 'RU', 115.2, unknown, 3950, unknown],
    ['SN6810', 2, 'RU', 102.4, unknown, 1960, 1],
    ['SN6800', 5, 'RU', 409.6, unknown, unknown, 1],
    ['QFX5250-64OE-L', 2, 'OU', 102.4, 3375, 3435, 1],
    ['QFX5241-64OD', 2, 'RU', 51.2, unknown, unknown, 0],
    ['Z9864F-ON', 2, 'RU', 51.2, unknown, unknown, 0],
    ['Cisco8223-64EF', 3, 'RU', 51.2, unknown, unknown, 0],
    ['Cisco8223-64E', 3, 'RU', 51.2, unknown, unknown, 0],
    ['CiscoN9364E-SG2X', 2, 'RU', 51.2, 972, unknown, unknown],
    ['CiscoN9364E-SP2R', 3, 'RU', 51.2, unknown, unknown, unknown],
    ['CiscoN9364F-SG3', unknown, '', 102.4, unknown, unknown, unknown],
    ['AIS800-64O', unknown, '', 51.2, unknown, unknown, unknown],
    ['AS9817-64O', 2, 'RU', 51.2, unknown, unknown, 0],
    ['AS9817-64D', 2, 'RU', 51.2, unknown, unknown, 0],
    ['DS5000', 2, 'RU', 51.2, unknown, unknown, 0],
    ['XH9230-128DQ-LC', unknown, '', unknown, unknown, unknown, 1],
  ])(
    '%s: %s %s, %s Tbps, %s W typically, %s W at most, %s of it to liquid',
    (name, units, unit, panel, typical, most, liquid) => {
      const height = unit === 'OU' ? 0.048 : 0.04445;
      const given = said(name, 'height');
      expect(typeof given === 'number' ? given / height : given).toEqual(
        typeof units === 'number' ? expect.closeTo(units, 9) : units,
      );
      expect([said(name, 'typical-power'), said(name, 'power'), said(name, 'liquid')]).toEqual([typical, most, liquid]);
      if (panel === unknown) expect(partOf<'switch'>(name).ports).toEqual([]);
      else if (typeof units === 'number')
        expect(switchDensity(partOf<'switch'>(name)).value * units * height).toBeCloseTo(Number(panel) * 1e12, -3);
    },
  );

  // Broadcom Tomahawk 6 has 512 lanes of 200G: eight XPO of 64 lanes, 64 × 1.6T; NVIDIA QM9700: 1,720 W with modules of 17 W.
  it('QM9700 draws 1,720 W with 32 active modules of 17 W', async () => {
    const { facts } = await analysisOf(`
import "std/switches"
module type Active { form-factor OSFP  channels 2 x 400GBASE-DR4  power 17 W }
switch s : QM9700
plug Active into s.p
`);
    expect(facts.power.device[0]?.value).toBe(1720);
    expect(switchCapacity(facts.devices.classes[0]?.part as Part<'switch'>)?.value).toBe(25.6e12);
  });

  // Dell SN6810-LD sheet: 1,960 W for a box whose engines are soldered in; its external lasers are unknown.
  it('SN6810 draws 1,960 W with its 32 engines', async () => {
    const { facts } = await analysisOf('import "std/cpo"\nswitch s : SN6810\nplug SpectrumXEngine into s.*\n');
    expect(facts.power.device[0]?.known).toBe(1960);
  });

  it.each(['SN4600C', 'DS5000', 'SN4700'])('%s: its height is a general figure, and assumed', (name) => {
    expect(isAssumed(name, 'height')).toBe(true);
  });
});

describe('racks and shelves', () => {
  // OCP Open Rack V3: OU of 48 mm, 44 OU, 537 mm, 1,400 kg, 50 V; shelves of 18, 33 and 72 kW; HPR connector 2,000 A, 100 kW.
  it.each([
    ['OpenRackV3', 'height', 44 * 0.048],
    ['OpenRackV3', 'opening', 0.537],
    ['OpenRackV3', 'weight', 1400],
    ['OpenRackV3', 'power', 'unknown'],
    ['OpenRackV3', 'busbar-voltage', 50],
    ['OpenRackV3Hpr', 'busbar-current', 2000],
    ['OpenRackV3Hpr', 'power', 100_000],
    ['Eia42', 'height', 42 * 0.04445],
    ['Eia42', 'opening', 0.45],
    ['PowerShelf18', 'power', 18_000],
    ['PowerShelf18', 'redundant-power', 15_000],
    ['PowerShelf33', 'power', 33_000],
    ['PowerShelf33', 'redundant-power', 27_500],
    ['PowerShelf33', 'height', 0.048],
    ['PowerShelf18', 'height', 0.048],
    ['PowerShelf110', 'power', 110_000],
    ['PowerShelf110', 'height', 4 * 0.04445],
    ['OpenRackWide', 'height', 44 * 0.048],
    ['OpenRackWide', 'busbar-voltage', 50],
    ['OpenRackWide', 'opening', 'unknown'],
    ['PowerShelf72', 'power', 72_000],
    ['PowerShelf72', 'redundant-power', 60_000],
    ['Nvl72Rack', 'power', 155_000],
    ['VeraRubinNvl72Rack', 'power', 227_000],
  ])('%s: %s is %s', (name, property, value) => {
    expect(said(name, property)).toEqual(typeof value === 'number' ? expect.closeTo(value, 9) : value);
  });

  it('the opening of a 19-inch rack is a general figure, and assumed', () => {
    expect(isAssumed('Eia42', 'opening')).toBe(true);
  });
});

describe('hosts and adapters', () => {
  // DGX user guides, Lenovo Press LP2357, NVIDIA adapter manuals and notes.
  it.each([
    ['DGX-H100', 10_200, 8, 8 * 400e9],
    ['DGX-H200', 10_200, 8, 8 * 400e9],
    ['DGX-B200', 14_300, 8, 8 * 400e9],
    ['DGX-B300', 14_500, 8, 8 * 800e9],
    ['GB200-NVL72', 132_000, 72, 72 * 400e9],
    ['GB300-NVL72', 135_000, 72, 57.6e12],
    ['VR-NVL72', 227_000, 72, 72 * 1.6e12],
    ['VR-NVL72-MaxQ', 187_000, 72, 72 * 1.6e12],
    ['GB300-tray', 'unknown', 4, 4 * 800e9],
    // 216 ports of 800G in one direction: 3 for each accelerator, checked below.
    ['Helios', 245_000, 72, 72 * 800e9],
    ['MI300X-8', 'unknown', 8, 'unknown'],
    ['MI355X-8', 'unknown', 8, 8 * 400e9],
  ])('%s: %s W, %i accelerators, %s bit/s to the scale-out network', (name, power, accelerators, rate) => {
    const part = partOf<'host'>(name);
    expect([said(name, 'power'), said(name, 'accelerators')]).toEqual([power, accelerators]);
    const port = part.values.nic?.value.values['port-rate']?.value;
    expect(port === undefined ? 'unknown' : port * accelerators).toBe(rate);
  });

  // AMD prints 43 TB/s of scale-out in both directions: 216 × 800 Gbps are 21.6 TB/s in one.
  it('Helios has 21.6 TB/s of ports in one direction', async () => {
    const { facts } = await analysisOf('import "std/hosts"\nhost h : Helios');
    const rate =
      (partOf<'host'>('Helios').values.nic?.value.values['port-rate']?.value ?? 0) * facts.fabric.cages.count;
    expect(rate / 8).toBeCloseTo(21.6e12, -3);
  });

  // DGX H100: six supplies of 3.3 kW, 4+2: with two lost 13.2 kW are left for 10.2 kW.
  it('a DGX H100 lives with two of its six supplies lost', async () => {
    const { facts } = await analysisOf('import "std/hosts"\nhost h : DGX-H100');
    expect(facts.power.supplies[0]?.value).toBe(13_200);
    expect(facts.power.device[0]?.known).toBe(10_200);
  });

  it.each([
    ['ConnectX7', 400e9, 25.9],
    ['ConnectX8', 800e9, 'unknown'],
    ['ConnectX8-C8240', 400e9, 'unknown'],
    ['ConnectX8-C8180', 800e9, 'unknown'],
    ['Vulcano', 800e9, 'unknown'],
    ['ConnectX9', 1.6e12, 'unknown'],
    ['ThorUltra', 800e9, 'unknown'],
    ['Pollara400', 400e9, 'unknown'],
    ['BlueField3', 'unknown', 'unknown'],
    ['BlueField4', 'unknown', 'unknown'],
  ])('%s: %s bit/s, %s W', (name, rate, power) => {
    expect([said(name, 'port-rate'), said(name, 'power')]).toEqual([rate, power]);
  });

  it('a single 800G port of Ethernet is none of ConnectX-8 (firmware notes 40.44.0208)', () => {
    expect(said('ConnectX8', 'ethernet-port-rate')).toBe(400e9);
  });
});

describe('an OU of XPO in a rack', () => {
  // MSA: 16 modules an OU: 204.8 Tbps; 6.4 kW at 400 W; 128 A at 50 V; 31.3 pJ/bit.
  it('of 32 OU has 6.5 Pbps and draws 204.8 kW in modules of 400 W', async () => {
    const { facts }: { facts: Facts } = await analysisOf(`
import "std/xpo"
module type Most is Xpo { channels 8 x 1.6TBASE-DR8  power 400 W  flow 0.7 L/min }
switch type Ou { height 1 OU  power 0 W  liquid 100 %  ports p[1..16] : XPO }
loop l { coolant PG25  supply 30 °C }
rack r : OpenRackV3 { cooled by l }
switch s[1..32] : Ou
plug Most into s[*].p
place s[*] in r
`);
    expect(facts.power.rack(0).value).toBeCloseTo(204_800, 6);
    expect(facts.flows.rack(0, 30).known * 60_000).toBeCloseTo(32 * 11.2, 6);
    const part = facts.devices.classes[0]?.part as Part<'switch'>;
    expect(printValue(switchDensity(part))).toBe('204.8 Tbps/OU');
    expect(32 * 204.8).toBeCloseTo(6553.6, 6);
  });
});

describe('a limit that is only a general figure', () => {
  // QSFP28: 3.5 W is the typical class and higher ones exist (general figure); SN5600: 18 W for each cage (NVIDIA manual).
  it.each([
    ['QSFP28', 'sw', 4.5, 'warning'],
    ['QSFP112', 'sw', 9, 'warning'],
    ['OSFP', 'SN5600', 19, 'error'],
    ['QSFP28 { power 3.5 W }', 'sw', 4.5, 'error'],
  ])('%s on %s with a module of %f W is told as a %s', async (cage, type, watt, severity) => {
    const [form] = cage.split(' ');
    const { findings } = await analysisOf(`
import "std/switches"
module type Hot { form-factor ${form}  power ${watt} W }
switch type sw { height 1 RU  ports p[1..2] : ${cage} }
switch s : ${type}
plug Hot into s.p[1]
`);
    expect(findings.filter(({ rule }) => rule === 'power/module-over-cage').map((each) => each.severity)).toEqual([
      severity,
    ]);
  });
});

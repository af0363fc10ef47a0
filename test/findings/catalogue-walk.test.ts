// Every property of the catalogue is read by something that judges or computes: a value that nothing reads looks checked and isn't.
//
// The values of all parts and plant of the rules' examples and of the library are wrapped, then every rule,
// requirement, exported table, report and failure runs on them. What only lists all values of a part (`explain`, the report of parts, provenance)
// doesn't count.
import {
  allRules,
  catalogue,
  type Facts,
  factsOf,
  failureSweep,
  type Kind,
  propertiesOf,
  reportOf,
  Tally,
  tableExports,
  verdictsOf,
} from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { libraryImports, wholeAnalysisOf } from '../kit/design.ts';

type Fabric = Awaited<ReturnType<typeof wholeAnalysisOf>>['fabric'];

/** Notes each property that is read from values; listing them gives none. */
function watched(kind: Kind, values: object, read: Set<string>): object {
  return new Proxy(values, {
    get: (target, name) => {
      read.add(`${kind}.${String(name)}`);
      return Reflect.get(target, name);
    },
    ownKeys: () => [],
  });
}

function watch(fabric: Fabric, read: Set<string>): void {
  const wrap = (kind: Kind, owner: object, name = 'values'): void => {
    const values: unknown = Reflect.get(owner, name);
    if (typeof values === 'object' && values !== null)
      Object.defineProperty(owner, name, { value: watched(kind, values, read) });
  };
  for (const part of fabric.parts) wrap(part.kind, part);
  for (const loop of fabric.loops) wrap('loop', loop);
  for (const branch of fabric.branches) wrap('branch', branch);
  for (const feed of fabric.feeds) wrap(feed.kind, feed);
  if (fabric.hall !== undefined) wrap('hall', fabric.hall);
  for (const group of fabric.linkGroups) wrap('link', group, 'medium');
}

/** Notes what is read of the fabric of a text. */
async function readIn(text: string, read: Set<string>): Promise<Facts> {
  const { fabric } = await wholeAnalysisOf(text);
  watch(fabric, read);
  const facts = factsOf(fabric);
  for (const rule of allRules) if (!rule.id.startsWith('provenance/')) rule.check(facts, new Tally().judgeFor(rule));
  verdictsOf(facts);
  for (const each of tableExports) for (const _ of each.rows(facts));
  reportOf(facts);
  return facts;
}

/** Read while a text becomes a fabric: what is connected to what, what a view shows, what a group of ports feeds. */
const readByElaboration: ReadonlySet<string> = new Set([
  'rack.cooled',
  'rack.fed',
  'rack.flow',
  'cdu.fed',
  'feed.fed',
  'ups.fed',
  'pdu.fed',
  'branch.parallel',
  'branch.series',
  'branch.after',
  'ports.power',
  'view.of',
  'view.collapse',
  'view.expand',
  'view.color',
  'view.show',
]);

/** Shown to readers and judged by nothing, with the reason. A property that is read leaves this list. */
const forReaders: Readonly<Record<string, string>> = {
  'module.case': 'no thermal model of modules gives the temperature of their case',
  'laser.case': 'no thermal model of lasers gives the temperature of their case',
  'asic.diode-limit': 'no thermal model of chips gives their temperature',
  'asic.latency': 'the latency of a link ends at the box',
  'switch.latitude': 'drawings are maps by it',
  'switch.longitude': 'drawings are maps by it',
  'host.latitude': 'drawings are maps by it',
  'host.longitude': 'drawings are maps by it',
  'nic.power': 'within the power of its host',
  'cage.depth': 'no box gives its depth',
  'coupling.size': 'its flow is rated',
  'coupling.cycles': 'no design gives the number of matings',
  'optics.media-id': 'identifies the interface',
  'laser.standard': 'names the document',
  'laser.wavelength': 'engines give none to compare it with',
  'optics.launch-oma': 'budgets count average power',
  'optics.total-launch': 'budgets count the power of a lane',
  'optics.extinction-ratio': 'budgets count average power',
  'optics.sensitivity': 'receive power is judged by its lowest value',
  'amplifier.form-factor': 'amplifiers are in lines, not in cages',
  'amplifier.power': 'amplifiers are in lines, not in racks',
  'fiber.zero-dispersion': 'dispersion is judged in the C band only',
  'fiber.bend-radius': 'no path gives the bends of a cable',
};

/** What no rule's example has, so that every kind of thing is in some text. */
const rest = `
import "std/racks"
import "std/cooling"
import "std/fiber"
import "std/osfp"
import "std/qsfp"
panel type Cross { height 1 RU  adapters 24  connector 1 x MPO12  loss 0.5 dB  polarity type-B  switching optical  power 50 W }
coupling type Burst is LQC { pressure unknown  burst-pressure 300 psi }
nic type Lanes { lanes 4  lane-rate 100 Gbps  form-factor OSFP }
rack type Full is Eia42 { panels 2 x Cross  couplings 2 x Burst }
loop l { coolant PG25  supply 40 °C  flow 50 L/min  static-pressure 10 psi  from c }
rack r : Full at row 1 position 1 { cooled by l }
rack q : Eia42 at row 2 position 3
cdu c : RackPumpingUnit { fed by P }
feed A { capacity 10 kW }
feed Busway { capacity 10 kW  efficiency 99 %  fed by A }
ups U { capacity 10 kW  efficiency 97 %  battery 5 min  fed by Busway }
require battery-time(U) >= 5 min
pdu P { capacity 10 kW  efficiency 98 %  fed by U }
place c in r
host type Node { height 2 RU  power 1 kW  nic Lanes  ports nic[1..2] : OSFP }
host n[1..2] : Node
plug Osfp2x400Dr4 into n[*].*
place n[1] in r
place n[2] in q
hall main { air-supply 25 °C  rack-pitch 600 mm  row-pitch 3 m  tray-height 2.5 m  energy-price 0.1 USD/kWh  pue 1.2  service-life 5 years }
require total-cost(main) <= 1 USD
connector type PricedPair is MPO12 { price 20 USD  spares 1 % }
splice type PricedSplice is FusionSplice { price 9 USD  spares 1 % }
require weight(r) <= 900 kg
link n[1].nic[1] to n[2].nic[1] over OS2 { length auto  slack 2 m  splices 2 x PricedSplice  connectors 4 x PricedPair  panels 2 x Cross  polarity 3 x type-B }
optics type Quiet is 400ZR { clean-receive -20 dBm  clean-osnr 34 dB  transmit-osnr 36 dB }
module type Zr is QsfpDd400Zr { channels 1 x Quiet }
amplifier type Edfa { gain 20 dB  noise-figure 5.5 dB  output-power 17 dBm }
switch type Router { height 2 RU  ports line : QSFP-DD { power 25 W } }
switch s[1..2] : Router
plug Zr into s[*].line
link s[1].line to s[2].line over OS2 { length 60 km  amplifiers 1 x Edfa }
`;

describe('the catalogue', () => {
  it('has no property that nothing reads', async () => {
    const read = new Set<string>(readByElaboration);
    const texts = allRules.flatMap(({ bad, good }) => [bad, good]);
    texts.push(libraryImports());
    for (const text of texts) await readIn(text, read);
    failureSweep(await readIn(rest, read));
    const every = Object.keys(catalogue).flatMap((kind) =>
      Object.keys(propertiesOf(kind as Kind)).map((name) => `${kind}.${name}`),
    );
    expect(every.filter((each) => !read.has(each) && forReaders[each] === undefined)).toEqual([]);
    expect(Object.keys(forReaders).filter((each) => read.has(each) || !every.includes(each))).toEqual([]);
  });
});

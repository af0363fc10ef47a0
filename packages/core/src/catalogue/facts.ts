// The facts a `require` statement can name.
import type { Dimension } from '../units/index.ts';
import type { ElementFamily } from './family.ts';

/** A fact that can be required. */
export interface FactSpec {
  readonly doc: string;
  /** `count` is a plain number. */
  readonly dimension: Dimension | 'count';
  /** What it can be asked of. */
  readonly subjects: readonly ElementFamily[];
  /** Points of the subject, as `return` in `temperature(primary.return)`. */
  readonly points?: readonly string[];
  /** Subjects that have no points. */
  readonly pointless?: readonly ElementFamily[];
  /** Whether the limit is for all selected things together, or for each. */
  readonly several?: 'together' | 'each';
  /** Whether the limit may be a share `of full`. */
  readonly ofFull?: true;
  /** Whether the lowest value is the worst, as of a margin; otherwise the highest is. */
  readonly lowestIsWorst?: true;
  /** Whether it counts things: that a failure stops some of them says nothing of what it costs. */
  readonly counts?: true;
  /** Whether a bare number is a limit, as in `oversubscription(x) <= 1`. */
  readonly bare?: true;
}

/** The point that asks for each of several things: `power(net.each)`. */
export const eachPoint = 'each';

/** Everything that may follow a subject of a fact. */
export function pointsOfFact({ points = [], several }: FactSpec): readonly string[] {
  return several === undefined ? points : [...points, eachPoint];
}

const devices: readonly ElementFamily[] = ['device', 'rack', 'group', 'network'];

export const requirableFacts: Readonly<Record<string, FactSpec>> = {
  oversubscription: {
    doc: 'Bandwidth of the links towards the hosts over that of the links away from them, for the worst switch of the network, block or selection; select an array for a tier.',
    dimension: 'ratio',
    subjects: ['network', 'group', 'device'],
    several: 'together',
    bare: true,
  },
  bisection: {
    doc: 'Bandwidth between two halves of the host ports, one direction, for the worst cut; of several planes the sum. `full` is half of what the hosts can inject.',
    dimension: 'bit rate',
    subjects: ['network'],
    ofFull: true,
    lowestIsWorst: true,
  },
  density: {
    doc: 'Front-panel bandwidth of the switches per occupied height, one direction.',
    dimension: 'bit rate density',
    subjects: ['rack', 'device'],
    several: 'together',
    lowestIsWorst: true,
  },
  margin: {
    doc: 'Loss the optics allow minus the loss of the path, for the worst link of the network.',
    dimension: 'loss',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  'typical-margin': {
    doc: 'The same with typical losses: typical where parts give them, plus 3σ where they give a deviation, the maximum otherwise.',
    dimension: 'loss',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  loss: {
    doc: 'Largest worst-case loss of a link of the network: every element loses its maximum.',
    dimension: 'loss',
    subjects: ['network'],
  },
  'typical-loss': {
    doc: 'Largest typical loss of a link of the network.',
    dimension: 'loss',
    subjects: ['network'],
  },
  latency: {
    doc: 'Largest delay of a link of the network in one direction: fiber or cable, signal processing, FEC at both ends; typical figures.',
    dimension: 'time',
    subjects: ['network'],
  },
  diameter: {
    doc: "Links between the two switches of the network that are farthest apart, or between hosts where only hosts are linked. Hosts don't forward, so for separate planes it is the diameter of one plane. ∞ if no path connects some hosts.",
    dimension: 'count',
    subjects: ['network'],
    bare: true,
  },
  paths: {
    doc: 'Smallest number of equal shortest paths between two switches with hosts; parallel links count as one. 0 if no path connects some hosts. With `.farthest`, only between switches that are as far apart as the diameter.',
    dimension: 'count',
    subjects: ['network'],
    points: ['farthest'],
    bare: true,
    lowestIsWorst: true,
  },
  power: {
    doc: 'Power of the selection with its modules: worst case, or typical with `.typical`. Of a feed: its share of its racks, including their short peaks.',
    dimension: 'power',
    subjects: ['device', 'rack', 'group', 'network', 'feed'],
    points: ['worst-case', 'typical'],
    several: 'together',
  },
  headroom: {
    doc: 'Unused share: of the heat a loop or branch can carry up to its return limit, or that its CDUs can remove with no redundancy left if that is less; of the power a rack delivers; of the capacity of a feed.',
    dimension: 'ratio',
    subjects: ['loop', 'branch', 'rack', 'feed'],
    several: 'each',
    lowestIsWorst: true,
  },
  temperature: {
    doc: 'Temperature of the coolant that enters or leaves a loop, branch or rack.',
    dimension: 'temperature',
    subjects: ['loop', 'branch', 'rack'],
    points: ['supply', 'return'],
    several: 'each',
  },
  injection: {
    doc: 'Bandwidth that the hosts of the network can send into it, one direction. `full` is the value with nothing failed.',
    dimension: 'bit rate',
    subjects: ['network'],
    ofFull: true,
    lowestIsWorst: true,
  },
  links: {
    doc: 'Working links of the network.',
    dimension: 'count',
    counts: true,
    subjects: ['network'],
    bare: true,
    lowestIsWorst: true,
  },
  length: {
    doc: 'Length of the longest link of the network.',
    dimension: 'length',
    subjects: ['network'],
  },
  'reach-margin': {
    doc: 'Reach of the optics or cable minus the length of the link, for the worst link of the network.',
    dimension: 'length',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  'receive-margin': {
    doc: 'Lowest average power at a receiver minus its sensitivity, for the worst link of the network; of a coherent link, the power behind its last amplifier.',
    dimension: 'power ratio',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  'osnr-margin': {
    doc: 'Optical signal-to-noise ratio at a coherent receiver minus the required one, for the worst coherent link of the network. It counts the noise of amplifiers and transmitter (ASE only); non-linear effects are not counted.',
    dimension: 'power ratio',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  'dispersion-margin': {
    doc: 'Chromatic dispersion a coherent receiver compensates minus that of the path, for the worst coherent link of the network.',
    dimension: 'accumulated dispersion',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  switches: {
    doc: 'Running switches; of a network, those in it and those its links connect.',
    dimension: 'count',
    counts: true,
    subjects: devices,
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  hosts: {
    doc: 'Running hosts; of a network, those in it and those its links connect.',
    dimension: 'count',
    counts: true,
    subjects: devices,
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  modules: {
    doc: 'Modules in the selection; of a network, those in its switches and those in hosts that its links use.',
    dimension: 'count',
    counts: true,
    subjects: devices,
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  fibers: {
    doc: 'Fibers, both directions: of the links of a network, or of all modules of devices, linked or not.',
    dimension: 'count',
    counts: true,
    subjects: devices,
    several: 'together',
    bare: true,
  },
  ports: {
    doc: 'Logical ports of the selected devices or ports, or of the switches in racks, blocks and networks; an empty cage is one port.',
    dimension: 'count',
    counts: true,
    subjects: [...devices, 'cage', 'port'],
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  'used-ports': {
    doc: 'Ports that a link uses, whether or not the far end has failed.',
    dimension: 'count',
    counts: true,
    subjects: [...devices, 'cage', 'port'],
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  'free-ports': {
    doc: 'Ports that no link uses.',
    dimension: 'count',
    counts: true,
    subjects: [...devices, 'cage', 'port'],
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  energy: {
    doc: 'Power per bandwidth in one direction. Of a network: power of its switches with their modules and of its host modules, per injected bandwidth. Of devices, racks and blocks: power of their switches with modules, per front-panel bandwidth. 1 pJ/bit is 1 W per Tbps.',
    dimension: 'energy per bit',
    subjects: devices,
    several: 'together',
  },
  heat: {
    doc: 'Heat of the selection: all of it, or its share to `.liquid` or `.air`. Of a loop or branch: the heat its coolant takes.',
    dimension: 'power',
    subjects: ['device', 'rack', 'group', 'network', 'loop', 'branch'],
    points: ['liquid', 'air'],
    pointless: ['loop', 'branch'],
    several: 'together',
  },
  flow: {
    doc: 'Coolant flow through a loop, branch or rack.',
    dimension: 'volume flow',
    subjects: ['loop', 'branch', 'rack'],
    several: 'each',
    lowestIsWorst: true,
  },
  rise: {
    doc: 'Temperature rise of the coolant in a loop, branch or rack.',
    dimension: 'temperature difference',
    subjects: ['loop', 'branch', 'rack'],
    several: 'each',
  },
  'pressure-drop': {
    doc: 'Pressure drop of the coolant: through a rack and the worst of its devices, through a branch, or along the worst path of a loop.',
    dimension: 'pressure',
    subjects: ['loop', 'branch', 'rack'],
    several: 'each',
  },
  head: {
    doc: 'Pressure the CDUs of a loop deliver at its flow with no redundancy left, each with an equal share of the flow.',
    dimension: 'pressure',
    subjects: ['loop'],
    several: 'each',
    lowestIsWorst: true,
  },
  'head-margin': {
    doc: 'Head minus the pressure drop of the worst path of the loop.',
    dimension: 'pressure',
    subjects: ['loop'],
    several: 'each',
    lowestIsWorst: true,
  },
  pressure: {
    doc: 'Largest pressure in a loop: where its relief valve opens, or its fill pressure plus the full head.',
    dimension: 'pressure',
    subjects: ['loop'],
    several: 'each',
  },
  facility: {
    doc: 'Highest facility water temperature a loop tolerates: its supply minus the approach of its CDUs. From 32 °C, water of ASHRAE class W32 is cold enough.',
    dimension: 'temperature',
    subjects: ['loop'],
    several: 'each',
    lowestIsWorst: true,
  },
  airflow: {
    doc: 'Airflow that racks need so that the air warms by no more than their `air-rise`.',
    dimension: 'volume flow',
    subjects: ['rack'],
    several: 'together',
  },
  'air-rise': {
    doc: 'Temperature rise of the air through a rack.',
    dimension: 'temperature difference',
    subjects: ['rack'],
    several: 'each',
  },
  load: {
    doc: 'Load on a feed: its share of its racks, including their short peaks; use `when any 1 of … fail` for the load after a feed fails.',
    dimension: 'power',
    subjects: ['feed'],
    several: 'each',
  },
  current: {
    doc: 'Worst-case current through the busbar connector of a rack.',
    dimension: 'current',
    subjects: ['rack'],
    several: 'each',
  },
  height: {
    doc: 'Height of a rack that its devices occupy, or with `.free` the remaining height.',
    dimension: 'length',
    subjects: ['rack'],
    points: ['used', 'free'],
    several: 'each',
  },
  weight: {
    doc: 'Weight of the devices in a rack, without modules, or with `.free` the remaining capacity of the rack.',
    dimension: 'mass',
    subjects: ['rack'],
    points: ['used', 'free'],
    several: 'each',
  },
  cost: {
    doc: 'Price of what is bought. Of a network: its switches with their modules, the modules in hosts that its links use, and its cables. Of devices, racks and blocks: devices with their modules, and the racks. Of the hall: everything in the bill of materials, with spares.',
    dimension: 'money',
    subjects: [...devices, 'hall'],
    several: 'together',
  },
  'cost-per-gbps': {
    doc: 'Cost of a network per bandwidth that its hosts can send into it.',
    dimension: 'money per bit rate',
    subjects: ['network'],
  },
  'cost-per-accelerator': {
    doc: 'Cost of a network, or of the hall, per accelerator in its hosts.',
    dimension: 'money',
    subjects: ['network', 'hall'],
  },
  'power-per-accelerator': {
    doc: 'Power of a network, or of the hall, per accelerator in its hosts. Of a network, its switches with their modules and the modules in hosts that its links use.',
    dimension: 'power',
    subjects: ['network', 'hall'],
  },
  'energy-cost': {
    doc: 'Cost of energy over the `service-life` of the hall: power × `pue` × `energy-price` × time, with the equipment at that power all the time.',
    dimension: 'money',
    subjects: [...devices, 'hall'],
    several: 'together',
  },
  'total-cost': {
    doc: 'Cost and energy cost together.',
    dimension: 'money',
    subjects: [...devices, 'hall'],
    several: 'together',
  },
};

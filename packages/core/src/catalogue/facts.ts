// The facts a `require` statement can name.
import type { Dimension } from '../units/index.ts';
import type { ElementFamily } from './family.ts';

/** A fact that can be required. */
export interface FactSpec {
  readonly doc: string;
  /** `count` is a plain number. */
  readonly dimension: Dimension | 'count';
  /** What it is a fact of. */
  readonly subjects: readonly ElementFamily[];
  /** Points of the subject, as `return` in `temperature(primary.return)`. */
  readonly points?: readonly string[];
  /** Subjects that have no points. */
  readonly pointless?: readonly ElementFamily[];
  /** What the limit is for where several things are selected: for all of them together, or for each. */
  readonly several?: 'together' | 'each';
  /** Whether the limit may be a share `of full`. */
  readonly ofFull?: true;
  /** Whether the least of it is the worst, as of a margin; of others the most is. */
  readonly lowestIsWorst?: true;
  /** Whether a bare number is a limit, as in `oversubscription(x) <= 1`. */
  readonly bare?: true;
}

/** The point that asks for each of several things, where a fact is not one of each anyway: `power(net.each)`. */
export const eachPoint = 'each';

/** Everything that may stand behind a subject of a fact. */
export function pointsOfFact({ points = [], several }: FactSpec): readonly string[] {
  return several === undefined ? points : [...points, eachPoint];
}

const devices: readonly ElementFamily[] = ['device', 'rack', 'group', 'network'];

export const requirableFacts: Readonly<Record<string, FactSpec>> = {
  oversubscription: {
    doc: 'Bandwidth of the links towards the hosts over that of the links away from them, worst switch of the network, of a block or among those selected: a tier by its array.',
    dimension: 'ratio',
    subjects: ['network', 'group', 'device'],
    several: 'together',
    bare: true,
  },
  bisection: {
    doc: 'Bandwidth between two halves of the ports of the hosts, one direction, halved in the worst way; of several planes the sum. Full is half of what the hosts can inject.',
    dimension: 'bit rate',
    subjects: ['network'],
    ofFull: true,
    lowestIsWorst: true,
  },
  density: {
    doc: 'Front-panel bandwidth of the switches over the height they occupy, one direction.',
    dimension: 'bit rate density',
    subjects: ['rack', 'device'],
    several: 'together',
    lowestIsWorst: true,
  },
  margin: {
    doc: 'What the optics allow a link to lose less what its path loses, worst link of the network.',
    dimension: 'loss',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  'typical-margin': {
    doc: 'The same with the loss that is usually met: typical losses where parts say them, 3σ more where they say their spread, the largest elsewhere.',
    dimension: 'loss',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  loss: {
    doc: 'Largest loss of a link of the network, worst case: every element loses its maximum.',
    dimension: 'loss',
    subjects: ['network'],
  },
  'typical-loss': {
    doc: 'Largest loss of a link of the network as it is usually met.',
    dimension: 'loss',
    subjects: ['network'],
  },
  latency: {
    doc: 'Largest delay of a link of the network in one direction: fiber or cable, signal processing, FEC at both ends; typical figures.',
    dimension: 'time',
    subjects: ['network'],
  },
  diameter: {
    doc: 'Links between the two switches of the network that are farthest apart, or hosts where only these are linked; hosts beside switches pass nothing on, so that of planes it is the diameter of a plane. ∞ where no path joins some hosts.',
    dimension: 'count',
    subjects: ['network'],
    bare: true,
  },
  paths: {
    doc: 'Least number of equal shortest paths between two switches of the network with hosts; parallel links are one, and 0 where no path joins some hosts. With `.farthest`, between two that are as far apart as any.',
    dimension: 'count',
    subjects: ['network'],
    points: ['farthest'],
    bare: true,
    lowestIsWorst: true,
  },
  power: {
    doc: 'Power of what is selected, modules included: the most it draws, or with `.typical` what it draws typically. Of a feed: what it carries of its racks with their short peaks, shared with their other feeds.',
    dimension: 'power',
    subjects: ['device', 'rack', 'group', 'network', 'feed'],
    points: ['worst-case', 'typical'],
    several: 'together',
  },
  headroom: {
    doc: 'Share of the heat a loop or a branch could carry up to its return limit that is not used, or that its CDUs pass on with their redundancy used up where they limit it; of a rack, of the power it delivers; of a feed, of its capacity.',
    dimension: 'ratio',
    subjects: ['loop', 'branch', 'rack', 'feed'],
    several: 'each',
    lowestIsWorst: true,
  },
  temperature: {
    doc: 'Temperature of the coolant that enters a loop, a branch or a rack, or that leaves it.',
    dimension: 'temperature',
    subjects: ['loop', 'branch', 'rack'],
    points: ['supply', 'return'],
    several: 'each',
  },
  injection: {
    doc: 'Bandwidth that the hosts of the network can send into it, one direction. Full is that with nothing lost.',
    dimension: 'bit rate',
    subjects: ['network'],
    ofFull: true,
    lowestIsWorst: true,
  },
  links: {
    doc: 'Links of the network that are left.',
    dimension: 'count',
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
    doc: 'Reach of the optics or the cable less the length of the link, worst link of the network.',
    dimension: 'length',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  'receive-margin': {
    doc: 'Least average power that arrives at a receiver less the least it works with, worst link of the network; behind an amplifier a coherent link is limited by its noise and has none.',
    dimension: 'power ratio',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  'osnr-margin': {
    doc: 'Optical signal-to-noise ratio that arrives at a coherent receiver less what it needs, worst coherent link of the network.',
    dimension: 'power ratio',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  'dispersion-margin': {
    doc: 'Chromatic dispersion a coherent receiver compensates less that of the path, worst coherent link of the network.',
    dimension: 'accumulated dispersion',
    subjects: ['network'],
    lowestIsWorst: true,
  },
  switches: {
    doc: 'Switches that are left; of a network, those in it and those its links join.',
    dimension: 'count',
    subjects: devices,
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  hosts: {
    doc: 'Hosts that are left; of a network, those in it and those its links join.',
    dimension: 'count',
    subjects: devices,
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  modules: {
    doc: 'Modules in what is selected; of a network, those in its switches and those in hosts that its links use.',
    dimension: 'count',
    subjects: devices,
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  fibers: {
    doc: 'Fibers, both directions: those of the links of a network, or those that the modules of devices have, linked or not.',
    dimension: 'count',
    subjects: devices,
    several: 'together',
    bare: true,
  },
  ports: {
    doc: 'Logical ports, an empty cage being one: those of the devices or ports that are selected, or of the switches in racks, blocks and networks.',
    dimension: 'count',
    subjects: [...devices, 'cage', 'port'],
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  'used-ports': {
    doc: 'Those of them that a link uses; they stay in use when what they are linked to has failed.',
    dimension: 'count',
    subjects: [...devices, 'cage', 'port'],
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  'free-ports': {
    doc: 'Those of them that no link uses.',
    dimension: 'count',
    subjects: [...devices, 'cage', 'port'],
    several: 'together',
    bare: true,
    lowestIsWorst: true,
  },
  energy: {
    doc: 'Power over bandwidth in one direction. Of a network, what its switches draw with their modules and the modules of its hosts, over what the hosts inject; of devices, racks and blocks, what their switches draw with their modules over their front panels. 1 pJ/bit is 1 W for each Tbps.',
    dimension: 'energy per bit',
    subjects: devices,
    several: 'together',
  },
  heat: {
    doc: 'Heat of what is selected, with points that of it which goes to liquid or to air; of a loop or a branch, what its coolant takes.',
    dimension: 'power',
    subjects: ['device', 'rack', 'group', 'network', 'loop', 'branch'],
    points: ['liquid', 'air'],
    pointless: ['loop', 'branch'],
    several: 'together',
  },
  flow: {
    doc: 'Coolant that runs through a loop, a branch or a rack.',
    dimension: 'volume flow',
    subjects: ['loop', 'branch', 'rack'],
    several: 'each',
    lowestIsWorst: true,
  },
  rise: {
    doc: 'What the coolant warms by in a loop, a branch or a rack.',
    dimension: 'temperature difference',
    subjects: ['loop', 'branch', 'rack'],
    several: 'each',
  },
  'pressure-drop': {
    doc: 'Pressure the coolant loses through a rack and the worst of its devices, through a branch, or on the worst way around a loop.',
    dimension: 'pressure',
    subjects: ['loop', 'branch', 'rack'],
    several: 'each',
  },
  head: {
    doc: 'Pressure the CDUs of a loop give at its flow with their redundancy used up, each with an equal share of it.',
    dimension: 'pressure',
    subjects: ['loop'],
    several: 'each',
    lowestIsWorst: true,
  },
  'head-margin': {
    doc: 'What of the head is left when the worst way around the loop has taken its part.',
    dimension: 'pressure',
    subjects: ['loop'],
    several: 'each',
    lowestIsWorst: true,
  },
  pressure: {
    doc: 'Largest pressure in a loop: what its relief valve opens at, or what it is filled to and all of the head.',
    dimension: 'pressure',
    subjects: ['loop'],
    several: 'each',
  },
  facility: {
    doc: 'Warmest facility water a loop can do with: its supply less the approach of its CDUs. At 32 °C or more, water of ASHRAE class W32 will do.',
    dimension: 'temperature',
    subjects: ['loop'],
    several: 'each',
    lowestIsWorst: true,
  },
  airflow: {
    doc: 'Air the heat of racks needs to warm no more than their `air-rise`.',
    dimension: 'volume flow',
    subjects: ['rack'],
    several: 'together',
  },
  'air-rise': {
    doc: 'What the air that reaches a rack warms by in it.',
    dimension: 'temperature difference',
    subjects: ['rack'],
    several: 'each',
  },
  load: {
    doc: 'What a feed carries of its racks with their short peaks, shared with their other feeds; with one of those lost in `when any 1 of … fail`.',
    dimension: 'power',
    subjects: ['feed'],
    several: 'each',
  },
  current: {
    doc: 'Current through the busbar connector of a rack at the most its devices draw.',
    dimension: 'current',
    subjects: ['rack'],
    several: 'each',
  },
  height: {
    doc: 'Height of a rack that its devices take, or with `.free` what they leave.',
    dimension: 'length',
    subjects: ['rack'],
    points: ['used', 'free'],
    several: 'each',
  },
  weight: {
    doc: 'Weight of the devices in a rack, without their modules, or with `.free` what the rack carries besides.',
    dimension: 'mass',
    subjects: ['rack'],
    points: ['used', 'free'],
    several: 'each',
  },
};

// The facts a `require` statement can name.
import type { Dimension } from '../units/index.ts';
import type { ElementFamily } from './family.ts';

/** A fact that can be required. */
export interface FactSpec {
  readonly doc: string;
  readonly dimension: Dimension;
  /** What it is a fact of. */
  readonly subjects: readonly ElementFamily[];
  /** Points of the subject, as `return` in `temperature(primary.return)`. */
  readonly points?: readonly string[];
  /** Whether the limit may be a share `of full`. */
  readonly ofFull?: true;
  /** Whether a bare number is a limit, as in `oversubscription(x) <= 1`. */
  readonly bare?: true;
}

export const requirableFacts: Readonly<Record<string, FactSpec>> = {
  oversubscription: {
    doc: 'Bandwidth of the links towards the hosts over that of the links away from them, worst switch of the network.',
    dimension: 'ratio',
    subjects: ['network'],
    bare: true,
  },
  bisection: {
    doc: 'Bandwidth between two halves of the hosts, one direction: half of the thinnest cut between two tiers. Full is half of what the hosts can inject.',
    dimension: 'bit rate',
    subjects: ['network'],
    ofFull: true,
  },
  density: {
    doc: 'Front-panel bandwidth of the switches over the height they occupy, one direction.',
    dimension: 'bit rate density',
    subjects: ['rack', 'device'],
  },
  margin: {
    doc: 'What the optics allow a link to lose less what its path loses, worst link of the network.',
    dimension: 'loss',
    subjects: ['network'],
  },
  'typical-margin': {
    doc: 'The same with the loss that is usually met: typical losses where parts say them, 3σ more where they say their spread, the largest elsewhere.',
    dimension: 'loss',
    subjects: ['network'],
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
    doc: 'Links between the two switches of the network that are farthest apart; hosts pass nothing on, so that of planes it is the diameter of a plane.',
    dimension: 'ratio',
    subjects: ['network'],
    bare: true,
  },
  paths: {
    doc: 'Least number of equal shortest paths between two switches of the network with hosts; parallel links are one.',
    dimension: 'ratio',
    subjects: ['network'],
    bare: true,
  },
  power: {
    doc: 'Power of what is selected, modules included: the most it draws, or with `.typical` what it draws typically. Of a feed: what it carries of its racks, shared with their other feeds.',
    dimension: 'power',
    subjects: ['device', 'rack', 'group', 'network', 'feed'],
    points: ['maximum', 'typical'],
  },
  headroom: {
    doc: 'Share of the heat the loop could carry up to its return limit that is not used.',
    dimension: 'ratio',
    subjects: ['loop'],
  },
  temperature: {
    doc: 'Temperature of the coolant at a point of the loop, or of a branch of it.',
    dimension: 'temperature',
    subjects: ['loop', 'branch'],
    points: ['supply', 'return'],
  },
};

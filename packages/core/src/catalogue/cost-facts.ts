// Facts of money: what things cost to buy, and what their energy costs.
import type { FactSpec } from './fact-spec.ts';
import type { ElementFamily } from './family.ts';

/** What is bought, with what is in it; of the whole design, the bill of the hall says more. */
const bought: readonly ElementFamily[] = ['device', 'rack', 'group', 'network', 'hall'];

export const factsOfCost: Readonly<Record<string, FactSpec>> = {
  cost: {
    doc: 'Price of what is bought. Of a network: its switches with their modules, the modules in hosts that its links use, and its cables. Of devices, racks and blocks: devices with their modules, and the racks. Of the hall: everything in the bill of materials, with spares.',
    dimension: 'money',
    subjects: bought,
    several: 'together',
    ofDesign: false,
  },
  'cost-per-gbps': {
    doc: 'Cost of a network per bandwidth that its hosts can send into it.',
    dimension: 'money per bit rate',
    subjects: ['network'],
    several: 'together',
  },
  'cost-per-accelerator': {
    doc: 'Cost of a network, or of the hall, per accelerator in its hosts.',
    dimension: 'money',
    subjects: ['network', 'hall'],
    several: 'together',
  },
  'power-per-accelerator': {
    doc: 'Power of a network, or of the hall, per accelerator in its hosts. Of a network, its switches with their modules and the modules in hosts that its links use.',
    dimension: 'power',
    subjects: ['network', 'hall'],
    several: 'together',
  },
  'energy-cost': {
    doc: 'Cost of energy over the `service-life` of the hall: power × `pue` × `energy-price` × time, with the equipment at that power all the time.',
    dimension: 'money',
    subjects: bought,
    several: 'together',
    ofDesign: false,
  },
  'total-cost': {
    doc: 'Cost and energy cost together.',
    dimension: 'money',
    subjects: bought,
    several: 'together',
    ofDesign: false,
  },
};

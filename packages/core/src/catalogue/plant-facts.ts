// Facts of racks, feeds, loops and branches.
import type { FactSpec } from './fact-spec.ts';

export const factsOfPlant: Readonly<Record<string, FactSpec>> = {
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
};

// Devices on a grid: rings, tori and HyperX. The last coordinate runs fastest, as indices of arrays do.

import type { LinkFault } from '../model/fabric.ts';
import { itemAt, numberAt } from '../model/index.ts';
import { devicesOf, type Laid, noArguments, type OneSided, type PortSet } from './pattern.ts';
import { impossible, layWiring, type Wiring, wrongCount } from './wiring.ts';

/** One slot of a grid: its dimension, its step, and the slot of the opposite step. */
interface Step {
  readonly dimension: number;
  readonly by: number;
  readonly back: number;
}

/** The steps along one dimension, given how many come before them. */
type StepsAlong = (dimension: number, size: number, before: number) => Step[];

/** To the next and to the last; where there are only two, these are the same. */
const toNeighbours: StepsAlong = (dimension, size, before) =>
  size === 2
    ? [{ dimension, by: 1, back: before }]
    : [
        { dimension, by: 1, back: before + 1 },
        { dimension, by: size - 1, back: before },
      ];

/** To every other one. */
const toAll: StepsAlong = (dimension, size, before) =>
  Array.from({ length: size - 1 }, (_, i) => ({ dimension, by: i + 1, back: before + size - 2 - i }));

function gridWiring(sizes: readonly number[], along: StepsAlong): Wiring {
  const strides = sizes.map((_, i) => product(sizes.slice(i + 1)));
  const steps: Step[] = [];
  for (const [dimension, size] of sizes.entries()) steps.push(...along(dimension, size, steps.length));
  const degree = steps.length;
  return {
    devices: product(sizes),
    degree,
    peer(end) {
      const device = Math.floor(end / degree);
      const { dimension, by, back } = itemAt(steps, end - device * degree);
      const stride = numberAt(strides, dimension);
      const size = numberAt(sizes, dimension);
      const at = Math.floor(device / stride) % size;
      return (device + (((at + by) % size) - at) * stride) * degree + back;
    },
  };
}

function layGrid(side: PortSet, name: string, sizes: readonly number[], along: StepsAlong): Laid | LinkFault {
  if (sizes.some((size) => size < 2))
    return impossible(`A dimension of \`${name}\` has at least two devices`, 'Leave dimensions of one out.');
  return wrongCount(side, product(sizes)) ?? layWiring(side, gridWiring(sizes, along));
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all * each, 1);
}

export const ring: OneSided = {
  name: 'ring',
  form: 'ring',
  doc: 'Every device to the next, the last to the first. Ports first go to the next device, then to the one before.',
  takes: noArguments,
  sides: 1,
  lay(side) {
    const devices = devicesOf(side);
    if (devices < 2) return impossible('One device makes no ring', 'Select at least two devices.');
    return layWiring(side, gridWiring([devices], toNeighbours));
  },
};

export const full: OneSided = {
  name: 'full',
  form: 'full',
  doc: 'Every device to every other device of the same side.',
  takes: noArguments,
  sides: 1,
  lay(side) {
    const devices = devicesOf(side);
    if (devices < 2) return impossible('One device has no other to be joined to', 'Select at least two devices.');
    return layWiring(side, gridWiring([devices], toAll));
  },
};

export const torus: OneSided = {
  name: 'torus',
  form: 'torus(4, 4, 4)',
  doc: 'A ring along each dimension of a grid: two neighbours in each, one where a dimension has only two devices.',
  takes: { names: ['size'], repeated: true },
  sides: 1,
  lay: (side, sizes) => layGrid(side, 'torus', sizes, toNeighbours),
};

export const hyperx: OneSided = {
  name: 'hyperx',
  form: 'hyperx(8, 8)',
  doc: 'Every device to every other one along each dimension of a grid.',
  takes: { names: ['size'], repeated: true },
  sides: 1,
  lay: (side, sizes) => layGrid(side, 'hyperx', sizes, toAll),
};

// What a link pattern is: ports in, pairs of ports or a fault out.

import type { LinkFault } from '../model/fabric.ts';
import { unsignedAt } from '../model/index.ts';

/** Ports of one side, device by device. */
export interface PortSet {
  readonly ports: Uint32Array;
  /** Where each device's ports start in `ports`; one entry more than devices. */
  readonly starts: Uint32Array;
  /** The smallest number of other ports of any of the devices. */
  readonly spare: number;
}

/** Port `from[i]` is linked to port `to[i]`. */
export interface Laid {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** A parameter of a pattern, in parentheses. */
export interface Arguments {
  /** What each is, in order: `groups`, `hosts`. */
  readonly names: readonly string[];
  /** Whether the last may be repeated: the sizes of a torus. */
  readonly repeated: boolean;
}

interface Described {
  readonly name: string;
  /** How it is written, as an example: `torus(4, 4, 4)`. */
  readonly form: string;
  /** One line for completion and the reference. */
  readonly doc: string;
  readonly takes: Arguments;
}

/** A pattern of links between two sides. */
export interface TwoSided extends Described {
  readonly sides: 2;
  /** Lays the links, or returns why it can't. */
  lay(from: PortSet, to: PortSet): Laid | LinkFault;
}

/** A pattern of links among the devices of one side. */
export interface OneSided extends Described {
  readonly sides: 1;
  /** Lays the links among the devices of a side, or returns why it can't. */
  lay(side: PortSet, given: readonly number[]): Laid | LinkFault;
}

/** A pattern of links. */
export type Pattern = TwoSided | OneSided;

/** The parameters of a pattern without any. */
export const noArguments: Arguments = { names: [], repeated: false };

/** How many devices a side has. */
export function devicesOf(side: PortSet): number {
  return side.starts.length - 1;
}

/** Ports of each device, `NaN` when devices differ. */
export function portsEachOf(side: PortSet): number {
  const devices = devicesOf(side);
  const each = devices === 0 ? 0 : unsignedAt(side.starts, 1) - unsignedAt(side.starts, 0);
  for (let i = 1; i < devices; i++) {
    if (unsignedAt(side.starts, i + 1) - unsignedAt(side.starts, i) !== each) return Number.NaN;
  }
  return each;
}

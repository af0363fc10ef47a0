// What a link pattern is: ports of two sides in, pairs of ports or a fault out.
import type { LinkFault } from '../model/fabric.ts';

/** Ports of one side, device by device. */
export interface PortSet {
  readonly ports: Uint32Array;
  /** Where each device's ports start in `ports`; one entry more than devices. */
  readonly starts: Uint32Array;
}

/** Port `from[i]` is linked to port `to[i]`. */
export interface Laid {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** A way to link two sides. */
export interface Pattern {
  readonly name: string;
  /** One line for completion and the reference. */
  readonly doc: string;
  /** Lays the links, or says why it can't. */
  lay(from: PortSet, to: PortSet): Laid | LinkFault;
}

/** How many devices a side has. */
export function devicesOf(side: PortSet): number {
  return side.starts.length - 1;
}

/** Ports of each device, `NaN` when devices differ. */
export function portsEachOf(side: PortSet): number {
  const devices = devicesOf(side);
  const each = devices === 0 ? 0 : (side.starts[1] as number) - (side.starts[0] as number);
  for (let i = 1; i < devices; i++) {
    if ((side.starts[i + 1] as number) - (side.starts[i] as number) !== each) return Number.NaN;
  }
  return each;
}

// Ports that links use and ports that are free, by port group of what one declaration installs.
import { type Block, type Fabric, isDeviceBlock, type PortGroup, signedAt, unsignedAt } from '../../model/index.ts';
import { originKey } from '../../source/index.ts';
import { portsOfCages } from './cage-ports.ts';
import type { TopologyFacts } from './topology.ts';

/** The ports of one group on the devices of one declaration, in all scopes it was elaborated in. */
export interface PortUse {
  /** The first array. */
  readonly block: Block;
  readonly group: PortGroup;
  /** Logical ports; those of an empty cage as `portsOfCages` counts them. */
  readonly ports: number;
  readonly used: number;
  /** Ports of cages that hold a module and that no link uses. */
  readonly idle: number;
  /** The first such port, or -1. */
  readonly firstIdle: number;
  /** The devices that have such ports. */
  readonly idleOn: readonly number[];
}

/** A row that is still counted. */
interface Writable extends Omit<{ -readonly [K in keyof PortUse]: PortUse[K] }, 'idleOn'> {
  readonly idleOn: number[];
}

export function portUse(fabric: Fabric, topology: Pick<TopologyFacts, 'used'>): PortUse[] {
  const { devices, cages } = fabric;
  const { used } = topology;
  // An empty cage offers what other cages say.
  const offered = cages.module.includes(-1) ? portsOfCages(fabric, topology) : undefined;
  // The last answer holds for all ports between: groups of ports take turns on each device, so that a question may go back.
  let [asked, free] = [0, -1];
  /** The first port from one on that no link uses. */
  const freeFrom = (port: number): number => {
    if (port >= asked && port <= free) return free;
    const next = used.indexOf(0, port);
    [asked, free] = [port, next < 0 ? used.length : next];
    return free;
  };
  const found = new Map<string, Writable>();
  for (const block of fabric.blocks) {
    if (!isDeviceBlock(block) || block.part === undefined) continue;
    for (const group of block.part.ports) {
      const key = `${originKey(block.origin)} ${group.name}`;
      let row = found.get(key);
      if (row === undefined)
        found.set(key, (row = { block, group, ports: 0, used: 0, idle: 0, firstIdle: -1, idleOn: [] }));
      for (let device = block.first; device < block.first + block.count; device++) {
        const first = unsignedAt(devices.firstCage, device) + group.first;
        const [start, end] = [unsignedAt(cages.firstPort, first), unsignedAt(cages.firstPort, first + group.count)];
        // Nothing to look at where all have a link.
        if (freeFrom(start) >= end) {
          row.ports += end - start;
          row.used += end - start;
          continue;
        }
        if (offered === undefined) row.ports += end - start;
        for (let cage = first; cage < first + group.count; cage++) {
          const plugged = signedAt(cages.module, cage) >= 0;
          if (offered !== undefined) row.ports += unsignedAt(offered, cage);
          for (let port = unsignedAt(cages.firstPort, cage); port < unsignedAt(cages.firstPort, cage + 1); port++) {
            if (used[port] === 1) row.used++;
            else if (plugged) {
              row.idle++;
              if (row.firstIdle < 0) row.firstIdle = port;
              if (row.idleOn.at(-1) !== device) row.idleOn.push(device);
            }
          }
        }
      }
    }
  }
  return [...found.values()];
}

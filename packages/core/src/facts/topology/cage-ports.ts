// How many ports each cage offers, those without a module too.
import { type Fabric, isDeviceBlock, signedAt, unsignedAt } from '../../model/index.ts';
import { originKey } from '../../source/index.ts';
import type { TopologyFacts } from './topology.ts';

/**
 * Ports of each cage: the channels of its module; one where a link ends at it without a module, as a cable does. An empty cage
 * offers as many as the modules in the other cages of its form factor, in all boxes of one type, do at least; one where all of them
 * are empty.
 */
export function portsOfCages(fabric: Fabric, { used }: Pick<TopologyFacts, 'used'>): Uint32Array {
  const { cages, devices, blocks } = fabric;
  const ports = new Uint32Array(cages.module.length);
  for (let cage = 0; cage < ports.length; cage++)
    ports[cage] = unsignedAt(cages.firstPort, cage + 1) - unsignedAt(cages.firstPort, cage);
  const fewest = new Map<string, number>();
  const empty: (readonly [cage: number, alike: string])[] = [];
  for (const block of blocks) {
    if (!isDeviceBlock(block) || block.part === undefined) continue;
    for (const group of block.part.ports) {
      const alike = `${originKey(block.part.origin)} ${group.cage.index}`;
      let least = fewest.get(alike) ?? Number.POSITIVE_INFINITY;
      for (let device = block.first; device < block.first + block.count; device++) {
        const first = unsignedAt(devices.firstCage, device) + group.first;
        for (let cage = first; cage < first + group.count; cage++) {
          if (signedAt(cages.module, cage) >= 0) least = Math.min(least, unsignedAt(ports, cage));
          else if (used[unsignedAt(cages.firstPort, cage)] !== 1) empty.push([cage, alike]);
        }
      }
      fewest.set(alike, least);
    }
  }
  for (const [cage, alike] of empty) {
    const least = fewest.get(alike) ?? Number.POSITIVE_INFINITY;
    ports[cage] = Number.isFinite(least) ? least : 1;
  }
  return ports;
}

// What is at the end of a link at each port, by number: a module with the PMD of the channel, or a cage without a module.
import {
  type Fabric,
  isPart,
  numberAt,
  type Part,
  partOfDevice,
  portGroupAt,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';

/** What is at one end of a link. */
export interface LinkEnd {
  readonly module: Part<'module'> | undefined;
  /** The PMD that the module works as on this line. */
  readonly optics: Part<'optics'> | undefined;
  /** Of an end without a module, the cage. */
  readonly cage: Part<'cage'> | undefined;
}

/** The end at each port. */
export interface PortEnds {
  readonly ends: readonly LinkEnd[];
  /** Numbers of ends. */
  readonly of: Uint16Array | Uint32Array;
  /** The end at every port, where it is the same. */
  readonly only: number | undefined;
}

/**
 * The ends at all ports. Cages are read in runs with the same module, so that links need one look-up each: the ports of a mesh are far
 * apart in memory.
 */
export function portEnds(fabric: Fabric): PortEnds {
  const { cages, ports, parts } = fabric;
  const ends: LinkEnd[] = [];
  const ofModules = parts.map((part) => endsOfModule(part, ends));
  const bare = ends.push({ module: undefined, optics: undefined, cage: undefined }) - 1;
  const ofCages = parts.map((part) =>
    isPart(part, 'cage') ? ends.push({ module: undefined, optics: undefined, cage: part }) - 1 : bare,
  );
  const of = ends.length < 2 ** 16 ? new Uint16Array(ports.count) : new Uint32Array(ports.count);
  const used = new Set<number>();
  const fill = (end: number, cage: number, last: number): void => {
    used.add(end);
    of.fill(end, unsignedAt(cages.firstPort, cage), unsignedAt(cages.firstPort, last));
  };
  let last: number;
  for (let cage = 0; cage < cages.count; cage = last) {
    const module = signedAt(cages.module, cage);
    last = cage + 1;
    if (module < 0) {
      const { part, after } = bareCages(fabric, cage);
      while (last < after && signedAt(cages.module, last) === module) last++;
      fill(part === undefined ? bare : numberAt(ofCages, part.index), cage, last);
      continue;
    }
    while (last < cages.count && signedAt(cages.module, last) === module) last++;
    const channels = ofModules[module] ?? [bare];
    const [first = bare] = channels;
    if (channels.every((each) => each === first)) fill(first, cage, last);
    else
      for (let each = cage; each < last; each++) {
        const start = unsignedAt(cages.firstPort, each);
        for (let port = start; port < unsignedAt(cages.firstPort, each + 1); port++)
          of[port] = channels[port - start] ?? bare;
      }
    for (const end of channels) used.add(end);
  }
  const [only] = used;
  return { ends, of, only: used.size === 1 ? only : undefined };
}

/** The form factor of a cage, and the first cage after it that may have another one. */
function bareCages(fabric: Fabric, cage: number): { readonly part: Part<'cage'> | undefined; readonly after: number } {
  const device = unsignedAt(fabric.cages.device, cage);
  const [first, next] = [
    unsignedAt(fabric.devices.firstCage, device),
    unsignedAt(fabric.devices.firstCage, device + 1),
  ];
  const part = partOfDevice(fabric, device);
  const group = part === undefined ? undefined : portGroupAt(part, cage - first);
  return { part: group?.cage, after: group === undefined ? next : first + group.first + group.count };
}

/** The end each channel of a module makes; equal channels share one. */
function endsOfModule(part: Part, ends: LinkEnd[]): readonly number[] | undefined {
  if (part.kind !== 'module') return undefined;
  const module = part as Part<'module'>;
  const channels = module.values.channels?.value;
  if (channels === undefined) return [ends.push({ module, optics: undefined, cage: undefined }) - 1];
  const found: number[] = [];
  for (const { count, part: optics } of channels) {
    const end = ends.push({ module, optics, cage: undefined }) - 1;
    for (let i = 0; i < count; i++) found.push(end);
  }
  return found;
}

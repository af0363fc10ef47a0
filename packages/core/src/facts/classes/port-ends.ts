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
  /** Numbers of ends by port; the one number where all ports have the same end. */
  readonly of: Uint32Array | number;
}

/**
 * The ends at all ports. Cages are read in runs with the same module, so that links need one look-up each: the ports of a mesh are far
 * apart in memory.
 */
export function portEnds(fabric: Fabric): PortEnds {
  const { cages, parts } = fabric;
  const ends: LinkEnd[] = [];
  const ofModules = parts.map((part) => endsOfModule(part, ends));
  const bare = ends.push({ module: undefined, optics: undefined, cage: undefined }) - 1;
  const ofCages = parts.map((part) =>
    isPart(part, 'cage') ? ends.push({ module: undefined, optics: undefined, cage: part }) - 1 : bare,
  );
  const found = new EndColumn(fabric);
  let last: number;
  for (let cage = 0; cage < cages.count; cage = last) {
    const module = signedAt(cages.module, cage);
    last = cage + 1;
    if (module < 0) {
      const { part, after } = bareCages(fabric, cage);
      while (last < after && signedAt(cages.module, last) === module) last++;
      found.fill(part === undefined ? bare : numberAt(ofCages, part.index), cage, last);
      continue;
    }
    while (last < cages.count && signedAt(cages.module, last) === module) last++;
    const channels = ofModules[module] ?? [bare];
    const [first = bare] = channels;
    if (channels.every((each) => each === first)) found.fill(first, cage, last);
    else for (let each = cage; each < last; each++) found.set(channels, each);
  }
  return { ends, of: found.ends() ?? bare };
}

/** Ends by port, in the order of cages: one number until a second one comes. */
class EndColumn {
  private readonly fabric: Fabric;
  private only: number | undefined;
  private column: Uint32Array | undefined;

  constructor(fabric: Fabric) {
    this.fabric = fabric;
    this.only = undefined;
    this.column = undefined;
  }

  /** The same end at all ports of some cages. */
  fill(end: number, cage: number, last: number): void {
    const { firstPort } = this.fabric.cages;
    if (this.column === undefined && (this.only ?? end) === end) this.only = end;
    else this.columnFrom(cage).fill(end, unsignedAt(firstPort, cage), unsignedAt(firstPort, last));
  }

  /** The ends of the ports of one cage. */
  set(ends: readonly number[], cage: number): void {
    this.columnFrom(cage).set(ends, unsignedAt(this.fabric.cages.firstPort, cage));
  }

  ends(): Uint32Array | number | undefined {
    return this.column ?? this.only;
  }

  private columnFrom(cage: number): Uint32Array {
    const { cages, ports } = this.fabric;
    this.column ??= new Uint32Array(ports.count).fill(this.only ?? 0, 0, unsignedAt(cages.firstPort, cage));
    return this.column;
  }
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

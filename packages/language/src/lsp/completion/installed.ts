// What the last analysis knows of the things that are named in a statement: their cages, modules and free ports.
import {
  axisSize,
  type Block,
  cagePartOf,
  type Fabric,
  firstCageOf,
  isDeviceBlock,
  moduleIn,
  numberAt,
  type Part,
  type PortGroup,
  partOfDevice,
  printAxes,
  unsignedAt,
} from '@lightloom/core';

/** Devices of an array that are looked at: they are alike, but for what is plugged in. */
const maxDevices = 64;

/** The arrays that a path of names leads to: `su`, `leaf` to `backend.su[1].leaf` and its like. */
export function blocksAt(fabric: Fabric, path: readonly string[]): readonly Block[] {
  const suffix = path.join('.');
  const alike = blocksByName(fabric).get(path.at(-1) ?? '') ?? [];
  return alike.flatMap(({ block, plain }) => (plain === suffix || plain.endsWith(`.${suffix}`) ? [block] : []));
}

/** An array, with its path without indices. */
interface PlainBlock {
  readonly block: Block;
  readonly plain: string;
}

const named = new WeakMap<Fabric, ReadonlyMap<string, readonly PlainBlock[]>>();

/** Arrays by their own name, worked out once for a fabric. */
function blocksByName(fabric: Fabric): ReadonlyMap<string, readonly PlainBlock[]> {
  const found = named.get(fabric);
  if (found !== undefined) return found;
  const all = new Map<string, PlainBlock[]>();
  for (const block of fabric.blocks) {
    const plain = block.path.replace(/\[[^\]]*\]/g, '');
    const entry = { block, plain };
    const known = all.get(block.name);
    if (known === undefined) all.set(block.name, [entry]);
    else known.push(entry);
  }
  named.set(fabric, all);
  return all;
}

/** The arrays and the group of ports that a path leads to, where its last name is that of one. */
export function portsAt(
  fabric: Fabric,
  path: readonly string[],
): { readonly blocks: readonly Block[]; readonly group: PortGroup } | undefined {
  const blocks = blocksAt(fabric, path.slice(0, -1)).filter(isDeviceBlock);
  const group = blocks[0]?.part?.ports.find(({ name }) => name === path.at(-1));
  return group === undefined ? undefined : { blocks, group };
}

/** Cages of some devices, with whether a link ends at each: those of a group, or all. */
function cagesOf(
  fabric: Fabric,
  blocks: readonly Block[],
  group?: PortGroup,
): readonly { readonly cage: number; readonly index: number; readonly isFree: boolean }[] {
  const linked = linkedCages(fabric);
  return blocks.flatMap(({ first, count }) =>
    Array.from({ length: Math.min(count, maxDevices) }, (_, i) => first + i).flatMap((device) => {
      const start = firstCageOf(fabric, device) + (group?.first ?? 0);
      const size = group?.count ?? firstCageOf(fabric, device + 1) - firstCageOf(fabric, device);
      return Array.from({ length: size }, (_, index) => ({
        cage: start + index,
        index,
        isFree: !linked.has(start + index),
      }));
    }),
  );
}

const known = new WeakMap<Fabric, ReadonlySet<number>>();

/** The cages at which a link ends, worked out once for a fabric. */
function linkedCages(fabric: Fabric): ReadonlySet<number> {
  let found = known.get(fabric);
  if (found === undefined) {
    const cages = new Set<number>();
    for (const ends of [fabric.links.from, fabric.links.to])
      for (const port of ends) cages.add(unsignedAt(fabric.ports.cage, port));
    known.set(fabric, (found = cages));
  }
  return found;
}

/** The modules in the cages that paths lead to, each once. */
export function modulesAt(fabric: Fabric, paths: readonly (readonly string[])[]): ReadonlySet<Part<'module'>> {
  const found = new Set<Part<'module'>>();
  for (const path of paths) {
    const ports = portsAt(fabric, path);
    const cages =
      ports === undefined
        ? cagesOf(fabric, blocksAt(fabric, path).filter(isDeviceBlock))
        : cagesOf(fabric, ports.blocks, ports.group);
    for (const { cage } of cages) {
      const module = moduleIn(fabric, cage);
      if (module !== undefined) found.add(module);
    }
  }
  return found;
}

/** The form factors of the cages of a design that are on devices which it installs. */
export function cageTypes(fabric: Fabric): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of fabric.blocks) {
    const part = isDeviceBlock(block) && block.count > 0 ? partOfDevice(fabric, block.first) : undefined;
    for (const { cage } of part?.ports ?? []) found.add(cage.name);
    if (part !== undefined && part.ports.length === 0) {
      const cage = cagePartOf(fabric, firstCageOf(fabric, block.first));
      if (cage !== undefined) found.add(cage.name);
    }
  }
  return found;
}

/** An index or a range that can be selected, with what it is. */
export interface IndexChoice {
  readonly text: string;
  readonly detail: string;
}

/** What can be selected of an array or a group of ports: all, its range, and of ports those without links first. */
export function indicesOf(fabric: Fabric, path: readonly string[]): readonly IndexChoice[] {
  const ports = portsAt(fabric, path);
  if (ports !== undefined && ports.group.axes.length === 1) return portIndices(fabric, ports);
  const [block] = blocksAt(fabric, path);
  const [axis, ...more] = block?.axes ?? [];
  if (axis === undefined || more.length > 0) return [];
  return [
    { text: '*', detail: `all ${axisSize(axis)}` },
    { text: printAxes([axis]).slice(1, -1), detail: 'their indices' },
  ];
}

function portIndices(
  fabric: Fabric,
  { blocks, group }: NonNullable<ReturnType<typeof portsAt>>,
): readonly IndexChoice[] {
  const cages = cagesOf(fabric, blocks, group);
  const [axis] = group.axes;
  if (axis === undefined || 'list' in axis) return [];
  // A port is free where it is on every device.
  const taken = new Set(cages.flatMap(({ index, isFree }) => (isFree ? [] : [index])));
  const free = Array.from({ length: group.count }, (_, i) => i).filter((each) => !taken.has(each));
  const [first] = free;
  const last = first === undefined ? undefined : lastOfRun(free);
  const index = (position: number): number => axis.low + position;
  return [
    ...(first === undefined ? [] : [{ text: `${index(first)}`, detail: 'the first that is free' }]),
    ...(first === undefined || last === undefined || last === first || free.length === group.count
      ? []
      : [{ text: `${index(first)}..${index(last)}`, detail: `${last - first + 1} that are free` }]),
    { text: '*', detail: `all ${group.count}, ${free.length} free` },
    { text: `${axis.low}..${axis.high}`, detail: 'their indices' },
  ];
}

/** The last of the numbers that follow each other from the first on. */
function lastOfRun(numbers: readonly number[]): number {
  let at = 0;
  while (numbers[at + 1] === numberAt(numbers, at) + 1) at++;
  return numberAt(numbers, at);
}

/** `6 of 8 free` of a group of ports, or of all of an array. */
export function freeText(fabric: Fabric, path: readonly string[]): string | undefined {
  const ports = portsAt(fabric, path);
  const blocks = ports?.blocks ?? blocksAt(fabric, path).filter(isDeviceBlock);
  const cages = cagesOf(fabric, blocks, ports?.group);
  if (cages.length === 0) return undefined;
  const free = cages.filter(({ isFree }) => isFree).length;
  return `${free} of ${cages.length} ${cages.length === 1 ? 'cage' : 'cages'} free`;
}

// What is bought, counted again without the code that it tests. Cables fiber by fiber: one fiber is an edge between two connectors, and
// what hangs together is a cable. Everything else one by one.
import type { Fabric, Part } from '@lightloom/core';

/** One cable, as a reader of the text counts it. */
export interface Counted {
  /** Names of the connector types at its ends, sorted. */
  readonly ends: readonly string[];
  /** Both directions. */
  readonly fibers: number;
  readonly lengths: readonly number[];
}

/** Connectors of a module, and for each of its fibers the connector it comes out of; undefined where nobody says. */
function frontOf(module: Part<'module'>): { types: string[]; channels: number[][] } | undefined {
  const channels = (module.values.channels?.value ?? []).flatMap(({ count, part }) => Array(count).fill(part));
  const said = module.values.connector?.value.flatMap(({ count, part }) => Array(count).fill(part.name));
  const sizes = channels.map((each: Part<'optics'>) => each.values.fibers?.value ?? 0);
  if (said !== undefined) {
    const all = sizes.reduce((sum, each) => sum + each, 0);
    let fiber = 0;
    return {
      types: said,
      channels: sizes.map((size) => Array.from({ length: size }, () => Math.floor((fiber++ * said.length) / all))),
    };
  }
  const ports = module.values['form-factor']?.value.values['independent-ports']?.value ?? 1;
  if (channels.length > ports) return undefined;
  const types: string[] = [];
  return {
    types,
    channels: channels.map((each: Part<'optics'>, channel) => {
      const own = (each.values.connector?.value ?? []).flatMap(({ count, part }) => Array(count).fill(part.name));
      const first = types.length;
      types.push(...own);
      const size = sizes[channel] ?? 0;
      return Array.from({ length: size }, (_, fiber) => first + Math.floor((fiber * own.length) / size));
    }),
  };
}

/**
 * All cables of a fabric, in no order.
 * @returns undefined where the front of a linked module isn't given
 */
export function recount(fabric: Fabric, lengthOf: (link: number) => number): Counted[] | undefined {
  const { links, ports, cages, parts } = fabric;
  const group = new Map<string, string>();
  const types = new Map<string, string>();
  const root = (node: string): string => {
    const parent = group.get(node) ?? node;
    if (parent === node) return node;
    const found = root(parent);
    group.set(node, found);
    return found;
  };
  const ofCable = new Set<number>();
  for (const { cable, first, count } of fabric.linkGroups)
    if (cable !== undefined) for (let link = first; link < first + count; link++) ofCable.add(link);
  const fronts = new Map<number, ReturnType<typeof frontOf>>();
  const front = (cage: number): ReturnType<typeof frontOf> => {
    const module = cages.module[cage] ?? -1;
    if (!fronts.has(module)) fronts.set(module, frontOf(parts[module] as Part<'module'>));
    return fronts.get(module);
  };
  const fibers: { node: string; link: number }[] = [];
  const fixed: Counted[] = [];
  for (let link = 0; link < links.count; link++) {
    if (ofCable.has(link)) {
      fixed.push({ ends: [], fibers: 0, lengths: [lengthOf(link)] });
      continue;
    }
    const [near, far] = [links.from[link] ?? 0, links.to[link] ?? 0].map((port) => {
      const cage = ports.cage[port] ?? 0;
      const known = front(cage);
      const out = known?.channels[port - (cages.firstPort[cage] ?? 0)];
      return out?.map((connector) => {
        const node = `${cage}:${connector}`;
        types.set(node, known?.types[connector] ?? '');
        return node;
      });
    });
    if (near === undefined || far === undefined || near.length !== far.length) return undefined;
    near.forEach((node, i) => {
      group.set(root(node), root(far[i] ?? ''));
      fibers.push({ node, link });
    });
  }
  const cables = new Map<string, { fibers: number; lengths: Set<number> }>();
  for (const { node, link } of fibers) {
    const cable = cables.get(root(node)) ?? { fibers: 0, lengths: new Set() };
    cables.set(root(node), cable);
    cable.fibers++;
    cable.lengths.add(lengthOf(link));
  }
  const ends = new Map<string, string[]>();
  for (const [node, type] of types) {
    const there = ends.get(root(node));
    if (there === undefined) ends.set(root(node), [type]);
    else there.push(type);
  }
  return [
    ...fixed,
    ...[...cables].map(([node, { fibers: count, lengths }]) => ({
      ends: (ends.get(node) ?? []).sort(),
      fibers: count,
      lengths: [...lengths].some(Number.isNaN) ? [Number.NaN] : [...lengths].sort((a, b) => a - b),
    })),
  ];
}

/** Everything that is installed, one entry for each piece or each count that a piece gives: its kind and name, and how many. */
export function installed(fabric: Fabric): [what: string, count: number][] {
  const { devices, racks, cdus, cages, parts, feeds, branches } = fabric;
  const found: [string, number][] = [];
  type Given = { value: { count: number; part?: Part }[] } | undefined;
  const inside = (kind: string, given: Given): void => {
    for (const { count, part } of given?.value ?? []) found.push([`${kind} ${part?.name}`, count]);
  };
  const each = (column: Int32Array, count: number, kindOf: (id: number) => string): void => {
    for (let id = 0; id < count; id++) {
      const part = parts[column[id] ?? -1];
      found.push([`${kindOf(id)} ${part?.name ?? 'unknown'}`, 1]);
      const values = (part?.values ?? {}) as Record<string, unknown>;
      const supplies = values['supplies'] as { value: { count: number } } | undefined;
      if (supplies !== undefined) found.push([`supply ${part?.name} supply`, supplies.value.count]);
      inside('laser', values['lasers'] as Given);
      inside('shelf', values['shelves'] as Given);
      inside('panel', values['panels'] as Given);
      inside('coupling', values['couplings'] as Given);
    }
  };
  const hosts = new Set<number>();
  for (const { kind, first, count } of fabric.blocks)
    if (kind === 'host') for (let id = first; id < first + count; id++) hosts.add(id);
  each(devices.part, devices.count, (id) => (hosts.has(id) ? 'host' : 'switch'));
  each(racks.part, racks.count, () => 'rack');
  each(cdus.part, cdus.count, () => 'cdu');
  for (let cage = 0; cage < cages.count; cage++) {
    const module = parts[cages.module[cage] ?? -1] as Part<'module'> | undefined;
    const cageType = module?.values['form-factor']?.value.values;
    const mounting = cageType?.mounting?.value ?? (cageType?.['light-source']?.value === 'external' ? 'built-in' : '');
    if (module !== undefined && mounting !== 'built-in') found.push([`module ${module.name}`, 1]);
  }
  for (const { name } of feeds) found.push([`feed ${name}`, 1]);
  for (const { values } of branches) inside('coupling', values.couplings as Given);
  return found;
}

// Other chips and cages of a switch, lasers of an engine, and rack types.
import {
  blockOfRack,
  type DesignChange,
  type Fabric,
  type Finding,
  isPart,
  moduleIn,
  type Origin,
  type Part,
  type PortGroup,
  partOfRack,
  plugIn,
  type Remedy,
  using,
} from '@lightloom/core';
import { cageAt, partsToChoose } from './about.ts';
import { distance } from './modules.ts';

/** Modules that are tried in other cages. */
const maxModules = 4;

/** Cages with the lane rate of the chip, with modules for them, and chips with that of the cages. */
export function otherLanes({ subjects }: Finding, fabric: Fabric, library: readonly Part[]): readonly Remedy[] {
  const part = fabric.parts[subjects?.of === 'part' ? (subjects.ids[0] ?? -1) : -1];
  const asic = part !== undefined && isPart(part, 'switch') ? part.values.asic : undefined;
  const rate = asic?.value.values['lane-rate']?.value;
  if (part === undefined || asic === undefined || rate === undefined) return [];
  const isFaster = ({ cage }: PortGroup): boolean => (cage.values['lane-rate']?.value ?? 0) > rate;
  const chips = partsToChoose('asic', fabric, library)
    .filter(({ values }) =>
      part.ports.every(({ cage }) => (values['lane-rate']?.value ?? 0) >= (cage.values['lane-rate']?.value ?? 0)),
    )
    .sort((a, b) => (a.values.capacity?.value ?? 0) - (b.values.capacity?.value ?? 0));
  return [
    ...part.ports.filter(isFaster).flatMap((group) => slowerCages(group, rate, fabric, library)),
    ...chips.map(({ name }): Remedy => using([asic.origin], name, asic.value.name)),
  ];
}

/** Cages of as many lanes at a rate, that go into the same opening. */
function slowerCages(group: PortGroup, rate: number, fabric: Fabric, library: readonly Part[]): readonly Remedy[] {
  const { lanes, accepts } = group.cage.values;
  const cages = partsToChoose('cage', fabric, library).filter(
    ({ name, values }) =>
      values['lane-rate']?.value === rate &&
      values.lanes?.value === lanes?.value &&
      accepts?.value.some(({ part }) => part.name === name) === true,
  );
  return cages.flatMap((cage): Remedy[] => {
    const changed: DesignChange = { kind: 'use', at: [group.origin], part: cage.name, inPlaceOf: group.cage.name };
    const plugs = plugsOf(fabric, group).filter(
      ([, module]) => module.values['form-factor']?.value.name === group.cage.name,
    );
    if (plugs.length === 0) return [{ changes: [changed] }];
    const [[, now] = []] = plugs;
    return partsToChoose('module', fabric, library)
      .filter(({ values }) => values['form-factor']?.value.name === cage.name)
      .sort((a, b) => distance(a, now) - distance(b, now))
      .slice(0, maxModules)
      .map(({ name }) => ({
        title: `Use \`${cage.name}\` cages and \`${name}\``,
        changes: [
          changed,
          ...plugs.map(([at, module]): DesignChange => ({ kind: 'use', at: [at], part: name, inPlaceOf: module.name })),
        ],
      }));
  });
}

/** The statements that plug modules into the cages of a group, with the module. */
function plugsOf(fabric: Fabric, { origin }: PortGroup): readonly (readonly [Origin, Part<'module'>])[] {
  const found = new Map<number, readonly [Origin, Part<'module'>]>();
  for (let cage = 0; cage < fabric.cages.count; cage++) {
    const [plug, module] = [plugIn(fabric, cage), moduleIn(fabric, cage)];
    if (plug === undefined || module === undefined || found.has(plug.index)) continue;
    const { group } = cageAt(fabric, cage);
    if (group?.origin.start === origin.start && group.origin.uri === origin.uri)
      found.set(plug.index, [plug.origin, module]);
  }
  return [...found.values()];
}

/** Lasers of more power for an engine: in its switch where that has some, else as the engine names one. */
export function otherLasers({ subjects }: Finding, fabric: Fabric, library: readonly Part[]): readonly Remedy[] {
  const cage = subjects?.of === 'cage' ? subjects.ids[0] : undefined;
  if (cage === undefined) return [];
  const { module, device } = cageAt(fabric, cage);
  const installed = device !== undefined && isPart(device, 'switch') ? device.values.lasers : undefined;
  const [only, ...more] = installed?.value ?? [];
  const named = module?.values.laser;
  const now = only?.part ?? named?.value;
  const at = installed?.origin ?? named?.origin;
  if (now === undefined || at === undefined || more.length > 0) return [];
  return partsToChoose('laser', fabric, library)
    .filter(({ name }) => name !== now.name)
    .map(({ name }) => using([at], name, now.name));
}

/** Rack types in place of another one. */
export function otherRacks({ subjects }: Finding, fabric: Fabric, library: readonly Part[]): readonly Remedy[] {
  const rack = subjects?.of === 'rack' ? subjects.ids[0] : undefined;
  const now = rack === undefined ? undefined : partOfRack(fabric, rack);
  if (rack === undefined || now === undefined) return [];
  const { origin } = blockOfRack(fabric, rack);
  return partsToChoose('rack', fabric, library)
    .filter(({ name, values }) => name !== now.name && values['busbar-voltage'] !== undefined)
    .map(({ name }) => using([origin], name, now.name));
}

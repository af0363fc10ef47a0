// What a finding is about, and the parts that may be chosen instead.
import {
  deviceOfCage,
  type Fabric,
  type Finding,
  firstCageOf,
  type LinkGroup,
  moduleIn,
  originKey,
  type Part,
  type PartKind,
  type PortGroup,
  partOfDevice,
  portGroupAt,
} from '@lightloom/core';

/** The statement that makes the links a finding is about; undefined where it is about something else. */
export function linksOf({ subjects, origin }: Finding, fabric: Fabric): LinkGroup | undefined {
  const [id = -1] = subjects?.ids ?? [];
  if (subjects?.of === 'link statement') return fabric.linkGroups[id];
  if (subjects?.of === 'link') return fabric.linkGroups.find(({ first, count }) => first <= id && id < first + count);
  return fabric.linkGroups.find((each) => originKey(each.origin) === originKey(origin));
}

/** The parts of a kind: those of the design first, then those of the library that they don't hide. */
export function partsToChoose<K extends PartKind>(
  kind: K,
  fabric: Fabric,
  library: readonly Part[],
): readonly Part<K>[] {
  const isOfKind = (each: Part): each is Part<K> => each.kind === kind;
  const own = fabric.parts.filter(({ library: ships }) => !ships).filter(isOfKind);
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...library.filter(isOfKind).filter(({ name }) => !names.has(name))];
}

/** What a cage is, whose it is, and what is in it. */
interface CageAt {
  readonly device: Part | undefined;
  readonly group: PortGroup | undefined;
  readonly type: Part<'cage'> | undefined;
  readonly module: Part<'module'> | undefined;
}

export function cageAt(fabric: Fabric, cage: number): CageAt {
  const id = deviceOfCage(fabric, cage);
  const device = partOfDevice(fabric, id);
  const group = device === undefined ? undefined : portGroupAt(device, cage - firstCageOf(fabric, id));
  return { device, group, type: group?.cage, module: moduleIn(fabric, cage) };
}

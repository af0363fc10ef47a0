// The tree of groups with the devices drawn in each.
import { type Facts, type Group, isDeviceBlock } from '@lightloom/core';
import { grouped } from '../../../graph/index.ts';
import { type Drawn, type Segment, segmentsIn } from './segments.ts';

/** `undefined` as a group is the scope of the whole drawing: networks have no frame. */
export interface Outline {
  segments(group: Group | undefined): readonly Segment[];
  /** Groups with devices in them, or in a group within. */
  children(group: Group | undefined): readonly Group[];
  /** Text that is the same for groups with equal contents. */
  signature(group: Group): string;
}

export function outlineOf(facts: Facts, drawn: Drawn): Outline {
  const { fabric } = facts;
  const scopes = grouped(fabric.blocks.filter(isDeviceBlock), ({ group }) => scopeOf(group));
  const segments = new Map(
    [...scopes]
      .map(([group, blocks]) => [group, segmentsIn(facts, blocks, drawn)] as const)
      .filter(([, list]) => list.length > 0),
  );
  const used = new Set<Group>();
  for (const group of segments.keys())
    for (let each = group; each !== undefined; each = scopeOf(each.parent)) used.add(each);
  const children = grouped(
    fabric.groups.filter((group) => used.has(group)),
    (group) => scopeOf(group.parent),
  );
  const signatures = new Map<Group, string>();
  const signature = (group: Group): string => {
    let found = signatures.get(group);
    if (found === undefined) {
      const own = (segments.get(group) ?? []).map((each) => `${each.key}=${each.signature} ${each.links}`);
      const below = (children.get(group) ?? []).map((each) => `${each.name}(${signature(each)})`);
      signatures.set(group, (found = `${group.template} ${[...own, ...below].join(';')}`));
    }
    return found;
  };
  return {
    segments: (group) => segments.get(group) ?? [],
    children: (group) => children.get(group) ?? [],
    signature,
  };
}

function scopeOf(group: Group | undefined): Group | undefined {
  return group?.kind === 'network' ? undefined : group;
}

// Which instances of a template are drawn as one.
import type { Group } from '@lightloom/core';
import { grouped } from '../../../graph/index.ts';

/** Equal groups drawn side by side, at most. */
const maxGroups = 4;
/** Groups drawn before the rest, when more are equal. */
const beforeFold = 3;
/** Groups with links between them, drawn in a circle, at most: of more, the bands would be a black disc, and they are one. */
const maxInterlinked = 9;
/** Frames of one scope that a drawing has room for. */
const maxFrames = 24;
/** Groups that a view asks to see one by one, before the rest is folded after all. */
const maxExpanded = 64;

/** Why groups that would each have been drawn are one frame; undefined where they are not. */
export type Folded = 'equal' | 'unlike' | undefined;

/** Groups that a view draws as one, and one by one. */
export interface Folding {
  /** Groups drawn as one with their equals. */
  readonly collapse: ReadonlySet<number>;
  /** Groups drawn one by one. */
  readonly expand: ReadonlySet<number>;
  /** Arrays of groups, by path, that are linked among themselves. */
  readonly interlinked: ReadonlySet<string>;
}

/** Groups that share a frame. */
export interface GroupSet {
  readonly groups: readonly Group[];
  readonly folded: Folded;
}

/**
 * Sorts the groups of a scope into frames.
 * @param signature text that equal groups share
 */
export function foldGroups(
  groups: readonly Group[],
  signature: (group: Group) => string,
  folding: Folding,
): readonly GroupSet[] {
  const arrays = grouped(groups, (group) => group.array.slice(group.parent?.path.length ?? 0));
  return foldUnlike([...arrays.values()].flatMap((instances) => foldEqual(instances, signature, folding)));
}

/** Instances of one array in sets that are drawn as one, in order. */
function foldEqual(
  instances: readonly Group[],
  signature: (group: Group) => string,
  { collapse, expand, interlinked }: Folding,
): GroupSet[] {
  const sets: GroupSet[] = [];
  for (const equal of grouped(instances, signature).values()) {
    const expanded = equal.every((each) => expand.has(each.index));
    const linked = interlinked.has((equal[0] as Group).array);
    const entangled = linked && equal.length > maxInterlinked && !expanded;
    const collapsed = equal.every((each) => collapse.has(each.index)) || entangled;
    if (equal.length > 1 && collapsed) sets.push({ groups: equal, folded: undefined });
    else {
      const max = expanded ? maxExpanded : linked ? maxInterlinked : maxGroups;
      const shown = equal.length > max ? (expanded ? max : beforeFold) : equal.length;
      for (const each of equal.slice(0, shown)) sets.push({ groups: [each], folded: undefined });
      if (shown < equal.length) sets.push({ groups: equal.slice(shown), folded: 'equal' });
    }
  }
  return sets.sort((a, b) => (a.groups[0] as Group).index - (b.groups[0] as Group).index);
}

/** More groups than a drawing has room for, none equal: the rest of each template is one frame. */
function foldUnlike(sets: readonly GroupSet[]): readonly GroupSet[] {
  if (sets.length <= maxFrames) return sets;
  const rest = grouped(
    sets.slice(maxGroups).flatMap((each) => each.groups),
    (group) => group.template,
  );
  return [...sets.slice(0, maxGroups), ...[...rest.values()].map((groups): GroupSet => ({ groups, folded: 'unlike' }))];
}

// The tree of frames, with the boxes in each.
import { grouped, type TiersGroup, type Trunk } from '../../graph/index.ts';
import { partsOf } from './parts.ts';
import type { Scope } from './scope.ts';
import type { Slot } from './slot.ts';

/** The tree of frames; empty ones are left out. */
export function scopesOf(groups: readonly TiersGroup[], slots: readonly Slot[], trunks: readonly Trunk[]): Scope {
  const known = new Set(groups.map((each) => each.id));
  const outer = (group: string | undefined) => (group !== undefined && known.has(group) ? group : undefined);
  const inGroup = grouped(slots, (slot) => outer(slot.group));
  const under = grouped(groups, (each) => outer(each.group));
  const scope = (group: TiersGroup | undefined): Scope => {
    const scopes = (under.get(group?.id) ?? []).map(scope).filter((each) => each.slots.length + each.scopes.length > 0);
    const own = inGroup.get(group?.id) ?? [];
    const rows = [...own.map(({ row }) => row), ...scopes.flatMap(({ top, bottom }) => [top, bottom])];
    return { group, scopes, slots: own, top: Math.min(...rows), bottom: Math.max(...rows) };
  };
  return partsOf(scope(undefined), trunks);
}

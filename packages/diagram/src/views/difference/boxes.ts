// The boxes of a comparison: arrays of devices to which the same happened.
import {
  byteAt,
  type DesignDiff,
  type Facts,
  foldedNames,
  itemAt,
  kindOfDevice,
  noTier,
  signedAt,
  unsignedAt,
} from '@lightloom/core';
import type { TiersNode } from '../../graph/index.ts';
import { typesText } from '../network/devices/device-text.ts';
import { tiersOf } from '../network/drawn-devices.ts';
import { arrayPath } from '../text/names.ts';
import { times } from '../text/phrases.ts';
import { deviceStates, type State, signs, state } from './change-of.ts';

/** The boxes, and which of them each device is in. */
export interface Boxes {
  readonly nodes: readonly TiersNode[];
  /** By device of the old and of the new design, the place of its box. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

interface Draft {
  readonly state: State;
  readonly facts: Facts;
  readonly ids: number[];
  /** The same devices in the old design, where they are in both. */
  readonly olds: number[];
}

/** Puts devices of one array to which the same happened into one box. */
export function boxesOf(diff: DesignDiff): Boxes {
  const { matching, before, after } = diff;
  const states = deviceStates(diff);
  const drafts: Draft[] = [];
  const places = new Map<string, number>();
  const place = (facts: Facts, device: number, own: State): number => {
    const block = itemAt(facts.fabric.blocks, unsignedAt(facts.fabric.devices.block, device));
    const key = `${arrayPath(block)} ${own}`;
    let found = places.get(key);
    if (found === undefined) {
      places.set(key, (found = drafts.length));
      drafts.push({ state: own, facts, ids: [], olds: [] });
    }
    return found;
  };
  const boxes = {
    before: new Int32Array(before.fabric.devices.count).fill(-1),
    after: new Int32Array(after.fabric.devices.count).fill(-1),
  };
  for (let now = 0; now < boxes.after.length; now++) {
    const box = place(after, now, byteAt(states, now) as State);
    boxes.after[now] = box;
    itemAt(drafts, box).ids.push(now);
    const old = signedAt(matching.devices.before, now);
    if (old < 0) continue;
    boxes.before[old] = box;
    itemAt(drafts, box).olds.push(old);
  }
  for (let old = 0; old < boxes.before.length; old++) {
    if (signedAt(boxes.before, old) >= 0) continue;
    const box = place(before, old, state.removed);
    boxes.before[old] = box;
    itemAt(drafts, box).ids.push(old);
  }
  const tiers = [before, after].map((facts) =>
    tiersOf(
      facts,
      facts.fabric.networks.map(({ index }) => index),
    ),
  );
  return { ...boxes, nodes: drafts.map((draft) => nodeOf(draft, before, tiers[draft.facts === before ? 0 : 1])) };
}

function nodeOf({ state: own, facts, ids, olds }: Draft, before: Facts, tiers: Uint8Array | undefined): TiersNode {
  const { fabric } = facts;
  const names = foldedNames(fabric, 'devices', ids);
  const first = ids[0] ?? 0;
  const kind = kindOfDevice(fabric, first) === 'host' ? 'host' : 'switch';
  const known =
    (tiers ?? []).length === 0 ? [] : ids.map((id) => tiers?.[id] ?? noTier).filter((tier) => tier !== noTier);
  const label = `${signs[own]}${names.join(', ')}`;
  const type = times(ids.length, typesText(fabric, ids));
  const was = own === state.changed ? wasText(before, olds, names, typesText(fabric, ids)) : [];
  return {
    id: `${signs[own]}${names.join(', ')}`,
    kind,
    label,
    lines: [type, ...was],
    count: ids.length,
    status: { value: own, text: '' },
    detail: [label, type, ...was].join('\n'),
    tier: known.length > 0 ? Math.max(...known) : kind === 'host' ? 0 : 1,
  };
}

/** What changed devices were before, where that is said by their type or name. */
function wasText({ fabric }: Facts, olds: readonly number[], names: readonly string[], type: string): string[] {
  const before = typesText(fabric, olds);
  const oldNames = foldedNames(fabric, 'devices', olds).join(', ');
  return [
    ...(before === type ? ['moved, or with other modules'] : [`was ${before}`]),
    ...(oldNames === names.join(', ') ? [] : [`was ${oldNames}`]),
  ];
}

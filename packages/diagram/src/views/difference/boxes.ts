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
import { changedTypes, type DeviceStates, deviceStates, reason, type State, signs, state } from './change-of.ts';

/** The boxes, and which of them each device is in. */
export interface Boxes {
  readonly nodes: readonly TiersNode[];
  /** The array that each box is of: `backend.su.leaf`. */
  readonly arrays: readonly string[];
  /** By device of the old and of the new design, the place of its box. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

interface Draft {
  readonly array: string;
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
  const place = (facts: Facts, device: number, own: State, reasons: number): number => {
    const block = itemAt(facts.fabric.blocks, unsignedAt(facts.fabric.devices.block, device));
    const array = arrayPath(block);
    const key = `${array} ${own} ${reasons}`;
    let found = places.get(key);
    if (found === undefined) {
      places.set(key, (found = drafts.length));
      drafts.push({ array, state: own, facts, ids: [], olds: [] });
    }
    return found;
  };
  const boxes = {
    before: new Int32Array(before.fabric.devices.count).fill(-1),
    after: new Int32Array(after.fabric.devices.count).fill(-1),
  };
  for (let now = 0; now < boxes.after.length; now++) {
    const box = place(after, now, byteAt(states.of, now) as State, byteAt(states.reasons, now));
    boxes.after[now] = box;
    itemAt(drafts, box).ids.push(now);
    const old = signedAt(matching.devices.before, now);
    if (old < 0) continue;
    boxes.before[old] = box;
    itemAt(drafts, box).olds.push(old);
  }
  for (let old = 0; old < boxes.before.length; old++) {
    if (signedAt(boxes.before, old) >= 0) continue;
    const box = place(before, old, state.removed, 0);
    boxes.before[old] = box;
    itemAt(drafts, box).ids.push(old);
  }
  const tiers = [before, after].map((facts) =>
    tiersOf(
      facts,
      facts.fabric.networks.map(({ index }) => index),
    ),
  );
  return {
    ...boxes,
    arrays: drafts.map(({ array }) => array),
    nodes: drafts.map((draft) => nodeOf(draft, { before, states, tiers, types: changedTypes(diff) })),
  };
}

interface Surroundings {
  readonly before: Facts;
  readonly states: DeviceStates;
  /** What changed of each type, by its index in the new design. */
  readonly types: ReadonlyMap<number, string>;
  /** Hops from the hosts, by device of the old and of the new design. */
  readonly tiers: readonly (Uint8Array | undefined)[];
}

function nodeOf(draft: Draft, { before, states, tiers, types }: Surroundings): TiersNode {
  const { state: own, facts, ids, olds } = draft;
  const { fabric } = facts;
  const names = foldedNames(fabric, 'devices', ids);
  const first = ids[0] ?? 0;
  const kind = kindOfDevice(fabric, first) === 'host' ? 'host' : 'switch';
  const label = `${signs[own]}${names.join(', ')}`;
  const type = times(ids.length, typesText(fabric, ids));
  const bits = own === state.changed ? ids.reduce((all, id) => all | byteAt(states.reasons, id), 0) : 0;
  const was = [
    ...((bits & ~reason.figures) === 0 ? [] : [changedText(bits, typesText(before.fabric, olds))]),
    ...((bits & reason.figures) === 0 ? [] : [types.get(signedAt(fabric.devices.part, first)) ?? '']),
    ...renamedText(before, olds, names),
  ];
  return {
    id: label,
    kind,
    label,
    lines: [type, ...was],
    count: ids.length,
    status: { value: own, text: '' },
    detail: [label, type, ...was].join('\n'),
    tier: tierOf(draft, before, tiers) ?? (kind === 'host' ? 0 : null),
  };
}

/** The row of a box: the higher one where the designs have it in different ones, as when a tier comes in between. */
function tierOf({ facts, ids, olds }: Draft, before: Facts, [old, now]: Surroundings['tiers']): number | undefined {
  const known = [
    ...ids.map((id) => (facts === before ? old : now)?.[id]),
    ...(facts === before ? [] : olds.map((id) => old?.[id])),
  ].flatMap((tier) => (tier === undefined || tier === noTier ? [] : [tier]));
  return known.length === 0 ? undefined : known.reduce((most, tier) => Math.max(most, tier), 0);
}

/** `was Box, in another rack, with other modules` */
function changedText(bits: number, before: string): string {
  return [
    ...((bits & reason.type) === 0 ? [] : [`was ${before}`]),
    ...((bits & reason.moved) === 0 ? [] : ['in another rack']),
    ...((bits & reason.rack) === 0 ? [] : ['rack moved']),
    ...((bits & reason.modules) === 0 ? [] : ['with other modules']),
  ].join(', ');
}

/** The names that devices had, where they are called otherwise now. */
function renamedText({ fabric }: Facts, olds: readonly number[], names: readonly string[]): string[] {
  const before = foldedNames(fabric, 'devices', olds).join(', ');
  return olds.length === 0 || before === names.join(', ') ? [] : [`called ${before} before`];
}

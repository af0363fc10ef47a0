// The options of a drawing of networks: which devices, which groups as one, which colors.
import {
  deviceOfCage,
  deviceOfPort,
  type Facts,
  isDeviceBlock,
  type Selected,
  type Selection,
  signedAt,
  type View,
} from '@lightloom/core';
import type { Color } from '../sketch/color.ts';

export interface NetworkSketch {
  readonly color: Color;
  /** Networks drawn; all when undefined. */
  readonly networks: ReadonlySet<number> | undefined;
  /** Networks that the view has, of which a reader may hide some; all when undefined. */
  readonly whole?: ReadonlySet<number> | undefined;
  /** One flag a device; all when undefined. */
  readonly devices: Uint8Array | undefined;
  /** Groups drawn as one with their equals. */
  readonly collapse: ReadonlySet<number>;
  /** Groups, and devices by flags, that are drawn one by one. */
  readonly expand: { readonly groups: ReadonlySet<number>; readonly devices: Uint8Array | undefined };
  /** Whether a `view` statement selects what is drawn. */
  readonly selected: boolean;
}

/** The drawing of everything, for a design that names no network yet. */
export const allDevices: NetworkSketch = {
  color: 'utilization',
  networks: undefined,
  devices: undefined,
  collapse: new Set(),
  expand: { groups: new Set(), devices: undefined },
  selected: false,
};

/** The drawing of one network. */
export function networkSketch(index: number): NetworkSketch {
  return { ...allDevices, networks: new Set([index]) };
}

/** What a `view` statement asks for. */
export function declaredSketch(facts: Facts, { values }: View): NetworkSketch {
  const of = values.of?.value.selection;
  return {
    color: values.color?.value ?? 'utilization',
    networks: of?.of === 'network' ? new Set(of.ids) : undefined,
    devices: of === undefined || of.of === 'network' ? undefined : devicesIn(facts, of),
    collapse: groupsIn(values.collapse?.value.selection),
    expand: expanded(facts, values.expand?.value),
    selected: of !== undefined,
  };
}

function expanded(facts: Facts, selected: Selected | undefined): NetworkSketch['expand'] {
  const all = selected === undefined ? [] : [selected.selection, ...(selected.others ?? [])];
  const devices = all.find(({ of }) => of === 'device');
  return {
    groups: groupsIn(all.find(({ of }) => of === 'group')),
    devices: devices === undefined ? undefined : devicesIn(facts, devices),
  };
}

function groupsIn(selection: Selection | undefined): ReadonlySet<number> {
  return selection?.of === 'group' ? new Set(selection.ids) : new Set();
}

/** Devices that are selected, are in a selected group, have a selected cage or port, or are of a selected type: one flag each. */
function devicesIn({ fabric }: Facts, { of, ids }: Selection): Uint8Array {
  const flags = new Uint8Array(fabric.devices.count);
  const selected = new Set(ids);
  if (of === 'device') for (const id of selected) flags[id] = 1;
  if (of === 'cage') for (const id of selected) flags[deviceOfCage(fabric, id)] = 1;
  if (of === 'port') for (const id of selected) flags[deviceOfPort(fabric, id)] = 1;
  if (of === 'part')
    for (let id = 0; id < flags.length; id++) if (selected.has(signedAt(fabric.devices.part, id))) flags[id] = 1;
  if (of !== 'group') return flags;
  for (const block of fabric.blocks.filter(isDeviceBlock)) {
    let inside = false;
    for (let each = block.group; each !== undefined; each = each.parent) inside ||= selected.has(each.index);
    if (inside) flags.fill(1, block.first, block.first + block.count);
  }
  return flags;
}

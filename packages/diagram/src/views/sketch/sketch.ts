// What a view asks for: what is drawn, what is folded, what the colors say.
import { deviceOfPort, type Facts, type Selection, type View } from '@lightloom/core';
import type { ViewInfo, ViewKind } from '../../graph/index.ts';

export type Color = 'utilization' | 'temperature' | 'power' | 'network';

export interface Sketch extends ViewInfo {
  readonly color: Color;
  /** Networks drawn; all when undefined. */
  readonly networks: ReadonlySet<number> | undefined;
  /** One flag a device; all when undefined. */
  readonly devices: Uint8Array | undefined;
  /** Racks drawn; all when undefined. */
  readonly racks: ReadonlySet<number> | undefined;
  /** Loops drawn; all when undefined. */
  readonly loops: ReadonlySet<number> | undefined;
  /** Groups drawn as one with their equals. */
  readonly collapse: ReadonlySet<number>;
  /** Groups, and devices by flags, that are drawn one by one. */
  readonly expand: { readonly groups: ReadonlySet<number>; readonly devices: Uint8Array | undefined };
  /** The statement, for a drawing that has nothing else to point at. */
  readonly view: View | undefined;
}

type Extent = Pick<Sketch, 'networks' | 'devices' | 'racks' | 'loops'>;

const everything = {
  ...{ networks: undefined, devices: undefined, racks: undefined, loops: undefined, view: undefined },
  ...{ collapse: new Set<number>(), expand: { groups: new Set<number>(), devices: undefined } },
};

/** The sketches of a fabric in the order they are offered: as declared, then one a network, racks, cooling. */
export function sketchesOf(facts: Facts): readonly Sketch[] {
  const { views, networks } = facts.fabric;
  const automatic: Sketch[] = [
    ...networks.map(
      ({ name, index }): Sketch => ({
        ...everything,
        ...{ id: `network:${name}`, title: `Network ${name}`, kind: 'network', declared: false },
        ...{ color: 'utilization', networks: new Set([index]) },
      }),
    ),
    {
      ...everything,
      ...{ id: 'racks', title: 'Racks', kind: 'racks', declared: false, color: 'power' },
    },
    {
      ...everything,
      ...{ id: 'cooling', title: 'Cooling', kind: 'cooling', declared: false, color: 'temperature' },
    },
  ];
  const taken = new Set<string>();
  // Half-written text can hold a name twice; the first keeps it.
  return [...views.map((view) => declared(facts, view)), ...automatic].filter(
    ({ id }) => !taken.has(id) && taken.add(id) !== undefined,
  );
}

function declared(facts: Facts, view: View): Sketch {
  const of = view.values.of?.value.selection;
  const given = view.values.color?.value;
  const kind = kindOf(of, given);
  const usual = { network: 'utilization', racks: 'power', cooling: 'temperature' } as const;
  return {
    id: view.name,
    title: view.title ?? view.name,
    kind,
    declared: true,
    color: given ?? usual[kind],
    collapse: groupsIn(view.values.collapse?.value.selection),
    expand: expanded(facts, view.values.expand?.value.selection),
    view,
    ...extentOf(facts, of, kind),
  };
}

/** Racks are drawn in elevation, or on their loop when it is temperature that is asked for; all else is a network. */
function kindOf(of: Selection | undefined, color: Color | undefined): ViewKind {
  if (of?.of === 'rack' || of?.of === 'feed') return color === 'temperature' ? 'cooling' : 'racks';
  if (of?.of === 'loop' || of?.of === 'cdu') return 'cooling';
  if (of === undefined && color === 'temperature') return 'cooling';
  return 'network';
}

function extentOf(facts: Facts, of: Selection | undefined, kind: ViewKind): Extent {
  const { fabric } = facts;
  const all: Extent = { networks: undefined, devices: undefined, racks: undefined, loops: undefined };
  if (of === undefined) return all;
  const ids = new Set(of.ids);
  switch (of.of) {
    case 'network':
      return { ...all, networks: ids };
    case 'rack':
      return { ...all, racks: ids };
    case 'feed': {
      const on = fabric.feedSets.map((each) => each.ids.some((id) => ids.has(id)));
      const racks = [...fabric.racks.feeds].flatMap((set, rack) => (on[set] === true ? [rack] : []));
      return { ...all, racks: new Set(racks) };
    }
    case 'loop':
      return { ...all, loops: ids };
    case 'cdu': {
      const loops = fabric.loops.filter((loop) => loop.values.from?.value.selection.ids.some((id) => ids.has(id)));
      return { ...all, loops: new Set(loops.map((each) => each.index)) };
    }
    default:
      return kind === 'network' ? { ...all, devices: devicesIn(facts, of, ids) } : all;
  }
}

function expanded(facts: Facts, selection: Selection | undefined): Sketch['expand'] {
  if (selection?.of !== 'device') return { groups: groupsIn(selection), devices: undefined };
  return { groups: new Set(), devices: devicesIn(facts, selection, new Set(selection.ids)) };
}

function groupsIn(selection: Selection | undefined): ReadonlySet<number> {
  return selection?.of === 'group' ? new Set(selection.ids) : new Set();
}

/** Devices that are selected, belong to what is selected, or carry it. */
function devicesIn({ fabric }: Facts, { of }: Selection, ids: ReadonlySet<number>): Uint8Array {
  const flags = new Uint8Array(fabric.devices.count);
  if (of === 'device') for (const id of ids) flags[id] = 1;
  if (of === 'cage') for (const id of ids) flags[fabric.cages.device[id] as number] = 1;
  if (of === 'port') for (const id of ids) flags[deviceOfPort(fabric, id)] = 1;
  if (of === 'part')
    for (let id = 0; id < flags.length; id++) if (ids.has(fabric.devices.part[id] as number)) flags[id] = 1;
  for (const block of fabric.blocks) {
    if (block.kind !== 'switch' && block.kind !== 'host') continue;
    let inside = false;
    if (of === 'group')
      for (let each = block.group; each !== undefined; each = each.parent) inside ||= ids.has(each.index);
    if (inside) flags.fill(1, block.first, block.first + block.count);
  }
  return flags;
}

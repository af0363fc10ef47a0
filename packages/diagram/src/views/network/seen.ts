// A drawing of networks as a reader looks at it: other colors, some of the networks, arrays folded and unfolded.
import { type Block, type Fabric, type Facts, isDeviceBlock } from '@lightloom/core';
import type { Choices, Look } from '../../graph/index.ts';
import type { Color } from '../sketch/color.ts';
import { arrayPath } from '../text/names.ts';
import type { NetworkSketch } from './sketch.ts';

const titles: Readonly<Record<Color, string>> = {
  utilization: 'Load: linked ports',
  power: 'Power',
  temperature: 'Heat: coolant return',
  network: 'Network',
  rail: 'Rail',
};

/** Whether a design has what a color shows. */
function has({ networks, loops, linkGroups }: Fabric, color: Color): boolean {
  switch (color) {
    case 'network':
      return networks.length > 1;
    case 'temperature':
      return loops.length > 0;
    case 'rail':
      return linkGroups.some(({ pattern }) => pattern === 'rails');
    default:
      return true;
  }
}

/** What a reader can change of a drawing. */
export function choicesOf({ fabric }: Facts, { color, devices, whole }: NetworkSketch): Choices {
  const colors = (Object.keys(titles) as Color[]).filter((each) => each === color || has(fabric, each));
  return {
    colors: colors.map((id) => ({ id, title: titles[id] })),
    color,
    networks:
      devices === undefined
        ? fabric.networks.filter(({ index }) => whole?.has(index) ?? true).map(({ name }) => name)
        : [],
  };
}

/** The sketch with what a reader changed. */
export function seenSketch({ fabric }: Facts, sketch: NetworkSketch, look: Look): NetworkSketch {
  const { color, networks, unfolded = [], folded = [] } = look;
  const [open, closed] = [new Set(unfolded), new Set(folded)];
  const shown = fabric.networks.filter(({ name }) => networks?.includes(name) ?? true).map(({ index }) => index);
  const groups = (keys: ReadonlySet<string>): number[] =>
    fabric.groups.filter(({ array }) => keys.has(array)).map(({ index }) => index);
  return {
    ...sketch,
    whole: sketch.networks,
    ...(isColor(color) ? { color } : {}),
    ...(networks === undefined || shown.length === 0
      ? {}
      : { networks: new Set(shown.filter((each) => sketch.networks?.has(each) ?? true)) }),
    collapse: changed(sketch.collapse, groups(closed), groups(open)),
    expand: {
      groups: changed(sketch.expand.groups, groups(open), groups(closed)),
      devices: devicesAt(fabric, sketch.expand.devices, open, closed),
    },
  };
}

function isColor(color: string | undefined): color is Color {
  return color !== undefined && color in titles;
}

function changed(set: ReadonlySet<number>, added: readonly number[], removed: readonly number[]): ReadonlySet<number> {
  const without = new Set(removed);
  return new Set([...set, ...added].filter((each) => !without.has(each)));
}

/** Flags of devices that are drawn one by one. */
function devicesAt(
  { blocks, devices }: Fabric,
  flags: Uint8Array | undefined,
  open: ReadonlySet<string>,
  closed: ReadonlySet<string>,
): Uint8Array | undefined {
  const arrays = blocks.filter(
    (each) => isDeviceBlock(each) && (open.has(arrayPath(each)) || closed.has(arrayPath(each))),
  );
  if (arrays.length === 0) return flags;
  const next = flags?.slice() ?? new Uint8Array(devices.count);
  const fill = (block: Block, value: number): void => void next.fill(value, block.first, block.first + block.count);
  for (const each of arrays) fill(each, open.has(arrayPath(each)) ? 1 : 0);
  return next;
}

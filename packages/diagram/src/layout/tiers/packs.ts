// Many boxes of one array that are linked alike: small, in lines that wrap, in a frame of their own, with one band for all of them. A
// row of 32 boxes is seven thousand pixels wide, and says 32 times the same.
import { grouped, type TiersGraph, type TiersGroup, type TiersNode, type Trunk } from '../../graph/index.ts';
import type { PlacedCard, PlacedFrame } from '../geometry/placed.ts';
import { alikeIn, inOneLine } from '../pieces/alike.ts';
import type { ArrangedTrunk } from '../pieces/arranged.ts';
import { type Card, cardOf, placeCard } from '../pieces/card.ts';
import { groupTitle } from '../pieces/group-title.ts';

/** Up to this many boxes are side by side as they are. */
const maxInRow = 8;
/** Boxes in a line, at most. */
export const maxInLine = 10;
const padding = { x: 16, top: 36, bottom: 16 };
/** Between boxes. */
export const packGap = { x: 10, y: 10 };

/** Boxes that are one in the arrangement. */
export interface Pack {
  /** It in the arrangement. */
  readonly node: TiersNode;
  readonly cards: readonly Card<TiersNode>[];
  /** Boxes in a line. */
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

export interface Packed {
  /** The drawing with a node for each pack, and one band for its bands. */
  readonly graph: TiersGraph;
  /** By the id of their node. */
  readonly packs: ReadonlyMap<string, Pack>;
  /** The bands of each band of a pack, by its id: all of them run where it does. */
  readonly bands: ReadonlyMap<string, readonly Trunk[]>;
}

/** Packs the boxes that are many and alike. */
export function packed(graph: TiersGraph): Packed {
  const { nodes, trunks } = graph;
  const links = new Map(nodes.map((each): [string, string[]] => [each.id, []]));
  const own = new Map(nodes.map((each) => [each.id, arrayOf(each)]));
  for (const trunk of trunks) {
    const { from, to } = trunk;
    // Ends in one array are alike, so that arrays can be linked to each other.
    links.get(from)?.push(`${own.get(to)}\n${saidOf(trunk)}`);
    links.get(to)?.push(`${own.get(from)}\n${saidOf(trunk)}`);
  }
  const alike = grouped(nodes, (each) => `${own.get(each.id)}\n${(links.get(each.id) ?? []).sort().join('\n')}`);
  const packOf = new Map<string, Pack>();
  for (const members of alike.values()) {
    if (members.length <= maxInRow || own.get(members[0]?.id ?? '')?.endsWith('\n')) continue;
    const pack = packOfNodes(members);
    for (const each of members) packOf.set(each.id, pack);
  }
  const whole = isWhole(trunks, packOf);
  const idOf = (id: string): string => (whole(id) ? (packOf.get(id)?.node.id ?? id) : id);
  const packs = new Map([...packOf].filter(([id]) => whole(id)).map(([, pack]) => [pack.node.id, pack]));
  // Between two boxes of their own, bands stay apart, whatever they say.
  const bands = grouped(trunks, (each) => {
    const [from, to] = [idOf(each.from), idOf(each.to)];
    return from === each.from && to === each.to ? each.id : `${from}\n${to}\n${saidOf(each)}`;
  });
  const drawn = [...bands.values()].map((all): readonly [Trunk, readonly Trunk[]] => {
    const [first] = all as [Trunk];
    const [from, to] = [idOf(first.from), idOf(first.to)];
    if (all.length === 1) return [first, all];
    return [{ ...first, from, to, lines: first.lines.map((line, i) => (i === 0 ? `each ${line}` : line)) }, all];
  });
  const seen = new Set<string>();
  return {
    graph: {
      ...graph,
      nodes: nodes.flatMap((node) => {
        const id = idOf(node.id);
        if (id === node.id) return [node];
        if (seen.has(id)) return [];
        seen.add(id);
        return packs.get(id)?.node ?? [];
      }),
      trunks: drawn.map(([trunk]) => trunk),
    },
    packs,
    bands: new Map(drawn.map(([{ id }, all]) => [id, all])),
  };
}

/** What a band says, with what is wrong with it. */
function saidOf({ lines, marks = [] }: Trunk): string {
  return [...lines, ...marks.map(({ rule, text }) => `${rule} ${text}`)].join('\n');
}

/** Scope, tier and array of a box; it ends with a line break where the box is in no array. */
function arrayOf({ group = '', tier, label, count }: TiersNode): string {
  const name = count === 1 ? (/^(.*)\[\d+\]$/s.exec(label)?.[1] ?? '') : '';
  return name === '' ? `${group} ${tier} ${label}\n` : `${group} ${tier} ${name}`;
}

/** Whether a box is in a pack each box of which is linked to the same others: to all of a pack, to the same ones of the rest. */
function isWhole(trunks: readonly Trunk[], packOf: ReadonlyMap<string, Pack>): (id: string) => boolean {
  const ends = new Map<Pack, Map<string, number>>();
  const add = (id: string, other: string): void => {
    const pack = packOf.get(id);
    if (pack === undefined) return;
    const counts = ends.get(pack) ?? new Map<string, number>();
    ends.set(pack, counts.set(other, (counts.get(other) ?? 0) + 1));
  };
  for (const { from, to } of trunks) {
    add(from, to);
    add(to, from);
  }
  const good = new Set(
    [...new Set(packOf.values())].filter((pack) =>
      [...(ends.get(pack) ?? [])].every(([other, count]) => count === pack.cards.length && packOf.get(other) !== pack),
    ),
  );
  return (id) => {
    const pack = packOf.get(id);
    return pack !== undefined && good.has(pack);
  };
}

function packOfNodes(members: readonly TiersNode[]): Pack {
  const [first, last] = [members[0] as TiersNode, members.at(-1) as TiersNode];
  const cards = members.map((node) => cardOf({ ...node, compact: true as const, lines: [] }));
  const cell = {
    width: Math.max(...cards.map((each) => each.width)),
    height: Math.max(...cards.map((each) => each.height)),
  };
  const lines = Math.ceil(members.length / maxInLine);
  const columns = Math.ceil(members.length / lines);
  const { common } = alikeIn(members.map((each) => each.lines));
  return {
    node: {
      ...first,
      id: `${first.id} to ${last.id}`,
      label: `${first.label} to ${last.label}`,
      lines: common.length === 0 ? [] : [`${members.length} × ${inOneLine(common)} each`],
      count: members.length,
    },
    ...{ cards, columns },
    width: columns * (cell.width + packGap.x) - packGap.x + 2 * padding.x,
    height: lines * (cell.height + packGap.y) - packGap.y + padding.top + padding.bottom,
  };
}

/** The bands that run where one does, the label on the last, which is above the others. */
export function bandsIn(band: ArrangedTrunk, { bands }: Pick<Packed, 'bands'>): readonly ArrangedTrunk[] {
  const all = bands.get(band.trunk.id) ?? [band.trunk];
  const { pill, ...bare } = band;
  return all.map((trunk, i) => ({ ...(i === all.length - 1 ? band : bare), trunk }));
}

/** The frame of a pack. */
export function frameOf({ node }: Pack): TiersGroup {
  const { id, label, lines, count, detail, origin, group } = node;
  return {
    ...{ id, label, lines, count, detail, kind: 'array' },
    ...(origin === undefined ? {} : { origin }),
    ...(group === undefined ? {} : { group }),
  };
}

/** The frame and the boxes of a pack, from a corner. */
export function placePack(
  pack: Pack,
  x: number,
  y: number,
): { readonly frame: PlacedFrame; readonly nodes: readonly PlacedCard[] } {
  const { cards, columns, width, height } = pack;
  const cell = {
    width: Math.max(...cards.map((each) => each.width)) + packGap.x,
    height: Math.max(...cards.map((each) => each.height)) + packGap.y,
  };
  const frame = frameOf(pack);
  return {
    frame: {
      ...{ drawn: 'frame', group: frame, x, y, width, height },
      ...groupTitle(frame, x + padding.x, y + 23, width - 2 * padding.x),
    },
    nodes: cards.map((card, i) =>
      placeCard(
        card,
        x + padding.x + (i % columns) * cell.width,
        y + padding.top + Math.floor(i / columns) * cell.height,
        cell.width - packGap.x,
      ),
    ),
  };
}

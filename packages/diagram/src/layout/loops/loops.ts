// Coolant loops as ladders: the supply on top, the return below, CDUs and racks between them. Branches have frames.
import type { Graph, Group, Trunk } from '../../graph/index.ts';
import type { Path } from '../geometry/path.ts';
import type { PlacedGroup, PlacedNode } from '../geometry/placed.ts';
import { type Arranged, type ArrangedTrunk, bandWidths } from '../pieces/arranged.ts';
import { type Card, cardOf, placeCard } from '../pieces/card.ts';
import { titleTexts } from '../pieces/group-title.ts';
import { pillSize, placePill } from '../pieces/pill.ts';
import { placeBranches } from './branch-rows.ts';

const frame = { padding: 24, title: 34 };
/** Width a short loop spreads to. */
const usual = 880;
const gap = { card: 56, widest: 140, loop: 32, main: 58 };

/** Arranges loops one below the other, and what hangs on none below them. */
export function arrangeLoops(graph: Graph): Arranged {
  const cards = graph.nodes.map(cardOf);
  const bandWidth = bandWidths(graph.trunks);
  const nodes: PlacedNode[] = [];
  const groups: PlacedGroup[] = [];
  const trunks: ArrangedTrunk[] = [];
  let y = 0;
  let width = 0;
  const loops = graph.groups.filter((each) => each.kind === 'loop');
  for (const group of loops) {
    const frames = graph.groups.filter((each) => each.group === group.id);
    const ids = new Set([group, ...frames].map((each) => each.id));
    const own = cards.filter(({ node }) => ids.has(node.group ?? ''));
    const placed =
      frames.length === 0
        ? placeLoop(graph, group, own, y, bandWidth)
        : placeBranches(graph, group, frames, own, y, loops.length);
    nodes.push(...placed.nodes);
    trunks.push(...placed.trunks);
    groups.push(placed.group, ...('inner' in placed ? placed.inner : []));
    width = Math.max(width, placed.group.width);
    y += placed.group.height + gap.loop;
  }
  return {
    nodes,
    groups: groups.map((each) => (each.group.kind === 'loop' ? { ...each, width } : each)),
    trunks,
    texts: [],
    width,
    height: Math.max(0, y - gap.loop),
  };
}

function placeLoop(graph: Graph, group: Group, cards: readonly Card[], y: number, bandWidth: (trunk: Trunk) => number) {
  const mains = graph.trunks.filter(({ from, to }) => [from, to].includes(group.id));
  const label = (trunk: Trunk | undefined): number => (trunk === undefined ? 0 : (pillSize(trunk)?.width ?? 0));
  const labels = Math.max(0, ...mains.map(label));
  const height = Math.max(0, ...cards.map((each) => each.height));
  const flowing = mains.length > 0 && cards.length > 0;
  const supplyY = y + frame.title + 26;
  const cardY = flowing ? supplyY + gap.main : y + frame.title + 8;
  const returnY = cardY + height + gap.main;
  const bottom = flowing ? returnY + 10 : cardY + height;

  const lefts = new Map<string, number>();
  // A short loop spreads out; a long one stays close.
  const filled = cards.reduce((sum, each) => sum + each.width, 0);
  const space = Math.max(
    gap.card,
    Math.min(gap.widest, (usual - 2 * frame.padding - filled) / Math.max(1, cards.length - 1)),
  );
  // Mains that no CDU feeds come from somewhere: they begin at the edge.
  const fed = cards.some(({ node }) => node.kind === 'cdu');
  let x = frame.padding + (flowing && !fed ? labels + 40 : 0);
  for (const card of cards) {
    lefts.set(card.node.id, x);
    // The label of a main stands right of the first riser.
    x += card.width + space;
  }
  const widths = new Map(cards.map((each) => [each.node.id, each.width]));
  const width = Math.max(x - space, labels + 2 * frame.padding + 120, 360) + frame.padding;
  const center = (id: string): number => (lefts.get(id) ?? 0) + (widths.get(id) ?? 0) / 2;
  const trunks: ArrangedTrunk[] = [];
  const ends = cards.map(({ node }) => center(node.id));
  const [first, last] = [fed ? Math.min(...ends) : frame.padding, Math.max(...ends)];

  for (const trunk of flowing ? mains : []) {
    const supply = trunk.id.startsWith(`${group.id}.supply`);
    const level = supply ? supplyY : returnY;
    const size = pillSize(trunk);
    if (trunk.from === trunk.to) {
      // The main itself, from the first to the last thing on it.
      const path: Path = { start: { x: first, y: level }, steps: [[{ x: last, y: level }]] };
      const middle = fed && ends.length > 1 ? ((ends[0] as number) + (ends[1] as number)) / 2 : 0;
      const at = Math.max(middle, frame.padding + (size?.width ?? 0) / 2);
      trunks.push({
        trunk,
        path,
        width: bandWidth(trunk),
        arrows: [],
        ...(size === undefined ? {} : { pill: placePill(trunk, size, at, level - size.height / 2) }),
      });
      continue;
    }
    const node = trunk.from === group.id ? trunk.to : trunk.from;
    const edge = supply ? cardY : cardY + height;
    const into = trunk.to === node;
    const path: Path = into
      ? { start: { x: center(node), y: level }, steps: [[{ x: center(node), y: edge }]] }
      : { start: { x: center(node), y: edge }, steps: [[{ x: center(node), y: level }]] };
    const turn = edge > level === into ? 90 : -90;
    const arrow = { x: center(node), y: (edge + level) / 2, turn };
    const pill =
      size === undefined
        ? {}
        : { pill: placePill(trunk, size, center(node) + size.width / 2 + 12, (edge + level) / 2 - size.height / 2) };
    trunks.push({ trunk, path, width: bandWidth(trunk), arrows: [arrow], ...pill });
  }
  const nodes = cards.map((card) => placeCard(card, lefts.get(card.node.id) as number, cardY, card.width, height));
  const placed: PlacedGroup = {
    group,
    x: 0,
    y,
    width,
    height: bottom - y + frame.padding,
    texts: titleTexts(group, 18, y + 26, width - 36),
  };
  return { group: placed, nodes, trunks };
}

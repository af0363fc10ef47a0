// The boxes of a drawing with their sizes: those of rows and of irregular networks.
import type { CardNode, FreeGraph, TiersGraph } from '../../graph/index.ts';
import { arrangeArray, sharedLines } from '../free/arrange-array.ts';
import { bandLabels, sharedBySmall } from '../free/said-once.ts';
import { maxLarge } from '../free/tangle.ts';
import type { PlacedCard } from '../geometry/placed.ts';
import { bandWidths } from '../pieces/arranged.ts';
import { cardOf, placeCard } from '../pieces/card.ts';
import { arrangeTiers } from '../tiers/arrange-tiers.ts';
import { linkedFrames } from '../tiers/circle/linked-frames.ts';
import { frameOf, packed } from '../tiers/packs.ts';
import type { Drafts } from './drafts.ts';
import { linkedDrafts } from './linked-drafts.ts';

/** Boxes as large as they are without places by hand. */
export function draftsOf(graph: TiersGraph | FreeGraph): Drafts {
  const linked = graph.arrangement === 'tiers' ? linkedFrames(graph) : undefined;
  if (graph.arrangement === 'tiers' && linked !== undefined) return linkedDrafts(graph, linked);
  const drafts = graph.arrangement === 'tiers' ? tierDrafts(graph) : freeDrafts(graph);
  const ids = new Set([...drafts.ends, ...drafts.nodes.map(({ node }) => node.id)]);
  const labels = bandLabels(
    drafts.trunks.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    drafts.isSmall,
  );
  return { ...drafts, trunks: labels.trunks, caption: [...drafts.caption, ...labels.caption] };
}

type Boxes = Drafts & { readonly isSmall: boolean };

function tierDrafts(graph: TiersGraph): Boxes {
  const { nodes, texts } = arrangeTiers(graph);
  const { graph: rows, packs, bands } = packed(graph);
  const packOf = new Map([...packs].flatMap(([id, { cards }]) => cards.map(({ node }) => [node.id, id] as const)));
  const placed = nodes.flatMap((each): PlacedCard[] => {
    if (each.drawn !== 'card') return [];
    const group = packOf.get(each.node.id);
    return [group === undefined ? each : { ...each, node: inFrame(each.node, group) }];
  });
  const ids = new Set(placed.map(({ node }) => node.id));
  const others = graph.nodes.filter(({ id }) => !ids.has(id)).map((node) => placeCard(cardOf(node), 0, 0));
  return {
    ...{ nodes: [...placed, ...others], caption: [], texts, isSmall: false },
    ...{ groups: [...graph.groups, ...[...packs.values()].map(frameOf)], trunks: rows.trunks },
    ...{ ends: new Set(packs.keys()), inside: [], bands, order: 'rows' as const },
  };
}

function inFrame(node: CardNode, group: string): CardNode & { readonly group: string } {
  return { ...node, group };
}

function freeDrafts({ nodes, groups, trunks }: FreeGraph): Boxes {
  const width = bandWidths(trunks);
  const arrays = groups.flatMap((group) => {
    const inside = nodes.filter((node) => node.group === group.id);
    const ids = new Set(inside.map(({ id }) => id));
    return arrangeArray(
      group,
      inside,
      trunks.filter(({ from }) => ids.has(from)),
      { bandWidth: width },
    ).nodes;
  });
  const others = nodes.filter(({ group }) => group === undefined);
  // What the bands of an array have in common is written once.
  const groupOf = new Map(nodes.map(({ id, group }) => [id, group]));
  const shared = groups.flatMap(({ id, label }) => {
    const own = trunks.filter(({ from }) => groupOf.get(from) === id);
    return sharedLines(own).map((line) => ({
      own,
      line: groups.length === 1 ? line : `${label}: ${line.replace(/^E/, 'e')}`,
    }));
  });
  const bare = new Set(shared.flatMap(({ own }) => own.map((each) => each.id)));
  const small = others.length > maxLarge ? sharedBySmall(others) : undefined;
  return {
    nodes: [
      ...arrays.filter((each) => each.drawn === 'card'),
      ...(small?.nodes ?? others).map((node) => placeCard(cardOf(node), 0, 0)),
    ],
    caption: [...(small?.caption ?? []), ...shared.map(({ line }) => line)],
    texts: [],
    isSmall: small !== undefined,
    ...{
      groups,
      trunks: trunks.map((each) => (bare.has(each.id) ? { ...each, lines: [] } : each)),
      ends: new Set<string>(),
      inside: [],
      bands: new Map(),
      order: 'none' as const,
    },
  };
}

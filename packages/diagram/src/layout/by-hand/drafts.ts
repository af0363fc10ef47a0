// The boxes of a drawing with their sizes, before they are where people put them.
import type { FreeGraph, TiersGraph, Trunk } from '../../graph/index.ts';
import { arrangeArray } from '../free/arrange-array.ts';
import { bandLabels, sharedBySmall } from '../free/said-once.ts';
import { maxLarge } from '../free/tangle.ts';
import type { PlacedCard, PlacedText } from '../geometry/placed.ts';
import { bandWidths } from '../pieces/arranged.ts';
import { cardOf, placeCard } from '../pieces/card.ts';
import { arrangeTiers } from '../tiers/arrange-tiers.ts';

/** The boxes and bands of a drawing, and what is written below them. */
export interface Drafts {
  /** Boxes where a layout of its own has them, and so new ones beside each other. */
  readonly nodes: readonly PlacedCard[];
  readonly trunks: readonly Trunk[];
  readonly caption: readonly string[];
  readonly texts: readonly PlacedText[];
}

/** Boxes as large as they are without places by hand. */
export function draftsOf(graph: TiersGraph | FreeGraph): Drafts {
  const drafts = graph.arrangement === 'tiers' ? tierDrafts(graph) : freeDrafts(graph);
  const ids = new Set(drafts.nodes.map(({ node }) => node.id));
  const labels = bandLabels(
    graph.trunks.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    drafts.isSmall,
  );
  return { ...drafts, trunks: labels.trunks, caption: [...drafts.caption, ...labels.caption] };
}

type Boxes = Omit<Drafts, 'trunks'> & { readonly isSmall: boolean };

function tierDrafts(graph: TiersGraph): Boxes {
  const { nodes, texts } = arrangeTiers(graph);
  const placed = nodes.filter((each) => each.drawn === 'card');
  const ids = new Set(placed.map(({ node }) => node.id));
  const others = graph.nodes.filter(({ id }) => !ids.has(id)).map((node) => placeCard(cardOf(node), 0, 0));
  return { nodes: [...placed, ...others], caption: [], texts, isSmall: false };
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
      width,
    ).nodes;
  });
  const others = nodes.filter(({ group }) => group === undefined);
  const small = others.length > maxLarge ? sharedBySmall(others) : undefined;
  return {
    nodes: [
      ...arrays.filter((each) => each.drawn === 'card'),
      ...(small?.nodes ?? others).map((node) => placeCard(cardOf(node), 0, 0)),
    ],
    caption: small?.caption ?? [],
    texts: [],
    isSmall: small !== undefined,
  };
}

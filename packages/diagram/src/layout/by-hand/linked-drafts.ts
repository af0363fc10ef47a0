// The groups of a dragonfly before they are where people put them: bands run from frame to frame, and within each.
import type { TiersGraph, Trunk } from '../../graph/index.ts';
import { bandLabels } from '../free/said-once.ts';
import type { PlacedCard } from '../geometry/placed.ts';
import { arrangeTiers } from '../tiers/arrange-tiers.ts';
import { maxLabels } from '../tiers/circle/circle-of-frames.ts';
import { contentsOf, type LinkedFrames } from '../tiers/circle/linked-frames.ts';
import { loopInFrame } from '../tiers/circle/small-frame.ts';
import type { Drafts } from './drafts.ts';

export function linkedDrafts(graph: TiersGraph, { frames, between }: LinkedFrames): Drafts {
  const { nodes, texts } = arrangeTiers(graph);
  const isSmall = contentsOf(frames) !== undefined;
  const bare = (trunk: Trunk): Trunk => ({ ...trunk, lines: [] });
  const frameAt = (place: number): string => frames[place]?.group.id ?? '';
  const labels = bandLabels(
    between.map(({ trunk, from, to }) => ({ ...trunk, from: frameAt(from), to: frameAt(to) })),
    true,
  );
  const inside = frames.flatMap(({ trunks }) => trunks);
  return {
    nodes: nodes.filter((each): each is PlacedCard => each.drawn === 'card'),
    groups: graph.groups,
    trunks: labels.trunks.length > maxLabels ? labels.trunks.map(bare) : labels.trunks,
    inside: isSmall ? inside.map(bare) : inside,
    ends: new Set(frames.map(({ group }) => group.id)),
    bands: new Map(between.map(({ trunk }) => [trunk.id, [trunk]])),
    ...(isSmall ? { loop: loopInFrame } : {}),
    order: 'circle',
    // What they share is among the texts below the circle.
    ...{ caption: [], texts },
  };
}

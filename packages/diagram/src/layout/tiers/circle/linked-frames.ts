// Frames whose boxes are linked from frame to frame, in one row: the groups of a dragonfly. Which they are, and what they share.
import { grouped, type TiersGraph, type TiersGroup, type TiersNode, type Trunk } from '../../../graph/index.ts';
import { inOneLine } from '../../pieces/alike.ts';

/** Frames in a circle, at least and at most. */
const [fewest, most] = [3, 24];

/** A frame with what is in it. */
export interface LinkedFrame {
  readonly group: TiersGroup;
  readonly nodes: readonly TiersNode[];
  readonly groups: readonly TiersGroup[];
  readonly trunks: readonly Trunk[];
}

export interface LinkedFrames {
  readonly frames: readonly LinkedFrame[];
  /** Bands from one frame to another, with the places of these. */
  readonly between: readonly { readonly trunk: Trunk; readonly from: number; readonly to: number }[];
}

/** The frames of a drawing of nothing but frames that are linked to each other; undefined for all others. */
export function linkedFrames({ nodes, groups, trunks }: TiersGraph): LinkedFrames | undefined {
  const outer = groups.filter((each) => each.group === undefined);
  if (outer.length < fewest || outer.length > most || outer.some((each) => each.kind !== 'template')) return undefined;
  const parents = new Map(groups.map((each) => [each.id, each.group]));
  const places = new Map(outer.map((each, i) => [each.id, i]));
  const placeOf = (group: string | undefined): number => {
    let id = group;
    while (id !== undefined && parents.get(id) !== undefined) id = parents.get(id);
    return places.get(id ?? '') ?? -1;
  };
  const placeOfNode = new Map(nodes.map((each) => [each.id, placeOf(each.group)]));
  if ([...placeOfNode.values()].includes(-1)) return undefined;
  const tiers = new Map(nodes.map((each) => [each.id, each.tier]));
  const placed = trunks.map((trunk) => ({
    ...{ trunk, from: placeOfNode.get(trunk.from) ?? -1, to: placeOfNode.get(trunk.to) ?? -1 },
  }));
  const between = placed.filter(({ from, to }) => from !== to);
  const pairs = new Set(between.map(({ from, to }) => Math.min(from, to) * outer.length + Math.max(from, to)));
  // Fewer than a ring are a chain or parts; bands from one row to another are tiers.
  if (pairs.size < outer.length || between.some(({ trunk }) => tiers.get(trunk.from) !== tiers.get(trunk.to)))
    return undefined;
  const frames = outer.map((group, place) => ({
    group,
    nodes: nodes.filter((each) => placeOfNode.get(each.id) === place),
    groups: groups.filter((each) => placeOf(each.id) === place),
    trunks: placed.filter(({ from, to }) => from === place && to === place).map(({ trunk }) => trunk),
  }));
  return { frames, between };
}

/** What is in each of some frames, in sentences; undefined where they differ. */
export function contentsOf(frames: readonly LinkedFrame[]): readonly string[] | undefined {
  const all = frames.map(({ nodes, trunks }) => {
    const label = new Map(nodes.map((each) => [each.id, each.label]));
    const ends = ({ from, to }: Trunk): string =>
      from === to ? `within ${label.get(from)}` : `${label.get(from)} to ${label.get(to)}`;
    return [
      ...nodes.map((each) => `${each.label}: ${inOneLine([...each.lines, each.status?.text ?? ''].filter(Boolean))}`),
      ...trunks.map((each) => `${ends(each)}: ${inOneLine(each.lines)}`),
    ];
  });
  return grouped(all, (each) => each.join('\n')).size === 1 ? all[0] : undefined;
}

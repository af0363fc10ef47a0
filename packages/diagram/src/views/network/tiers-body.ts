// The boxes and frames of a network in tiers.
import type { CardNode, Folding, TiersGraph, TiersGroup, TiersNode, Trunk } from '../../graph/index.ts';
import { templateGroup } from './frames.ts';
import type { Ranks } from './ranks.ts';
import type { Frame, Stack, Stacks } from './stacks/stacks.ts';

/** The frame of devices that nothing in the drawing is linked to. */
const looseGroup: TiersGroup = {
  id: 'not linked',
  kind: 'loose',
  label: 'Not linked',
  lines: ['to anything in this drawing'],
  count: 1,
  detail: 'Devices without a link in this drawing',
};

/**
 * @param boxes the box of each stack, without its place
 * @param foldingOf what folds or unfolds a frame
 */
export function tiersBody(
  { stacks, frames }: Stacks,
  boxes: ReadonlyMap<Stack, CardNode>,
  ranks: Ranks,
  trunks: readonly Trunk[],
  foldingOf: (frame: Frame) => { readonly folding?: Folding },
): Pick<TiersGraph, 'nodes' | 'groups'> {
  const linked = new Set(trunks.flatMap(({ from, to }) => [from, to]));
  const isLoose = ({ id, frame }: Stack): boolean => trunks.length > 0 && frame === undefined && !linked.has(id);
  const tierOf = ({ id }: Stack, { kind }: CardNode): number | null => {
    if (linked.has(id)) return ranks.tiers.get(id) ?? null;
    // Before the first link is written, switches are above hosts.
    return kind === 'host' ? 0 : trunks.length === 0 ? 1 : null;
  };
  const nodes = [...boxes].map(([stack, box]): TiersNode => {
    if (isLoose(stack)) return { ...box, tier: null, group: looseGroup.id };
    return {
      ...box,
      tier: tierOf(stack, box),
      ...(stack.frame === undefined ? {} : { group: stack.frame.id }),
    };
  });
  return {
    nodes,
    groups: [
      ...frames.map((each) => ({ ...templateGroup(each), ...foldingOf(each) })),
      ...(stacks.some(isLoose) ? [looseGroup] : []),
    ],
  };
}

// The boxes and frames of a network without tiers: only arrays whose devices are drawn one by one have a frame.
import type { Block, Facts } from '@lightloom/core';
import type { CardNode, FreeGraph, FreeGroup, FreeNode } from '../../graph/index.ts';
import type { LinksAmong } from './bundles/links-among.ts';
import { arrayGroup, fullLabel } from './frames.ts';
import type { Sites } from './map.ts';
import type { Stack, Stacks } from './stacks/stacks.ts';

/** @param boxes the box of each stack, without its place */
export function freeBody(
  facts: Facts,
  { stacks, frames }: Stacks,
  boxes: ReadonlyMap<Stack, CardNode>,
  { shapes }: LinksAmong,
  places: Sites['places'],
): Pick<FreeGraph, 'nodes' | 'groups'> {
  const nodes = [...boxes].map(([stack, box]): FreeNode => {
    const { frame } = stack;
    if (frame?.block !== undefined) return { ...box, compact: true, lines: [], group: frame.id };
    const at = places.get(stack);
    // Templates have no frame here: the label names them.
    return { ...box, label: fullLabel(frame, box.label), ...(at === undefined ? {} : { at }) };
  });
  const groups = frames.flatMap((frame): FreeGroup[] => {
    const shape = shapes.get(frame.block as Block)?.shape;
    if (frame.block === undefined || shape === undefined) return [];
    const own = stacks.filter((each) => each.frame?.id === frame.id).flatMap((each) => each.devices);
    // Where only some devices are drawn, a grid would put them at the places of others.
    return [arrayGroup(facts, frame, own, own.length === frame.block.count ? shape : { kind: 'circle' })];
  });
  return { nodes, groups };
}

// Sentences below a drawing of networks: what is missing, and how to add it.
import { type Facts, linksText } from '@lightloom/core';
import type { Trunk } from '../../graph/index.ts';
import type { NetworkSketch } from './sketch.ts';

/** Statements with a fault that are listed, at most. */
const maxFaults = 4;

/**
 * @param boxes how many boxes are drawn
 * @param trunks bands between them
 */
export function networkNotes(
  { fabric }: Facts,
  { selected }: NetworkSketch,
  boxes: number,
  trunks: readonly Trunk[],
): string[] {
  const found: string[] = [];
  if (boxes === 0)
    found.push(
      fabric.devices.count === 0
        ? 'This design has no devices yet: declare switches and hosts in a network, as “switch leaf[1..8] : TYPE”.'
        : selected
          ? 'The selection of this view has no switches and hosts.'
          : 'This network has no switches and hosts yet.',
    );
  else if (fabric.linkGroups.length === 0 && !fabric.gaps.links)
    found.push('This design has no links yet: add “link A to B as mesh” to a network to see bands.');
  for (const group of fabric.linkGroups) {
    if (group.fault === undefined || group.fault.kind === 'unresolved' || found.length >= maxFaults) continue;
    found.push(`The ${linksText(group)} could not be connected; they are drawn dotted.`);
  }
  // What is said already isn't said again in general.
  if (found.length === 0 && (fabric.gaps.links || fabric.gaps.plugs || fabric.gaps.values))
    found.push('Some statements have errors and are missing here.');
  if (trunks.some((each) => each.amplifiers !== undefined)) found.push('A triangle on a band is an amplifier.');
  return [...new Set(found)];
}

// What racks are served by: loop, branch, feeds, flow.

import { branchOfRack, type Fabric, feedsOfRack, loopOfRack, realAt, signedAt } from '../../model/index.ts';
import { printQuantity, same } from '../../units/index.ts';
import type { Detail } from '../compare/change.ts';
import type { Matching } from '../match/matching.ts';

/** The loop, branch, feeds and flow of a rack, where they are others now. */
export function racksServed(matching: Matching, old: number, now: number): Detail[] {
  const { before, after } = matching;
  const details: Detail[] = [];
  const note = (property: string, was: string, is: string): void =>
    void details.push({ property, before: was, after: is });
  const [loop, otherLoop] = [loopOfRack(before, old), loopOfRack(after, now)];
  if (across(matching.loops.after, loop?.index) !== (otherLoop?.index ?? -1))
    note('loop', loop?.name ?? '', otherLoop?.name ?? '');
  const [branch, otherBranch] = [branchOfRack(before, old), branchOfRack(after, now)];
  if (across(matching.branches.after, branch?.index) !== (otherBranch?.index ?? -1))
    note('branch', branch?.name ?? '', otherBranch?.name ?? '');
  const [feeds, otherFeeds] = [feedsOfRack(before, old), feedsOfRack(after, now)];
  const mapped = [...feeds.ids].map((id) => across(matching.feeds.after, id)).sort((a, b) => a - b);
  const [was, is] = [feedsText(before, feeds), feedsText(after, otherFeeds)];
  const sameFeeds = mapped.join() === [...otherFeeds.ids].sort((a, b) => a - b).join();
  const sameRedundancy = JSON.stringify(feeds.redundancy) === JSON.stringify(otherFeeds.redundancy);
  if (!sameFeeds || !sameRedundancy) note('feeds', was, is);
  const [flow, otherFlow] = [realAt(before.racks.flow, old), realAt(after.racks.flow, now)];
  if (!Object.is(flow, otherFlow) && !same(flow, otherFlow)) note('flow', flowText(flow), flowText(otherFlow));
  return details;
}

function across(pairs: Int32Array, id: number | undefined): number {
  if (id === undefined) return -1;
  const found = signedAt(pairs, id);
  return found < 0 ? -2 : found;
}

function feedsText(fabric: Fabric, { ids, redundancy }: ReturnType<typeof feedsOfRack>): string {
  const names = [...ids].map((id) => fabric.feeds[id]?.name ?? '').join(', ');
  if (redundancy === undefined) return names;
  return `${names} ${'mirrored' in redundancy ? 'n+n' : `n+${redundancy.spare}`}`;
}

function flowText(flow: number): string {
  return Number.isNaN(flow) ? '' : printQuantity(flow, 'volume flow');
}

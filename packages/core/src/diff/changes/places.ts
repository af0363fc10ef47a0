// Where devices, racks and CDUs are, and what racks are served by.

import { branchOfRack, type Fabric, feedsOfRack, loopOfRack, rackName, realAt, signedAt } from '../../model/index.ts';
import { printQuantity, same } from '../../units/index.ts';
import type { Detail } from '../compare/change.ts';
import type { Matching } from '../match/matching.ts';

/** What is in a place. */
export type Placed = 'device' | 'rack' | 'cdu';

/** The place of something, where it is another one now. */
export function placeDetails(of: Placed, matching: Matching, old: number, now: number): Detail[] {
  const { before, after } = matching;
  if (of === 'rack')
    return [...positionDetail(before, after, 'row', old, now), ...positionDetail(before, after, 'position', old, now)];
  const table = of === 'device' ? 'devices' : 'cdus';
  const [was, is] = [signedAt(before[table].rack, old), signedAt(after[table].rack, now)];
  if ((was < 0 ? -1 : signedAt(matching.racks.after, was)) === is && was < 0 === is < 0) return [];
  return [{ property: 'rack', before: was < 0 ? '' : rackName(before, was), after: is < 0 ? '' : rackName(after, is) }];
}

function positionDetail(before: Fabric, after: Fabric, of: 'row' | 'position', old: number, now: number): Detail[] {
  const [was, is] = [signedAt(before.racks[of], old), signedAt(after.racks[of], now)];
  const text = (place: number): string => (place === 0 ? '' : String(place));
  return was === is ? [] : [{ property: of, before: text(was), after: text(is) }];
}

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

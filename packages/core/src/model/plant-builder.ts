// Builds the plant: coolant loops with their branches, feeds, and the hall.

import type { Origin } from '../source/origin.ts';
import { itemAt } from './at.ts';
import { append, real, signed, unsigned, type WithoutIndex } from './column.ts';
import type { Branch, Fabric, Feed, FeedSet, Hall, Loop, RackTable } from './fabric.ts';

/** The loop, feeds and flow of a rack; what is undefined stays as it is. */
export interface RackServices {
  readonly loop?: number | undefined;
  readonly feeds?: FeedSet | undefined;
  /** m³/s */
  readonly flow?: number | undefined;
}

const noFeeds: FeedSet = { of: 'feed', ids: new Uint32Array(0), redundancy: undefined };

/** What two sets of feeds have in common that are the same. */
function keyOf({ ids, redundancy }: FeedSet): string {
  return `${ids.join()} ${JSON.stringify(redundancy)}`;
}

/** The plant of a fabric under construction. Racks are known by their ids. */
export class PlantBuilder {
  private readonly loops: Loop[] = [];
  private readonly branches: Branch[] = [];
  private readonly feeds: Feed[] = [];
  private readonly feedSets: FeedSet[] = [noFeeds];
  private readonly setsByKey = new Map([[keyOf(noFeeds), 0]]);
  private hall: Hall | undefined;
  private readonly rackLoop = signed();
  private readonly rackFeeds = unsigned();
  private readonly rackFlow = real();
  private readonly rackRow = signed();
  private readonly rackPosition = signed();
  private readonly rackBranch = signed();
  private readonly cduRack = signed();
  private readonly cduFeeds = unsigned();

  /** Adds racks without a loop and feeds. */
  addRacks(count: number): void {
    this.rackLoop.fill(-1, count);
    this.rackFeeds.fill(0, count);
    this.rackFlow.fill(Number.NaN, count);
    this.rackRow.fill(0, count);
    this.rackPosition.fill(0, count);
    this.rackBranch.fill(-1, count);
  }

  /** Adds CDUs without a rack and feeds. */
  addCdus(count: number): void {
    this.cduRack.fill(-1, count);
    this.cduFeeds.fill(0, count);
  }

  /** Puts a CDU on feeds of its own. */
  feedCdu(cdu: number, feeds: FeedSet): void {
    this.cduFeeds.set(cdu, this.feedSetOf(feeds));
  }

  /** The rack a CDU is mounted in; -1 where it is in none. */
  rackOfCdu(cdu: number): number {
    return this.cduRack.at(cdu);
  }

  /** Mounts a CDU in a rack. */
  mountCdu(cdu: number, rack: number): void {
    this.cduRack.set(cdu, rack);
  }

  /** Puts a rack on a loop and on feeds. */
  serveRack(rack: number, services: RackServices): void {
    if (services.loop !== undefined) this.rackLoop.set(rack, services.loop);
    if (services.flow !== undefined) this.rackFlow.set(rack, services.flow);
    if (services.feeds !== undefined) this.rackFeeds.set(rack, this.feedSetOf(services.feeds));
  }

  /** Puts a rack at a position of a row, both counted from one; 0 where it is unknown. */
  setPosition(rack: number, row: number, position: number): void {
    this.rackRow.set(rack, row);
    this.rackPosition.set(rack, position);
  }

  /** The loop of a rack, or -1. */
  loopOf(rack: number): number {
    return this.rackLoop.at(rack);
  }

  /** Adds a branch that has no racks yet. */
  addBranch(branch: Pick<Branch, 'name' | 'loop' | 'declaration' | 'origin'>): Branch {
    return append(this.branches, {
      ...branch,
      values: {},
      unknowns: {},
      racks: new Uint32Array(0),
      order: 'parallel',
      after: -1,
    });
  }

  /** Gives a branch its values, and puts its racks on it and on its loop. */
  describeBranch(index: number, branch: Pick<Branch, 'values' | 'unknowns' | 'racks' | 'order' | 'after'>): void {
    const known = this.branch(index);
    this.branches[index] = { ...known, ...branch };
    for (const rack of branch.racks) {
      this.rackBranch.set(rack, index);
      this.rackLoop.set(rack, known.loop);
    }
  }

  branch(index: number): Branch {
    return itemAt(this.branches, index);
  }

  loopName(index: number): string {
    return this.loops[index]?.name ?? '';
  }

  /** Where it is written what supplies a feed. */
  fedOrigin(index: number): Origin | undefined {
    return this.feeds[index]?.values.fed?.origin;
  }

  feedName(index: number): string {
    return this.feeds[index]?.name ?? '';
  }

  /** A branch of a loop by its name in it. */
  branchNamed(loop: number, name: string): Branch | undefined {
    return this.branches.find((each) => each.loop === loop && each.name === `${this.loopName(loop)}.${name}`);
  }

  get branchNames(): readonly string[] {
    return this.branches.map(({ name }) => name);
  }

  /** The branch of a rack. */
  branchOf(rack: number): Branch | undefined {
    return this.branches[this.rackBranch.at(rack)];
  }

  setHall(hall: Hall): void {
    this.hall = hall;
  }

  private feedSetOf(feeds: FeedSet): number {
    const key = keyOf(feeds);
    let found = this.setsByKey.get(key);
    if (found === undefined) this.setsByKey.set(key, (found = this.feedSets.push(feeds) - 1));
    return found;
  }

  addLoop(loop: WithoutIndex<Loop>): Loop {
    return append(this.loops, loop);
  }

  addFeed(feed: WithoutIndex<Feed>): Feed {
    return append(this.feeds, feed);
  }

  /** A feed, as far as it is described. */
  feed(index: number): Feed {
    return itemAt(this.feeds, index);
  }

  /** Gives a loop its values: they may name CDUs that are installed after it. */
  describeLoop(index: number, said: Pick<Loop, 'values' | 'unknowns'>): void {
    this.loops[index] = { ...itemAt(this.loops, index), ...said };
  }

  /** Gives a feed its values, and the feeds that supply it. */
  describeFeed(index: number, said: Pick<Feed, 'values' | 'unknowns'>, feeds: FeedSet | undefined): void {
    const set = feeds === undefined ? 0 : this.feedSetOf(feeds);
    this.feeds[index] = { ...itemAt(this.feeds, index), ...said, feeds: set };
  }

  /**
   * Lets feeds that supply themselves, and those at the end of longer chains than `most`, be supplied by nothing.
   * @returns each circle, in the direction of the power and the first declared of it first; and the first feed beyond the longest chain
   */
  cutTangles(most: number): { readonly circles: readonly (readonly number[])[]; readonly tooLong: number | undefined } {
    const { order, circles } = this.cutCircles();
    const lengths = new Uint32Array(this.feeds.length);
    let tooLong: number | undefined;
    for (const id of order) {
      let longest = 0;
      for (const from of this.suppliersOf(id)) longest = Math.max(longest, lengths[from] ?? 0);
      lengths[id] = longest + 1;
      if (longest < most) continue;
      tooLong ??= id;
      this.cutOff(id);
    }
    return { circles, tooLong };
  }

  /** Cuts the circles in which feeds supply each other; all feeds, each after those that supply it. */
  private cutCircles(): { readonly order: readonly number[]; readonly circles: readonly (readonly number[])[] } {
    const order: number[] = [];
    const circles: number[][] = [];
    const isSeen = new Uint8Array(this.feeds.length);
    const isOnWay = new Uint8Array(this.feeds.length);
    for (const { index } of this.feeds) {
      if (isSeen[index] === 1) continue;
      // From a feed to what supplies it, and so on: without recursion, as chains may be long.
      const way = [{ id: index, next: 0 }];
      isSeen[index] = isOnWay[index] = 1;
      for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
        const from = this.suppliersOf(last.id)[last.next++];
        if (from === undefined) {
          order.push(last.id);
          isOnWay[last.id] = 0;
          way.pop();
        } else if (isOnWay[from] === 1) {
          const circle = way.slice(way.findIndex(({ id }) => id === from)).map(({ id }) => id);
          for (const id of circle) this.cutOff(id);
          circles.push(fromFirst(circle.reverse()));
        } else if (isSeen[from] === 0) {
          isSeen[from] = isOnWay[from] = 1;
          way.push({ id: from, next: 0 });
        }
      }
    }
    return { order, circles };
  }

  private suppliersOf(feed: number): Uint32Array {
    return itemAt(this.feedSets, itemAt(this.feeds, feed).feeds).ids;
  }

  /** Lets a feed be supplied by nothing. */
  private cutOff(feed: number): void {
    this.feeds[feed] = { ...itemAt(this.feeds, feed), feeds: 0 };
  }

  /** The columns of the racks. */
  rackColumns(): Pick<RackTable, 'loop' | 'feeds' | 'flow' | 'row' | 'position' | 'branch'> {
    return {
      loop: this.rackLoop.take(),
      feeds: this.rackFeeds.take(),
      flow: this.rackFlow.take(),
      row: this.rackRow.take(),
      position: this.rackPosition.take(),
      branch: this.rackBranch.take(),
    };
  }

  /** The columns of the CDUs. */
  cduColumns(): Pick<Fabric['cdus'], 'rack' | 'feeds'> {
    return { rack: this.cduRack.take(), feeds: this.cduFeeds.take() };
  }

  /** The tables that aren't columns. */
  tables(): Pick<Fabric, 'loops' | 'branches' | 'hall' | 'feeds' | 'feedSets'> {
    const { loops, branches, hall, feeds, feedSets } = this;
    return { loops, branches, hall, feeds, feedSets };
  }
}

/** A circle from its smallest number on. */
function fromFirst(circle: readonly number[]): number[] {
  const first = circle.indexOf(Math.min(...circle));
  return [...circle.slice(first), ...circle.slice(0, first)];
}

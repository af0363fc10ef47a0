// Builds the plant: coolant loops with their branches, feeds, and the hall.

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

/** The plant of a fabric under construction. Racks are known by their ids. */
export class PlantBuilder {
  private readonly loops: Loop[] = [];
  private readonly branches: Branch[] = [];
  private readonly feeds: Feed[] = [];
  private readonly feedSets: FeedSet[] = [{ of: 'feed', ids: new Uint32Array(0), redundancy: undefined }];
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
    const keyOf = ({ ids, redundancy }: FeedSet): string => `${ids.join()} ${JSON.stringify(redundancy)}`;
    const key = keyOf(feeds);
    const found = this.feedSets.findIndex((each) => keyOf(each) === key);
    if (found >= 0) return found;
    this.feedSets.push(feeds);
    return this.feedSets.length - 1;
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
  describeFeed(index: number, values: Feed['values'], feeds: FeedSet | undefined): void {
    const set = feeds === undefined ? 0 : this.feedSetOf(feeds);
    this.feeds[index] = { ...itemAt(this.feeds, index), values, feeds: set };
  }

  /** Gives a feed other values; what supplies it stays. */
  changeFeed(index: number, values: Feed['values']): void {
    this.feeds[index] = { ...itemAt(this.feeds, index), values };
  }

  /**
   * The feeds through which a feed supplies itself, in the direction of the power and the first declared of them first; they are
   * supplied by nothing then. None where it doesn't.
   */
  cutCircle(feed: number): readonly number[] {
    const suppliersOf = (id: number): Uint32Array => itemAt(this.feedSets, itemAt(this.feeds, id).feeds).ids;
    const seen = new Set<number>();
    const circle: number[] = [];
    const leadsBack = (id: number): boolean => {
      if (seen.has(id)) return false;
      seen.add(id);
      const does = suppliersOf(id).some((from) => from === feed || leadsBack(from));
      if (does) circle.push(id);
      return does;
    };
    leadsBack(feed);
    for (const id of circle) this.feeds[id] = { ...itemAt(this.feeds, id), feeds: 0 };
    const first = circle.indexOf(Math.min(...circle));
    return [...circle.slice(first), ...circle.slice(0, Math.max(first, 0))];
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

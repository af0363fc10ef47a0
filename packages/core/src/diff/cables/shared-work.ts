// The work on cables that several links share: breakouts, shuffles, plain cables of several channels. One is the same where it joins
// the same connectors.
import type { Cable, CableSocket } from '../../facts/index.ts';
import { cageOfPort, channelOfPort, type Fabric, numberAt, signedAt } from '../../model/index.ts';
import type { Detail } from '../compare/change.ts';
import type { Matching } from '../match/matching.ts';
import type { ByTrunk } from '../naming/trunk-ends.ts';
import { type Job, type Outcome, outcomeOf, type Work, whyUnknown } from './outcome.ts';
import type { Renumbered } from './renumbered.ts';
import { bundleText, type CableSide, type CableText } from './side.ts';

/** What is asked about links while their cables are compared. */
interface Asked {
  readonly trunks: ByTrunk<Job>;
  /** Why a link has to be unplugged, as bits. */
  readonly bitsOf: (link: number) => number;
  readonly renumbered: Renumbered;
  /** What is laid otherwise between two links. */
  readonly differences: (old: number, now: number) => readonly Detail[];
}

/** Cables of the new design that may be the same as an old one. */
interface Waiting {
  readonly cable: Cable;
  taken: boolean;
}

/** Compares the cables that links share. Returns how many are left alone. */
export function sharedWork(matching: Matching, old: CableSide, now: CableSide, asked: Asked): number {
  const { trunks, renumbered } = asked;
  const jobOf = rememberedJobs();
  const pool = poolOf(matching, now);
  const across = (sockets: readonly CableSocket[]): string | undefined =>
    keyOf(matching.before, sockets, (cage) => signedAt(matching.cages.after, cage));
  let kept = 0;
  const left: Cable[] = [];
  for (const cable of old.shared()) {
    const [from, to] = [across(cable.from), across(cable.to)];
    const found = from === undefined || to === undefined ? undefined : pool.between(from, to);
    if (found === undefined) left.push(cable);
    else {
      const outcome = pairedOutcome(cable, found);
      kept += outcome.kept;
      for (const { work, cables, why } of outcome.jobs) trunks.add(jobOf(work, cables, why), cable.links, found.links);
    }
  }
  for (const cable of left)
    if (cable.links.every((link) => asked.bitsOf(link) === 0))
      renumbered.old(plugsOf(cable), bundleText([old.textOf(cable.kind)]), 1);
  for (const cable of pool.left()) renumbered.now(plugsOf(cable), bundleText([now.textOf(cable.kind)]), 1);
  for (const cable of left) {
    const text = old.textOf(cable.kind);
    const found = [cable.from, cable.to]
      .map((side) => across(side))
      .map((key) => (key === undefined ? undefined : pool.at(key, text)))
      .find((each) => each !== undefined);
    if (found === undefined) {
      const isOpen = isUnknownIn(now, matching.links.after, cable);
      trunks.add(isOpen ? jobOf('unknown', [text], whyUnknown[0]) : jobOf('removed', [text], []), cable.links, []);
    } else trunks.add(jobOf('plugged again', [text], ['far end moved']), cable.links, found.links);
  }
  for (const cable of pool.left()) {
    const isOpen = isUnknownIn(old, matching.links.before, cable);
    const [work, why] = isOpen ? (['unknown', whyUnknown[1]] as const) : (['new', []] as const);
    trunks.add(jobOf(work, [now.textOf(cable.kind)], why), [], cable.links);
  }
  return kept;

  function pairedOutcome(cable: Cable, other: Cable): Outcome {
    const link = numberAt(cable.links, 0);
    const same = signedAt(matching.links.after, link);
    return outcomeOf([old.textOf(cable.kind)], [now.textOf(other.kind)], {
      details: asked.differences(link, same < 0 ? numberAt(other.links, 0) : same),
      bits: cable.links.reduce((all, each) => all | asked.bitsOf(each), 0),
      isMoved: false,
    });
  }
}

/** A port at each plug of a cable. */
function plugsOf({ from, to }: Cable): number[] {
  return [...from, ...to].map(({ ports }) => numberAt(ports, 0));
}

/** Whether the cables that the links of a cable have in the other design are unknown. */
function isUnknownIn(other: CableSide, across: Int32Array, { links }: Cable): boolean {
  return links.some((link) => {
    const there = signedAt(across, link);
    return there >= 0 && other.ofLink(there).way === 'unknown';
  });
}

/** Jobs that are alike as one object. */
function rememberedJobs(): (work: Work, cables: readonly CableText[], why: readonly string[]) => Job {
  const jobs = new Map<string, Job>();
  return (work, cables, why) => {
    const key = JSON.stringify([work, cables, why]);
    let job = jobs.get(key);
    if (job === undefined) jobs.set(key, (job = { work, cables, why }));
    return job;
  };
}

/** Cables of the new design that are still to be found for old ones. Each is given once. */
function poolOf(matching: Matching, now: CableSide) {
  const waiting: Waiting[] = [];
  const [byEnds, bySide] = [new Map<string, Waiting[]>(), new Map<string, Waiting[]>()];
  const put = (map: Map<string, Waiting[]>, key: string, one: Waiting): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [one]);
    else known.push(one);
  };
  const ownKey = (sockets: readonly CableSocket[]): string => keyOf(matching.after, sockets, (cage) => cage) ?? '';
  for (const cable of now.shared()) {
    const one = { cable, taken: false };
    waiting.push(one);
    const [from, to] = [ownKey(cable.from), ownKey(cable.to)];
    put(byEnds, [from, to].sort().join(' '), one);
    put(bySide, from, one);
    put(bySide, to, one);
  }
  const take = (all: readonly Waiting[] = [], willDo: (each: Waiting) => boolean = () => true): Cable | undefined => {
    const found = all.find((each) => !each.taken && willDo(each));
    if (found !== undefined) found.taken = true;
    return found?.cable;
  };
  return {
    between: (from: string, to: string) => take(byEnds.get([from, to].sort().join(' '))),
    at: (side: string, text: CableText) =>
      take(bySide.get(side), ({ cable }) => JSON.stringify(now.textOf(cable.kind)) === JSON.stringify(text)),
    left: () => waiting.filter(({ taken }) => !taken).map(({ cable }) => cable),
  };
}

/** The connectors at an end as a text; undefined where one is on a cage that is gone. */
function keyOf(
  fabric: Fabric,
  sockets: readonly CableSocket[],
  cageAcross: (cage: number) => number,
): string | undefined {
  const keys: string[] = [];
  for (const { ports, connector } of sockets) {
    const port = numberAt(ports, 0);
    const cage = cageAcross(cageOfPort(fabric, port));
    if (cage < 0) return undefined;
    keys.push(`${cage}/${connector ?? `port ${channelOfPort(fabric, port)}`}`);
  }
  return keys.sort().join();
}

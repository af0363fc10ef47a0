// Which cables stay as they are, and which must be touched: plugged again, replaced, pulled out, laid new.
import { allCables, type Facts } from '../../answers/index.ts';
import type { Derivation } from '../../figures/index.ts';
import { byteAt, cageOfPort, signedAt, unsignedAt } from '../../model/index.ts';
import type { PathDifferences } from '../changes/links.ts';
import type { Detail } from '../compare/change.ts';
import type { Comparer } from '../compare/differences.ts';
import { portAt } from '../match/joins.ts';
import type { Matching } from '../match/matching.ts';
import { byTrunk, type TrunkEnds } from '../naming/trunk-ends.ts';
import { type Job, type Outcome, outcomeOf, type Work, whyUnknown } from './outcome.ts';
import { type Renumbered, renumbering } from './renumbered.ts';
import { sharedWork } from './shared-work.ts';
import { bundleText, type CableSide, type CableText, cableSide } from './side.ts';
import { isWithinRack, touch, touchedCages } from './touched.ts';

/** Cables of one trunk with which the same is done. */
export interface TouchedCables extends CableText {
  readonly work: Work;
  readonly count: number;
  /** The trunk in the old design, `leaf[1..8].up to spine[1..4].down`; empty for new cables. */
  readonly before: string;
  /** In the new design; empty for cables that are removed. */
  readonly after: string;
  /** `device moved`, `length 30 m → 45 m`. */
  readonly why: readonly string[];
}

/** What is done with the cables between two designs. */
export interface CableWork {
  readonly before: Derivation;
  readonly after: Derivation;
  /** Cables that nobody needs to touch. */
  readonly kept: number;
  /** All others, by trunk. */
  readonly touched: readonly TouchedCables[];
  /** Of those that are touched, how many would stay if the new design numbered the ports of the same devices otherwise. */
  readonly renumbered: number;
  /** Links whose cables are unknown, in the old and the new design. */
  readonly unknown: readonly [before: number, after: number];
}

/** Properties of a path that are laid, as opposed to those that it is computed with. */
const laid: ReadonlySet<string> = new Set([
  'medium',
  'length',
  'connectors',
  'splices',
  'panels',
  'polarity',
  'amplifiers',
  'spans',
]);

/**
 * Sorts the cables of two designs into those that stay and those that are touched. Links with connectors of their own are gone through
 * by class: a few look-ups each, and no cable is made for them.
 */
export function cableWorkOf(
  matching: Matching,
  before: Facts,
  after: Facts,
  comparer: Comparer,
  paths: PathDifferences,
  ends: readonly [TrunkEnds, TrunkEnds],
): CableWork {
  const { links } = matching;
  const [old, now] = [cableSide(before), cableSide(after)];
  const trunks = byTrunk<Job>(...ends);
  const differences = laidDifferences(paths);
  const bitsOf = unplugging(matching, comparer);
  const outcomes = new Map<number, Outcome>();
  const width = after.links.classes.length + 1;
  /** One outcome for links of one class: of a class of one design where the other has none. */
  const outcome = (a: number, b: number, flags: number, compute: () => Outcome): Outcome => {
    const key = (a * width + b) * 64 + flags;
    let found = outcomes.get(key);
    if (found === undefined) outcomes.set(key, (found = compute()));
    return found;
  };
  const unknownOutcomes = [new Map<number, Outcome>(), new Map<number, Outcome>()] as const;
  /** @param side of the design in which they are known */
  const unknownOf = (index: number, side: 0 | 1, cables: readonly CableText[]): Outcome => {
    let found = unknownOutcomes[side].get(index);
    if (found === undefined) unknownOutcomes[side].set(index, (found = whole('unknown', cables, whyUnknown[side])));
    return found;
  };
  const classIn = ({ links: { of, classes } }: Facts, link: number): number =>
    link < 0 ? classes.length : unsignedAt(of, link);
  let kept = 0;
  const unknown: [number, number] = [0, 0];
  let [anyShared, sharedTouched] = [false, false];
  for (let link = 0; link < matching.before.links.count; link++) {
    const own = old.ofLink(link);
    const other = signedAt(links.after, link);
    const there = other < 0 ? undefined : now.ofLink(other);
    if (own.way === 'unknown') unknown[0]++;
    if (own.way === 'shared') {
      anyShared = true;
      const isLeft = there?.way === 'shared' && byteAt(links.kept, link) === 0 && bitsOf(link) === 0;
      if (!isLeft || differences(link, other).length > 0) sharedTouched = true;
    }
    if (own.way !== 'own') continue;
    if (there?.way === 'unknown') {
      for (const job of unknownOf(classIn(before, link), 0, own.cables).jobs) trunks.add(job, [link], [other]);
      continue;
    }
    if (there?.way !== 'own') {
      const gone = outcome(classIn(before, link), classIn(after, -1), 0, () => whole('removed', own.cables));
      for (const job of gone.jobs) trunks.add(job, [link], []);
      continue;
    }
    const bits = bitsOf(link);
    const isMoved = byteAt(links.kept, link) > 0;
    const found = outcome(classIn(before, link), classIn(after, other), bits * 2 + (isMoved ? 1 : 0), () =>
      outcomeOf(own.cables, there.cables, { details: differences(link, other), bits, isMoved }),
    );
    kept += found.kept;
    for (const job of found.jobs)
      trunks.add(job, job.work === 'new' ? [] : [link], job.work === 'removed' ? [] : [other]);
  }
  for (let link = 0; link < matching.after.links.count; link++) {
    const own = now.ofLink(link);
    const other = signedAt(links.before, link);
    if (own.way === 'unknown') unknown[1]++;
    const way = other < 0 ? undefined : old.ofLink(other).way;
    if (own.way === 'own' && way === 'unknown') {
      for (const job of unknownOf(classIn(after, link), 1, own.cables).jobs) trunks.add(job, [other], [link]);
    } else if (own.way === 'own' && way !== 'own') {
      const fresh = outcome(classIn(before, -1), classIn(after, link), 0, () => whole('new', own.cables));
      for (const job of fresh.jobs) trunks.add(job, [], [link]);
    }
    if (own.way === 'shared' && way !== 'shared') sharedTouched = true;
  }
  const renumbered = renumbering(matching);
  noteOwn(renumbered, matching, [old, now], bitsOf);
  if (sharedTouched) kept += sharedWork(matching, old, now, { trunks, bitsOf, differences, renumbered });
  else if (anyShared) kept += old.sharedCount();
  const touched = touchedIn(trunks, ends);
  return {
    ...{ before: allCables(before), after: allCables(after), kept, touched, unknown },
    renumbered: renumbered.count(),
  };
}

/** Notes the cables of links that have their connectors for themselves and aren't between the ports of before. */
function noteOwn(
  renumbered: Renumbered,
  { before, after, links }: Matching,
  [old, now]: readonly [CableSide, CableSide],
  bitsOf: (link: number) => number,
): void {
  const isSame = (oldLink: number): boolean => signedAt(links.after, oldLink) >= 0 && byteAt(links.kept, oldLink) === 0;
  const ends = (fabric: Matching['before'], link: number): readonly number[] => [
    portAt(fabric, 2 * link),
    portAt(fabric, 2 * link + 1),
  ];
  for (let link = 0; link < before.links.count; link++) {
    if (isSame(link) || bitsOf(link) !== 0) continue;
    const own = old.ofLink(link);
    if (own.way === 'own') renumbered.old(ends(before, link), bundleText(own.cables), own.cables.length);
  }
  for (let link = 0; link < after.links.count; link++) {
    const other = signedAt(links.before, link);
    if (other >= 0 && isSame(other)) continue;
    const own = now.ofLink(link);
    if (own.way === 'own') renumbered.now(ends(after, link), bundleText(own.cables), own.cables.length);
  }
}

function whole(work: Work, cables: readonly CableText[], why: readonly string[] = []): Outcome {
  return { kept: 0, jobs: cables.length === 0 ? [] : [{ work, cables, why }] };
}

/** Why a link is unplugged at an end, as bits. */
function unplugging(matching: Matching, comparer: Comparer): (link: number) => number {
  const touched = touchedCages(matching, comparer);
  const { before } = matching;
  return (link) => {
    const from = byteAt(touched, cageOfPort(before, portAt(before, 2 * link)));
    const bits = from | byteAt(touched, cageOfPort(before, portAt(before, 2 * link + 1)));
    return (bits & touch.rack) !== 0 && isWithinRack(matching, link) ? bits & ~touch.rack : bits;
  };
}

function laidDifferences(all: PathDifferences): PathDifferences {
  const known = new Map<readonly Detail[], readonly Detail[]>();
  return (old, now) => {
    const details = all(old, now);
    let found = known.get(details);
    if (found === undefined) known.set(details, (found = details.filter(({ property }) => laid.has(property))));
    return found;
  };
}

const order: readonly Work[] = ['plugged again', 'replaced', 'removed', 'new', 'unknown'];

/** Jobs by trunk, each kind of cable by itself; those that read alike as one. */
function touchedIn(
  trunks: ReturnType<typeof byTrunk<Job>>,
  [oldEnds, newEnds]: readonly [TrunkEnds, TrunkEnds],
): TouchedCables[] {
  const found = new Map<string, TouchedCables>();
  for (const { what, olds, news, count } of trunks.all()) {
    const { work, cables, why } = what;
    const places = { before: oldEnds.textOf(olds), after: newEnds.textOf(news) };
    for (const cable of cables) {
      const entry = { ...cable, work, why, ...places };
      const key = JSON.stringify(entry);
      found.set(key, { ...entry, count: (found.get(key)?.count ?? 0) + count });
    }
  }
  return [...found.values()].sort((a, b) => order.indexOf(a.work) - order.indexOf(b.work));
}

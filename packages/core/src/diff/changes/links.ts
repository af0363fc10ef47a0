// Links that were laid, removed, led elsewhere, or have another path, by trunk.
import type { Facts } from '../../answers/index.ts';
import { printValue } from '../../figures/index.ts';
import { byteAt, itemAt, type LinkGroup, signedAt, unsignedAt } from '../../model/index.ts';
import type { Change, Detail } from '../compare/change.ts';
import type { Comparer } from '../compare/differences.ts';
import type { Matching } from '../match/matching.ts';
import { byTrunk, type TrunkEnds } from '../naming/trunk-ends.ts';

/** What happened to some links. */
type Event = Pick<Change, 'kind' | 'what' | 'details'>;

/** What the paths of two links differ in. Equal lists are one and the same. */
export type PathDifferences = (old: number, now: number) => readonly Detail[];

/** All changes of links. Links that are alike and stay as they are cost a table look-up each. */
export function linkChanges(
  matching: Matching,
  before: Facts,
  after: Facts,
  differences: PathDifferences,
  [oldEnds, newEnds]: readonly [TrunkEnds, TrunkEnds],
): Change[] {
  const { links } = matching;
  const trunks = byTrunk<Event>(oldEnds, newEnds);
  const eventOf = rememberedEvents();
  for (let old = 0; old < matching.before.links.count; old++) {
    const now = signedAt(links.after, old);
    if (now < 0) {
      trunks.add(eventOf('removed', groupIn(before, old), noDetails), [old], []);
      continue;
    }
    const details = differences(old, now);
    if (byteAt(links.kept, old) > 0) trunks.add(eventOf('moved', groupIn(after, now), details), [old], [now]);
    else if (details.length > 0) trunks.add(eventOf('changed', groupIn(after, now), details), [old], [now]);
  }
  for (let now = 0; now < matching.after.links.count; now++)
    if (signedAt(links.before, now) < 0) trunks.add(eventOf('added', groupIn(after, now), noDetails), [], [now]);
  return trunks.all().map(({ what, olds, news }) => ({
    ...what,
    of: 'link',
    count: Math.max(olds.length, news.length),
    before: olds.length === 0 ? [] : [oldEnds.textOf(olds)],
    after: news.length === 0 ? [] : [newEnds.textOf(news)],
  }));
}

const noDetails: readonly Detail[] = [];

/** Events that are alike as one object: the same kind, the same medium, the same differences. */
function rememberedEvents(): (kind: Event['kind'], group: LinkGroup, details: readonly Detail[]) => Event {
  const byDetails = new Map<readonly Detail[], Map<string, Event>>();
  return (kind, group, details) => {
    let events = byDetails.get(details);
    if (events === undefined) byDetails.set(details, (events = new Map()));
    const what = mediumName(group);
    const key = `${kind} ${what}`;
    let event = events.get(key);
    if (event === undefined) events.set(key, (event = { kind, what, details }));
    return event;
  };
}

function groupIn({ links }: Facts, link: number): LinkGroup {
  return itemAt(links.classes, unsignedAt(links.of, link)).group;
}

function mediumName({ fiber, cable }: LinkGroup): string {
  return (fiber ?? cable)?.name ?? 'unknown medium';
}

/** Finds what the paths of links differ in: worked out once for two classes of links. */
export function pathDifferences(matching: Matching, before: Facts, after: Facts, comparer: Comparer): PathDifferences {
  const known = new Map<number, readonly Detail[]>();
  const equal = new Map<string, readonly Detail[]>([['[]', noDetails]]);
  return (old, now) => {
    const [oldClass, newClass] = [unsignedAt(before.links.of, old), unsignedAt(after.links.of, now)];
    const key = oldClass * (after.links.classes.length + 1) + newClass;
    let found = known.get(key);
    if (found === undefined) {
      const details = differencesOf(oldClass, newClass);
      const text = JSON.stringify(details);
      found = equal.get(text) ?? details;
      equal.set(text, found);
      known.set(key, found);
    }
    return found;
  };

  function differencesOf(oldClass: number, newClass: number): readonly Detail[] {
    const [old, now] = [itemAt(before.optics.budgets, oldClass), itemAt(after.optics.budgets, newClass)];
    const [oldGroup, newGroup] = [old.class.group, now.class.group];
    const { length: _, ...oldMedium } = oldGroup.medium;
    const { length: __, ...newMedium } = newGroup.medium;
    const [wasMedium, isMedium] = [oldGroup.fiber ?? oldGroup.cable, newGroup.fiber ?? newGroup.cable];
    const [was, is] = [printValue(old.length), printValue(now.length)];
    const oldNetwork = oldGroup.network === undefined ? -1 : signedAt(matching.networks.after, oldGroup.network.index);
    return [
      ...(comparer.isSamePart(wasMedium, isMedium)
        ? []
        : [{ property: 'medium', before: mediumName(oldGroup), after: mediumName(newGroup) }]),
      // However the length was given: what counts is how long it is.
      ...(was === is ? [] : [{ property: 'length', before: was, after: is }]),
      ...comparer.values('link', oldMedium, newMedium).filter(({ property }) => property !== 'slack'),
      ...(oldNetwork === (newGroup.network?.index ?? -1)
        ? []
        : [{ property: 'network', before: oldGroup.network?.name ?? '', after: newGroup.network?.name ?? '' }]),
    ];
  }
}

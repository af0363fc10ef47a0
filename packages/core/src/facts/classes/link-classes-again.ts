// The classes of links of which a few have other lengths than before: those leave their class, and join another or make one of their own.

import { type Fabric, groupOfLink, itemAt, type LinkGroup, signedAt, unsignedAt } from '../../model/index.ts';
import { type ClassDraft, linkClasses, PlacedClass, type SortedLinks } from './link-classes.ts';

/** When more statements than this have other lengths, all links are sorted again. */
const few = 20;

/** The same as the classes of all links of a fabric, by those of one that is the same but for lengths. */
export function linkClassesAgain(fabric: Fabric, before: Fabric, { classes, of }: SortedLinks): SortedLinks {
  const { linkGroups } = fabric;
  const changed: LinkGroup[] = [];
  for (let i = 0; i < linkGroups.length && changed.length <= few; i++)
    if (linkGroups[i] !== before.linkGroups[i]) changed.push(itemAt(linkGroups, i));
  const isSame = changed.every(({ path, index }) => path !== undefined && path === before.linkGroups[index]?.path);
  if (changed.length > few || !isSame) return linkClasses(fabric);
  if (changed.every(isSingle)) return withOthers(fabric, classes, of, changed);
  return changed.some(isSingle)
    ? linkClasses(fabric)
    : (withPaths(fabric, before, { classes, of }, changed) ?? linkClasses(fabric));
}

const isSingle = ({ count, pattern }: LinkGroup): boolean => count === 1 && pattern === 'pairs';

/**
 * The same where statements have other paths that make several links each: no other statement is in their classes. Undefined where paths that
 * were different are one now, or where a statement has another path in some scopes only.
 */
function withPaths(
  { linkGroups }: Fabric,
  before: Fabric,
  { classes, of }: SortedLinks,
  changed: readonly LinkGroup[],
): SortedLinks | undefined {
  const paths = new Map(changed.map(({ index, medium }) => [itemAt(before.linkGroups, index).medium, medium]));
  const isOne = ({ index, medium }: LinkGroup): boolean =>
    paths.get(itemAt(before.linkGroups, index).medium) === medium;
  if (!changed.every(isOne) || new Set(paths.values()).size < paths.size) return undefined;
  const statements = new Set(changed.map(({ declaration }) => declaration));
  const own = new Set(changed);
  if (linkGroups.some((each) => statements.has(each.declaration) && !own.has(each))) return undefined;
  return {
    of,
    classes: classes.map((each) => {
      const group = itemAt(linkGroups, each.read.index);
      return own.has(group) ? new PlacedClass({ ...each, group }, each.index, each.length, each.from, each.to) : each;
    }),
  };
}

/** A class with some links fewer or more. */
interface Changed extends ClassDraft {
  /** The class whose ends it has. */
  readonly alike: PlacedClass;
  readonly left: Set<number>;
  readonly joined: Set<number>;
  group: LinkGroup;
  sample: number;
  statements: number;
  count: number;
}

function withOthers(
  fabric: Fabric,
  classes: readonly PlacedClass[],
  of: Uint32Array,
  groups: readonly LinkGroup[],
): SortedLinks {
  const changed = new Map<PlacedClass, Changed>();
  const made: Changed[] = [];
  const draftOf = (each: PlacedClass): Changed => {
    const { read: group, sample, like, statements, count } = each;
    const known = changed.get(each);
    const draft = known ?? {
      ...{ alike: each, group, sample, like, statements, count },
      ...{ left: new Set<number>(), joined: new Set<number>() },
    };
    changed.set(each, draft);
    return draft;
  };
  for (const { first } of groups) leave(draftOf(itemAt(classes, unsignedAt(of, first))), first);
  for (const group of groups) {
    const was = itemAt(classes, unsignedAt(of, group.first));
    const there = classes.find(({ like, read }) => like === was.like && read.medium === group.medium);
    let draft = there === undefined ? made.find((each) => isLike(each, was, group)) : draftOf(there);
    if (draft === undefined)
      made.push((draft = { ...draftOf(was), group, statements: 0, count: 0, left: new Set(), joined: new Set() }));
    join(draft, group);
  }
  for (const each of changed.values()) if (each.count > 0 && each.left.has(each.sample)) startLater(each, fabric, of);
  const order: (PlacedClass | Changed)[] = [...classes];
  for (const { sample } of changed.keys()) order.splice(placeOf(order, sample), 1);
  for (const each of [...changed.values(), ...made])
    if (each.count > 0) order.splice(placeOf(order, each.sample), 0, each);
  return numbered(order, classes.length, of);
}

const isLike = (each: Changed, { like }: PlacedClass, { medium }: LinkGroup): boolean =>
  each.like === like && each.group.medium === medium;

function leave(draft: Changed, link: number): void {
  draft.left.add(link);
  draft.count--;
  draft.statements--;
}

function join(draft: Changed, group: LinkGroup): void {
  draft.joined.add(group.first);
  draft.left.delete(group.first);
  if (draft.count === 0 || group.first <= draft.sample) {
    draft.sample = group.first;
    draft.group = group;
  }
  draft.count++;
  draft.statements++;
}

/** Finds the first of the links that a class still has. */
function startLater(draft: Changed, fabric: Fabric, of: Uint32Array): void {
  const { index } = draft.alike;
  for (let link = draft.sample; link < of.length; link++) {
    if (draft.left.has(link) || (unsignedAt(of, link) !== index && !draft.joined.has(link))) continue;
    draft.sample = link;
    draft.group = groupOfLink(fabric, link);
    return;
  }
}

/** Where a class comes among others: they are in the order of their first links. */
function placeOf(order: readonly { readonly sample: number }[], sample: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(order, middle).sample < sample) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Classes in their order, with their numbers. @param before how many there were */
function numbered(order: readonly (PlacedClass | Changed)[], before: number, of: Uint32Array): SortedLinks {
  const numbers = new Uint32Array(before);
  const firsts = new Int32Array(before).fill(-1);
  const classes: PlacedClass[] = [];
  let moves = false;
  for (let index = 0; index < order.length; index++) {
    const each = itemAt(order, index);
    const alike = each instanceof PlacedClass ? each : each.alike;
    let like = signedAt(firsts, each.like);
    if (like < 0) firsts[each.like] = like = index;
    if (each instanceof PlacedClass || each.joined.size < each.count) {
      numbers[alike.index] = index;
      moves ||= alike.index !== index;
    }
    if (each === alike && alike.index === index && alike.like === like) {
      classes.push(alike);
      continue;
    }
    const group = each instanceof PlacedClass ? each.read : each.group;
    const { sample, statements, count } = each;
    const draft = { group, sample, like, statements, count };
    classes.push(new PlacedClass(draft, index, alike.length, alike.from, alike.to));
  }
  return { classes, of: moved(order, moves ? numbers : undefined, of) };
}

/** The class of each link, with other numbers where classes have got some; the same column where nothing has changed. */
function moved(
  order: readonly (PlacedClass | Changed)[],
  numbers: Uint32Array | undefined,
  of: Uint32Array,
): Uint32Array {
  const after = of.slice();
  if (numbers !== undefined)
    for (let link = 0; link < after.length; link++) after[link] = unsignedAt(numbers, unsignedAt(of, link));
  for (let index = 0; index < order.length; index++) {
    const each = itemAt(order, index);
    if (!(each instanceof PlacedClass)) for (const link of each.joined) after[link] = index;
  }
  for (let link = 0; link < after.length; link++) if (after[link] !== of[link]) return after;
  return of;
}

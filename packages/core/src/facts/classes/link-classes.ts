// Links that are alike, so that arithmetic is done once for each class and not once for each link.

import type { Derivation } from '../../figures/derivation.ts';
import { deviceOfPort, type Fabric, isAuto, itemAt, type LinkGroup, type Part, unsignedAt } from '../../model/index.ts';
import { originKey } from '../../source/origin.ts';
import { applicationOn } from './application.ts';
import { cableRuns, hasAutoLengths } from './cable-runs.ts';
import { atItsPlace } from './path-origins.ts';
import { type LinkEnd, portEnds } from './port-ends.ts';

/**
 * Links with the same path and the same modules and PMDs at their ends: those of one statement, or those of many
 * statements that make one link each, as programs write them.
 */
export interface LinkClass {
  /** Length from the positions of the racks, in m; undefined where the statement gives one. */
  readonly length: Derivation | undefined;
  readonly index: number;
  /** The statement, in the first scope it was elaborated in; the first where there are several. */
  readonly group: LinkGroup;
  /** That of its statements. */
  readonly cable: Part<'cable'> | undefined;
  /** How many statements. */
  readonly statements: number;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly count: number;
  /** The first such link. */
  readonly sample: number;
  /** The length that the statement gives, in m; `NaN` where it gives none. */
  readonly given: number;
  /** The first class whose links are like these in all but the length that is given. */
  readonly like: number;
}

/** The class of every link. */
export interface LinkClasses {
  readonly classes: readonly LinkClass[];
  readonly of: Uint32Array;
}

/** The same as they were sorted. */
export interface SortedLinks extends LinkClasses {
  readonly classes: readonly PlacedClass[];
}

/** Why the links that are there may not be all; undefined where they are. */
export function missingLinks({ gaps, linkGroups }: Fabric): string | undefined {
  if (gaps.links || linkGroups.some((each) => each.fault !== undefined)) return 'some links could not be laid';
  return gaps.plugs ? 'some modules could not be understood' : undefined;
}

/** What a class has of its links. */
export type ClassDraft = Pick<LinkClass, 'group' | 'sample' | 'like' | 'statements' | 'count'>;

/** A class while links are counted: its ends are indices into a list of ends. */
interface LinkClassDraft extends ClassDraft {
  readonly from: number;
  readonly to: number;
  readonly run: number;
  statements: number;
  count: number;
}

/** More distances than two racks of a hall can have. */
const maxRuns = 2 ** 24;

/**
 * Sorts links into classes: two table look-ups a link, and one for the racks of its ends where its length is `auto`; none where all ports
 * have the same end.
 */
export function linkClasses(fabric: Fabric): SortedLinks {
  const { links } = fabric;
  const of = new Uint32Array(links.count);
  const { ends, of: endAt } = portEnds(fabric);
  const classes: LinkClassDraft[] = [];
  const runs = hasAutoLengths(fabric) ? cableRuns(fabric) : undefined;
  const device = (port: number): number => deviceOfPort(fabric, port);
  const statements = statementKeys();
  for (const group of fabric.linkGroups) {
    const byEnds = statements(group);
    const autoRuns = isAuto(group.medium.length) ? runs : undefined;
    // Most links of a statement are like the one before.
    let lastKey = -1;
    let last = -1;
    const end = group.first + group.count;
    for (let link = group.first; link < end; link++) {
      const from = typeof endAt === 'number' ? endAt : unsignedAt(endAt, unsignedAt(links.from, link));
      const to = typeof endAt === 'number' ? endAt : unsignedAt(endAt, unsignedAt(links.to, link));
      // With `length auto`, links of one statement differ in length by their racks.
      const run = autoRuns?.between(device(unsignedAt(links.from, link)), device(unsignedAt(links.to, link))) ?? 0;
      const key = (from * ends.length + to) * maxRuns + run;
      if (key === lastKey) {
        itemAt(classes, last).count++;
        of[link] = last;
        continue;
      }
      let alike = byEnds.get(key);
      if (alike === undefined) byEnds.set(key, (alike = { first: classes.length, byPath: new Map() }));
      let index = alike.byPath.get(group.medium);
      if (index === undefined) {
        alike.byPath.set(group.medium, (index = classes.length));
        classes.push({ group, from, to, count: 0, sample: link, statements: 1, run, like: alike.first });
      } else if (group.count === 1) itemAt(classes, index).statements++;
      lastKey = key;
      last = index;
      // All of them have the same ends, and the same path.
      const same = typeof endAt !== 'number' || autoRuns !== undefined ? 1 : group.count;
      itemAt(classes, index).count += same;
      // A class of all links leaves the column as it is.
      if (index !== 0) of.fill(index, link, link + same);
      link += same - 1;
    }
  }
  const onLine = endsOnLines(ends);
  return {
    of,
    classes: classes.map((each, index) => {
      const { run, group } = each;
      const length = runs !== undefined && isAuto(group.medium.length) ? runs.length(run, group) : undefined;
      return new PlacedClass(each, index, length, onLine(group, each.from), onLine(group, each.to));
    }),
  };
}

/** A class whose statement is put at its place when somebody asks for it. */
export class PlacedClass implements LinkClass {
  readonly index: number;
  readonly length: Derivation | undefined;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly statements: number;
  readonly count: number;
  readonly sample: number;
  readonly given: number;
  readonly like: number;
  /** The first of its statements, with its path as it was read. */
  readonly read: LinkGroup;
  private placed: LinkGroup | undefined;

  constructor(draft: ClassDraft, index: number, length: Derivation | undefined, from: LinkEnd, to: LinkEnd) {
    this.index = index;
    this.length = length;
    this.from = from;
    this.to = to;
    this.statements = draft.statements;
    this.count = draft.count;
    this.sample = draft.sample;
    this.given = draft.group.medium.length?.value ?? Number.NaN;
    this.like = draft.like;
    this.read = draft.group;
    this.placed = undefined;
  }

  get cable(): Part<'cable'> | undefined {
    return this.read.cable;
  }
  get group(): LinkGroup {
    this.placed ??= atItsPlace(this.read);
    return this.placed;
  }
}

/** Classes of links whose paths differ in the length they give alone. */
interface ClassesAlike {
  readonly first: number;
  readonly byPath: Map<LinkGroup['medium'], number>;
}

/**
 * Finds the classes a statement's links may belong to, by their ends: those of the same statement in another scope; where it makes a
 * single link, those of all such with the same path.
 */
function statementKeys(): (group: LinkGroup) => Map<number, ClassesAlike> {
  const paths = new Map<object, Map<string, Map<number, ClassesAlike>>>();
  // Of a list of cables, one after the other is like the one before.
  let last: { group: LinkGroup; path: object; byEnds: Map<number, ClassesAlike> } | undefined;
  return (group) => {
    const { network, fiber, cable, medium, path = medium, count, pattern } = group;
    const isSingle = count === 1 && pattern === 'pairs';
    if (isSingle && last?.path === path && last.group.network === network)
      if (last.group.fiber === fiber && last.group.cable === cable) return last.byEnds;
    let ofPath = paths.get(path);
    if (ofPath === undefined) paths.set(path, (ofPath = new Map()));
    const own = isSingle ? '' : ` ${originKey(group.origin)}`;
    const key = `${network?.index ?? -1} ${(fiber ?? cable)?.index ?? -1}${own}`;
    let byEnds = ofPath.get(key);
    if (byEnds === undefined) ofPath.set(key, (byEnds = new Map()));
    if (isSingle) last = { group, path, byEnds };
    return byEnds;
  };
}

/** An end by its number, with the PMD that its module works as on the line of a statement. */
function endsOnLines(ends: readonly LinkEnd[]): (group: LinkGroup, end: number) => LinkEnd {
  const unamplified = new Map<Part<'optics'>, Part<'optics'>>();
  return (group, number) => {
    const end = itemAt(ends, number);
    if (end.optics?.values.unamplified === undefined) return end;
    const found = applicationOn(group, end.optics);
    if (found === end.optics) return end;
    // One and the same for both ends of all links.
    const optics = unamplified.get(end.optics) ?? found;
    unamplified.set(end.optics, optics);
    return { ...end, optics };
  };
}

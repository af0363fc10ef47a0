// Designs in which links have got other lengths: nothing is read or laid again, and only what asks for lengths is judged again.
import {
  type Askers,
  allRules,
  analyzing,
  type Fabric,
  fabricAt,
  type LinkGroup,
  linkGroupWith,
  type Origin,
  originKey,
  type Quantity,
  readQuantity,
  Standing,
  StandingRules,
  type Steps,
} from '@lightloom/core';
import { noPlugins } from '../configuration/index.ts';
import type { LengthEdit } from '../parse/index.ts';
import type { AnalysisOptions, JudgedFiles } from './analysis.ts';
import { unknownRules } from './plugin-rules.ts';

/** A length that a link has got. */
interface OtherLength {
  /** Where the statement was. */
  readonly at: Origin;
  /** The text of the length before and now. */
  readonly was: string;
  readonly is: string;
}

/** The lengths that links have got, each under the place where its statement was. */
export type OtherLengths = ReadonlyMap<string, OtherLength>;

/** The same with the links of each as they were before. */
type AppliedLengths = ReadonlyMap<string, OtherLength & { readonly before: readonly LinkGroup[] }>;

/** What stands of a design for all lengths of its links. */
interface Stands {
  readonly standing: Standing;
  readonly rules: StandingRules;
}

/** A design that was judged, and with which other lengths than those of its text. */
export interface JudgedLengths {
  readonly judged: JudgedFiles;
  readonly lengths: AppliedLengths;
  readonly stands: Stands | undefined;
}

/** Lengths with one more edit. @param at where the link was before all of them */
export function withEdit(lengths: OtherLengths, at: Origin, { was, is }: LengthEdit): OtherLengths {
  const key = originKey(at);
  const first = lengths.get(key)?.was ?? was;
  const changed = new Map(lengths);
  if (first === is) changed.delete(key);
  else changed.set(key, { at, was: first, is });
  return changed;
}

/** Whether two states have the same lengths. */
export function areSameLengths(one: OtherLengths, other: OtherLengths): boolean {
  return one.size === other.size && [...one].every(([key, { is }]) => other.get(key)?.is === is);
}

/** How often it is tried to find out what asks for lengths: once it is known, at the second time nothing is tried in vain. */
const tries = 3;

/**
 * A design judged again with other lengths, in steps; undefined where all of it must be made again.
 * @param askers what is known to ask for lengths, of all designs
 */
export function* judgedWith(
  { judged, lengths: before, stands: known }: JudgedLengths,
  lengths: OtherLengths,
  askers: Askers,
  { severities, configuration, plugins: given = noPlugins }: AnalysisOptions,
): Steps<JudgedLengths | undefined> {
  const { elaborated, stages } = judged;
  const [stage, ...more] = stages;
  const hasPhases = more.length > 0 || elaborated.fabric.phases.length > 0;
  const changed = hasPhases ? undefined : changedBy(judged, before, lengths);
  if (stage === undefined || changed === undefined) return undefined;
  const { fabric, applied } = changed;
  const plugins = configuration?.plugins ?? given;
  let stands = known;
  for (let left = tries; left > 0; left--) {
    if (stands?.standing.isSure !== true) {
      const standing = new Standing(fabric, stage.facts.basis, askers);
      stands = { standing, rules: new StandingRules(standing) };
      yield;
    }
    const { standing, rules } = stands;
    const facts = standing.measured(fabric);
    const analyzed = yield* analyzing(facts, allRules, severities, () => unknownRules(fabric, plugins), rules);
    if (!standing.isSure) continue;
    standing.earlier = facts;
    const again: JudgedFiles = {
      ...judged,
      elaborated: { ...elaborated, fabric },
      stages: [{ name: stage.name, at: fabricAt(fabric, 0), facts, analyzed }],
    };
    return { judged: again, lengths: applied, stands };
  }
  return undefined;
}

/** The fabric with other lengths; undefined where it isn't sure to be as if all of it were made of the text. */
function changedBy(
  { elaborated: { fabric, declarationAt } }: JudgedFiles,
  before: AppliedLengths,
  lengths: OtherLengths,
): { readonly fabric: Fabric; readonly applied: AppliedLengths } | undefined {
  const linkGroups = [...fabric.linkGroups];
  const put = (links: readonly LinkGroup[]): void => {
    for (const each of links) linkGroups[each.index] = each;
  };
  for (const [key, { before: links }] of before) if (!lengths.has(key)) put(links);
  const applied: Map<string, OtherLength & { readonly before: readonly LinkGroup[] }> = new Map();
  const changed: { readonly links: readonly LinkGroup[]; readonly value: number }[] = [];
  for (const [key, length] of lengths) {
    const known = before.get(key);
    const declaration = declarationAt(length.at.uri, length.at.start);
    const links = known?.before ?? fabric.linkGroups.filter((each) => each.declaration === declaration);
    applied.set(key, { ...length, before: links });
    if (known?.is === length.is) continue;
    const measured = measuredLinks(links, length.is);
    if (measured === undefined) return undefined;
    put(measured.links);
    changed.push(measured);
  }
  // Paths that are written alike are one and the same: with a length that no other has, it is a path of its own.
  for (const { links, value } of changed) {
    const own = new Set(links);
    if (linkGroups.some((each) => each.medium.length?.value === value && !own.has(each))) return undefined;
  }
  return { fabric: { ...fabric, linkGroups }, applied };
}

/** Links with another length, with one path where they had one. */
function measuredLinks(links: readonly LinkGroup[], text: string) {
  const value = readQuantity(text)?.value;
  if (value === undefined) return undefined;
  const paths = new Map<LinkGroup['medium'], LinkGroup['medium']>();
  const measured: LinkGroup[] = [];
  for (const each of links) {
    const { length } = each.medium;
    if (length === undefined || Number.isNaN(length.value)) return undefined;
    const medium = paths.get(each.medium) ?? {
      ...each.medium,
      length: { ...length, value: value as Quantity<'length'> },
    };
    paths.set(each.medium, medium);
    measured.push(linkGroupWith(each, { medium }));
  }
  return { links: measured, value };
}

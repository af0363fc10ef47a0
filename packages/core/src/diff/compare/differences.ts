// What of the values of two things differs, property by property.
import { type Kind, propertiesOf } from '../../catalogue/index.ts';
import { valueText } from '../../explain/index.ts';
import { printAmountsApart } from '../../figures/index.ts';
import { type Given, nameOf, type Part, type Selection } from '../../model/index.ts';
import { acrossIn, itselfIn } from '../match/across.ts';
import type { Matching } from '../match/matching.ts';
import { classAt } from '../match/part-classes.ts';
import type { Detail } from './change.ts';

/** Values by property, as parts, loops, links and halls have them. */
type AnyValues = Readonly<Record<string, Given<unknown> | undefined>>;

/** Compares the values of things of two designs. */
export interface Comparer {
  values(kind: Kind, before: object, after: object): Detail[];
  parts(before: Part, after: Part): Detail[];
  /** Whether two parts are the same type. */
  isSamePart(before: Part | undefined, after: Part | undefined): boolean;
}

/** Compares by what is the same in both designs. */
export function comparerOf(matching: Matching): Comparer {
  const { parts } = matching;
  const [across, itself] = [acrossIn(matching), itselfIn(matching)];
  const oldPlain = (value: unknown): string =>
    plain(
      value,
      (part) => classAt(parts.before, part.index),
      ({ of, ids }) => [...ids].map((id) => across(of, id)),
    );
  const newPlain = (value: unknown): string =>
    plain(
      value,
      (part) => classAt(parts.after, part.index),
      ({ of, ids }) => [...ids].map((id) => itself(of, id)),
    );
  const values: Comparer['values'] = (kind, before, after) => {
    const [olds, news] = [before as AnyValues, after as AnyValues];
    return [...new Set([...Object.keys(olds), ...Object.keys(news)])].flatMap((property) => {
      const [old, now] = [olds[property], news[property]];
      if (old !== undefined && now !== undefined && oldPlain(old.value) === newPlain(now.value)) return [];
      const [oldText, newText] = [
        textOf(matching, 'before', kind, property, old),
        textOf(matching, 'after', kind, property, now),
      ];
      return oldText !== newText ? [{ property, before: oldText, after: newText }] : apart(kind, property, old, now);
    });
  };
  return {
    values,
    isSamePart: (before, after) =>
      classAt(parts.before, before?.index ?? -1) === classAt(parts.after, after?.index ?? -1),
    parts: (before, after) => [
      ...values(before.kind, withUnknowns(before), withUnknowns(after)),
      ...portDifferences(before, after),
    ],
  };
}

/** Values, and what is given as unknown. */
function withUnknowns({ values, unknowns }: Part): AnyValues {
  const open = Object.entries(unknowns).map(([name, { origin, provenance }]) => [
    name,
    { value: 'unknown', origin, provenance },
  ]);
  return { ...values, ...Object.fromEntries(open) };
}

function portDifferences(before: Part, after: Part): Detail[] {
  const texts = ({ ports }: Part): Map<string, string> =>
    new Map(ports.map(({ name, count, cage }) => [name, `${count} × ${cage.name}`]));
  const [olds, news] = [texts(before), texts(after)];
  // Groups of ports that are only called otherwise are the same.
  if ([...olds.values()].join() === [...news.values()].join()) return [];
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((name) => {
    const [old, now] = [olds.get(name) ?? '', news.get(name) ?? ''];
    return old === now ? [] : [{ property: `ports ${name}`, before: old, after: now }];
  });
}

/** Two quantities that differ, and print alike, with more digits. */
function apart(
  kind: Kind,
  property: string,
  old: Given<unknown> | undefined,
  now: Given<unknown> | undefined,
): Detail[] {
  const spec = propertiesOf(kind)[property]?.value;
  if (spec?.type !== 'quantity' || typeof old?.value !== 'number' || typeof now?.value !== 'number') return [];
  const [before, after] = printAmountsApart(spec.dimension, old.value, now.value);
  return before === after ? [] : [{ property, before, after }];
}

function textOf(
  matching: Matching,
  side: 'before' | 'after',
  kind: Kind,
  property: string,
  given: Given<unknown> | undefined,
): string {
  if (given === undefined) return '';
  if (given.unit === 'auto' || given.value === 'unknown') return given.unit ?? 'unknown';
  const spec = propertiesOf(kind)[property]?.value;
  if (spec === undefined) return '';
  const selection = selectionIn(given.value);
  if (selection === undefined) return valueText(spec, given);
  const names = [...selection.ids].slice(0, 4).map((id) => nameOf(matching[side], selection.of, id));
  return [...names, ...(selection.ids.length > names.length ? ['…'] : [])].join(', ');
}

function selectionIn(value: unknown): Selection | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if ('selection' in value) return value.selection as Selection;
  return undefined;
}

/** A value as a text that is equal where the values mean the same. */
function plain(value: unknown, partNumber: (part: Part) => number, ids: (selection: Selection) => number[]): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'number') return Number.isFinite(each) ? Number(each.toPrecision(12)) : String(each);
    if (each === null || typeof each !== 'object') return each;
    if ('kind' in each && 'declaration' in each && 'unknowns' in each) return partNumber(each as Part);
    if ('of' in each && 'ids' in each) return ids(each as Selection).sort((a, b) => a - b);
    if (Array.isArray(each)) return each;
    return Object.fromEntries(
      Object.entries(each)
        .filter(([name]) => name !== 'origin')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}

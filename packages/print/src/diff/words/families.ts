// The families of what changes, in words and in the order of a review.
import { type Change, type ChangedFamily, type ChangeKind, printCount, printNumber } from '@lightloom/core';

const families: Readonly<Record<ChangedFamily, readonly [one: string, many: string]>> = {
  type: ['type', 'types'],
  switch: ['switch', 'switches'],
  host: ['host', 'hosts'],
  module: ['module', 'modules'],
  engine: ['built-in engine', 'built-in engines'],
  network: ['network', 'networks'],
  link: ['link', 'links'],
  rack: ['rack', 'racks'],
  cdu: ['CDU', 'CDUs'],
  loop: ['coolant loop', 'coolant loops'],
  branch: ['branch', 'branches'],
  feed: ['feed', 'feeds'],
  hall: ['hall', 'halls'],
};
const order = Object.keys(families);
const kinds: readonly ChangeKind[] = ['removed', 'added', 'replaced', 'moved', 'changed', 'renamed'];

/** A sign for each kind of change, that is read without color. */
export const signs: Readonly<Record<ChangeKind, string>> = {
  added: '+',
  removed: '−',
  replaced: '±',
  moved: '→',
  changed: '~',
  renamed: '=',
};

/** The place of a family in the order of a review. */
export function familyOrder(family: ChangedFamily): number {
  return order.indexOf(family);
}

/** `4 switches` */
export function countOf(family: ChangedFamily, count: number): string {
  return printCount(count, ...families[family]);
}

/** Changes in the order of a review. */
export function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort(
    (a, b) => familyOrder(a.of) - familyOrder(b.of) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
}

/** Changes by family. */
export function byFamily(changes: readonly Change[]): Map<ChangedFamily, Change[]> {
  const found = new Map<ChangedFamily, Change[]>();
  for (const change of inOrder(changes)) found.set(change.of, [...(found.get(change.of) ?? []), change]);
  return found;
}

/** What changed: `4 switches (XpoLeaf)`; of a type its kind, `switch type`. */
export function subjectOf({ of, count, what, installed = 0 }: Change): string {
  if (of === 'type') return `${what} type${installed === 0 ? '' : `, ${printNumber(installed, 0)} installed`}`;
  return what === '' ? countOf(of, count) : `${countOf(of, count)} (${what})`;
}

/** Names that are listed, at most. */
const maxNames = 6;

/** Where: the names before and after, once where they are the same. */
export function placesOf({ before, after }: Change): readonly [before: string, after: string] {
  return [namesText(before), namesText(after)];
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).join(', ');
  return names.length > maxNames ? `${shown}, … (${names.length - maxNames} more)` : shown;
}

/** `power 500 W → 520 W`, each property by itself. */
export function detailTexts({ details }: Pick<Change, 'details'>): string[] {
  return details.map(({ property, before, after }) => `${property} ${before || 'none'} → ${after || 'none'}`);
}

// What a cable is, and cables that are alike.

import type { Part } from '../../model/index.ts';

/** Ends of a cable that are alike. */
export interface CableEnd {
  /** Undefined where it isn't fiber. */
  readonly part: Part<'connector'> | undefined;
  /** Fibers at one of them, both directions; `NaN` when unknown. */
  readonly fibers: number;
  readonly count: number;
}

/** Cables that are alike. */
export interface CableKind {
  /** `fixed`: its ends are part of it, as those of a DAC are. */
  readonly shape: 'cable' | 'breakout' | 'shuffle' | 'fixed';
  readonly from: readonly CableEnd[];
  readonly to: readonly CableEnd[];
  /** Fibers with light of one cable, both directions; `NaN` when unknown. */
  readonly fibers: number;
  /** Classes of its links, by index; more than one where links of several statements share it. */
  readonly classes: readonly number[];
  /** How many cables. */
  readonly count: number;
}

/** A connector of a module at the end of a cable. */
export interface CableSocket {
  /** Ports whose fibers are on it, in their order. */
  readonly ports: readonly number[];
  /** Connector of the module, counted from zero; undefined at the end of a fixed cable. */
  readonly connector: number | undefined;
  /** How many the module has. */
  readonly of: number;
  /** Undefined where it isn't fiber. */
  readonly part: Part<'connector'> | undefined;
}

/** One cable. */
export interface Cable {
  readonly kind: CableKind;
  readonly from: readonly CableSocket[];
  readonly to: readonly CableSocket[];
  /** In their order. */
  readonly links: readonly number[];
}

/** A kind before its cables are counted. */
export type KindDraft = Omit<CableKind, 'count'>;

/** Kinds of cables with their counts, in order of appearance. */
export function kindCounter() {
  const byKey = new Map<string, CableKind & { count: number }>();
  const all: CableKind[] = [];
  return {
    all,
    add(draft: KindDraft, count: number): CableKind {
      const ends = (side: readonly CableEnd[]): string =>
        side.map((end) => `${end.part?.index ?? -1}x${end.fibers}x${end.count}`).join();
      const key = `${draft.shape} ${draft.classes} ${draft.fibers} ${ends(draft.from)} ${ends(draft.to)}`;
      let kind = byKey.get(key);
      if (kind === undefined) {
        byKey.set(key, (kind = { ...draft, count: 0 }));
        all.push(kind);
      }
      kind.count += count;
      return kind;
    },
  };
}

/** Ends that are alike, counted. */
export function endsOf(ends: readonly Omit<CableEnd, 'count'>[]): CableEnd[] {
  const found: (CableEnd & { count: number })[] = [];
  for (const { part, fibers } of ends) {
    const same = found.find((each) => each.part === part && Object.is(each.fibers, fibers));
    if (same === undefined) found.push({ part, fibers, count: 1 });
    else same.count++;
  }
  return found;
}

// Which box a kept place belongs to, also when the box has another name by now.
import type { KeptPlace, KeptView } from '../graph/index.ts';
import type { Known } from './known.ts';

/** Kept places by the boxes that are there now. */
export interface Recognized {
  /** The kept name of each box that has a place, by its name now. */
  readonly was: ReadonlyMap<string, string>;
  /** Boxes without a place, in the order of the drawing. */
  readonly fresh: readonly string[];
  /** Kept names of boxes that aren't there any more. */
  readonly gone: readonly string[];
}

const ownName = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/**
 * Finds the box of each kept place: the one of that name; else the one that alone is like it and has the same own name, as below a
 * network with another name; else the one that alone is like it and is linked to the same boxes.
 */
export function recognize(boxes: readonly Known[], { boxes: kept }: KeptView): Recognized {
  const was = new Map<string, string>();
  for (const { id } of boxes) if (kept.has(id)) was.set(id, id);
  const match = (same: (box: Known, name: string, place: KeptPlace) => boolean): boolean => {
    const used = new Set(was.values());
    const left = boxes.filter(({ id }) => !was.has(id));
    const pairs = [...kept].flatMap(([name, place]): (readonly [string, string])[] => {
      const found = used.has(name) ? [] : left.filter((box) => box.like === place.like && same(box, name, place));
      return found.length === 1 ? [[found[0]?.id ?? '', name]] : [];
    });
    const certain = pairs.filter(([id]) => pairs.filter((each) => each[0] === id).length === 1);
    for (const [id, name] of certain) was.set(id, name);
    return certain.length > 0;
  };
  match((box, name) => ownName(box.id) === ownName(name));
  // Each box that is recognized may tell another one apart.
  while (
    match(({ linked }, _, place) => {
      const before = new Set(place.linked ?? []);
      return before.size > 0 && linked.length === before.size && linked.every((id) => before.has(was.get(id) ?? ''));
    })
  );
  const used = new Set(was.values());
  return {
    was,
    fresh: boxes.flatMap(({ id }) => (was.has(id) ? [] : [id])),
    gone: [...kept.keys()].filter((name) => !used.has(name)),
  };
}

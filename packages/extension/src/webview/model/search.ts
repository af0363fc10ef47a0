// Finds things of a drawing by what is written on them; `leaf[5]` finds the box of `leaf[1..8]`.
import { type Graph, itemsOf } from '@lightloom/diagram';
import { namesOf } from './connections.ts';

/** Ids of what a text matches: names that begin with it first, then those that hold it, then figures and findings. */
export function matches(graph: Graph, text: string): readonly string[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const names = namesOf(graph);
  const ranked = itemsOf(graph).flatMap(({ id, detail }) => {
    const rank = rankOf(wanted, { id: fold(id), name: fold(names.get(id) ?? ''), detail: fold(detail) });
    return rank === undefined ? [] : [{ id, rank }];
  });
  return [...new Set(ranked.sort((a, b) => a.rank - b.rank).map(({ id }) => id))];
}

interface Texts {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

function rankOf(wanted: string, { id, name, detail }: Texts): number | undefined {
  if (name.startsWith(wanted)) return 0;
  if (covers(name, wanted) || covers(id, wanted) || covers(fullName(id, name), wanted)) return 1;
  if (name.includes(wanted) || id.includes(wanted)) return 2;
  return detail.includes(wanted) ? 3 : undefined;
}

/** The path of a thing with the indices that are written on it: `su[1..2].leaf` and `leaf[1..8]` are `su[1..2].leaf[1..8]`. */
function fullName(id: string, name: string): string {
  const end = id.lastIndexOf(`.${name.replace(/\[.*$/s, '')}`);
  return end < 0 ? name : `${id.slice(0, end)}.${name}`;
}

const fold = (text: string): string => text.trim().toLowerCase();

/**
 * Whether a path with ranges has one thing in it: `su[1..2].leaf[1..8]` has `su[2].leaf[5]`, and `leaf[5]`.
 * @param path as it is written on a box; an array that is whole may have no index
 */
export function covers(path: string, thing: string): boolean {
  const [steps, wanted] = [stepsOf(path), stepsOf(thing)];
  if (wanted.length > steps.length || !wanted.some(({ index }) => index !== undefined)) return false;
  const last = steps.slice(-wanted.length);
  return wanted.every(({ name, index }, i) => {
    const step = last[i];
    return step !== undefined && step.name === name && (index === undefined || hasIndex(step.index, index));
  });
}

interface Step {
  readonly name: string;
  /** What is between its brackets. */
  readonly index?: string;
}

function stepsOf(path: string): Step[] {
  return [...path.matchAll(/([^.[\]]+)(?:\[([^\]]*)\])?/g)].map(([, name = '', index]) =>
    index === undefined ? { name } : { name, index },
  );
}

function hasIndex(ranges: string | undefined, index: string): boolean {
  if (ranges === undefined || ranges === index) return ranges === index;
  const number = Number(index);
  return ranges.split(',').some((each) => {
    const [low, high] = each.split('..').map(Number);
    return low !== undefined && number >= low && number <= (high ?? low);
  });
}

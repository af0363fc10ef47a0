// Choices of things that fail, one of all that symmetries map onto each other.
import { itemAt } from '../../../model/index.ts';
import type { Place } from './blocks.ts';

/** Something that may fail, by all that distinguishes it: nodes of the graph, and what of them fails. */
export interface Unit {
  readonly id: number;
  /** Equal where equal things of their nodes fail. */
  readonly text: string;
  readonly nodes: readonly number[];
}

/** Units of which so many fail. */
export interface Demand {
  readonly units: readonly Unit[];
  readonly count: number;
}

/** Most orders of the chosen units that are compared: more would find a few more choices that are the same. */
const maxOrders = 120;
/** Most units that are looked at, for all choices together. */
const maxLooks = 400_000;

/** The names that blocks were given, in the order in which they came. */
type Names = Map<string, number>;

/** One unit in a choice, and the demand it is of. */
interface Chosen {
  readonly demand: number;
  readonly unit: Unit;
}

/**
 * One of all choices that symmetries map onto each other: ids for each demand. Two choices are the same if they read the same once blocks
 * are named in the order in which they occur: blocks of one class may be permuted at will.
 * @returns undefined where there are more than so many
 */
export function unlikeChoices(
  demands: readonly Demand[],
  places: ReadonlyMap<number, Place>,
  most: number,
): readonly (readonly (readonly number[])[])[] | undefined {
  let choices: readonly (readonly Chosen[])[] = [[]];
  let looks = 0;
  for (const [demand, { units, count }] of demands.entries()) {
    const pool = new Pool(units, places);
    for (let taken = 0; taken < count; taken++) {
      const next = new Map<string, readonly Chosen[]>();
      for (const choice of choices) {
        const candidates = pool.after(choice, demand);
        looks += candidates.looks;
        for (const unit of candidates.units) {
          const grown = [...choice, { demand, unit }];
          const key = canonical(grown, places);
          if (!next.has(key)) next.set(key, grown);
        }
        if (next.size > most || looks > maxLooks) return undefined;
      }
      choices = [...next.values()];
    }
  }
  return choices.map((choice) =>
    demands.map((_, demand) => choice.flatMap((each) => (each.demand === demand ? [each.unit.id] : []))),
  );
}

/** The units of a demand, by what they are and by the blocks they touch. */
class Pool {
  private readonly byText = new Map<string, Unit[]>();
  private readonly byBlock = new Map<string, Unit[]>();
  private readonly places: ReadonlyMap<number, Place>;

  constructor(units: readonly Unit[], places: ReadonlyMap<number, Place>) {
    this.places = places;
    for (const unit of units) {
      put(this.byText, textOf(unit, places, new Map()), unit);
      for (const block of blocksOf(unit, places)) put(this.byBlock, block, unit);
    }
  }

  /** The units that may be added to a choice: of those that touch none of its blocks one of each text, and all that do. */
  after(choice: readonly Chosen[], demand: number): { readonly units: readonly Unit[]; readonly looks: number } {
    const chosen = new Set(choice.flatMap((each) => (each.demand === demand ? [each.unit] : [])));
    const touched = new Set(choice.flatMap(({ unit }) => [...blocksOf(unit, this.places)]));
    const units = new Set<Unit>();
    let looks = 0;
    for (const alike of this.byText.values())
      for (const unit of alike) {
        looks++;
        if (chosen.has(unit) || [...blocksOf(unit, this.places)].some((block) => touched.has(block))) continue;
        units.add(unit);
        break;
      }
    for (const block of touched)
      for (const unit of this.byBlock.get(block) ?? []) {
        looks++;
        if (!chosen.has(unit)) units.add(unit);
      }
    return { units: [...units], looks };
  }
}

function put(map: Map<string, Unit[]>, key: string, unit: Unit): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [unit]);
  else known.push(unit);
}

/** The blocks that a unit touches. */
function blocksOf({ nodes }: Unit, places: ReadonlyMap<number, Place>): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node) => {
      const at = places.get(node);
      return at === undefined ? [] : [`${at.kind}:${at.block}`];
    }),
  );
}

/** A choice as a text that is the same for choices that a symmetry maps onto each other, as far as the orders tried show it. */
function canonical(choice: readonly Chosen[], places: ReadonlyMap<number, Place>): string {
  const looks = looksOf(choice, places);
  const alone = choice.map((each, i) => ({ each, text: itemAt(looks, i) }));
  alone.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const runs: Chosen[][] = [];
  for (const [i, { each, text }] of alone.entries())
    if (i > 0 && alone[i - 1]?.text === text) itemAt(runs, runs.length - 1).push(each);
    else runs.push([each]);
  let least: string | undefined;
  let tried = 0;
  for (const order of ordersOf(runs)) {
    if (++tried > maxOrders) break;
    const names: Names = new Map();
    const text = order.map(({ demand, unit }) => `${demand} ${textOf(unit, places, names)}`).join(';');
    if (least === undefined || text < least) least = text;
  }
  return least ?? '';
}

/** How each unit of a choice looks: by itself, and by the units that it shares blocks with. */
function looksOf(choice: readonly Chosen[], places: ReadonlyMap<number, Place>): readonly string[] {
  const blocks = choice.map(({ unit }) => [...blocksOf(unit, places)]);
  let looks = choice.map(({ demand, unit }) => `${demand} ${textOf(unit, places, new Map())}`);
  for (let round = 0; round < 2; round++) {
    const sharing = new Map<string, string[]>();
    for (const [i, touched] of blocks.entries())
      for (const block of touched) sharing.set(block, [...(sharing.get(block) ?? []), itemAt(looks, i)]);
    const numbers = new Map<string, number>();
    for (const text of [...new Set([...sharing.values()].map((each) => each.sort().join()))].sort())
      numbers.set(text, numbers.size);
    looks = looks.map((look, i) => {
      const around = itemAt(blocks, i).map((block) => numbers.get(sharing.get(block)?.join() ?? '') ?? 0);
      return `${look} ${around.join('.')}`;
    });
  }
  return looks;
}

/** All orders of units that keep those of different texts in order. */
function* ordersOf(runs: readonly (readonly Chosen[])[], at = 0): Iterable<readonly Chosen[]> {
  const run = runs[at];
  if (run === undefined) yield [];
  else for (const first of permutations(run)) for (const rest of ordersOf(runs, at + 1)) yield [...first, ...rest];
}

function* permutations<T>(items: readonly T[]): Iterable<readonly T[]> {
  if (items.length < 2) yield items;
  for (const [i, item] of items.length < 2 ? [] : items.entries())
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [item, ...rest];
}

/** A unit as a text in which blocks have the names of their order. */
function textOf({ text, nodes }: Unit, places: ReadonlyMap<number, Place>, names: Names): string {
  return `${text} ${nodes.map((node) => nodeText(node, places.get(node), names)).join()}`;
}

function nodeText(node: number, at: Place | undefined, names: Names): string {
  if (at === undefined) return `#${node}`;
  const block = `${at.kind}:${at.block}`;
  const name = `${at.kind}.${nameOf(names, `${at.kind}`, block)}`;
  const { within } = at;
  if (within === undefined) return `${name}.${at.place}`;
  const inner = `${block}:${within.kind}`;
  return `${name}(${within.kind}.${nameOf(names, inner, `${inner}:${within.block}`)}.${within.place})`;
}

/** The number of a block among those of its class that have occurred. */
function nameOf(names: Names, kind: string, block: string): number {
  const known = names.get(block);
  if (known !== undefined) return known;
  const count = names.get(`count ${kind}`) ?? 0;
  names.set(`count ${kind}`, count + 1);
  names.set(block, count);
  return count;
}

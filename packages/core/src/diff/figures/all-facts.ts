// Every fact of two designs, side by side.
import { evaluateFigure, type Facts, worstSideOf } from '../../answers/index.ts';
import { type FactSpec, requirableFacts } from '../../catalogue/index.ts';
import type { Derivation } from '../../figures/index.ts';
import {
  type Block,
  type Fabric,
  type FactExpression,
  isDeviceBlock,
  itemAt,
  nameOf,
  printAxes,
  type Selection,
  signedAt,
} from '../../model/index.ts';
import type { Matching } from '../match/matching.ts';
import { type FigurePair, figurePair, wholeDesign } from './figure-pair.ts';
import { keyFigurePairs, pairsIn } from './key-figures.ts';

/** Something that facts are asked of, in both designs. */
interface Subject {
  readonly name: string;
  readonly of: Selection['of'];
  /** Undefined where a design has no such thing. */
  readonly before: Uint32Array | undefined;
  readonly after: Uint32Array | undefined;
}

/**
 * Every fact of two designs that any of both has: of the whole, of networks, loops, branches, feeds, and of arrays of racks and
 * devices. A fact that is for each of several things is that of the worst.
 */
export function allFigurePairs(matching: Matching, before: Facts, after: Facts): FigurePair[] {
  const facts = Object.entries(requirableFacts);
  const asked = subjectsOf(matching).flatMap((subject) =>
    facts.flatMap(([fact, spec]) => {
      if (!spec.subjects.includes(subject.of)) return [];
      const hasPoints = spec.pointless?.includes(subject.of) !== true;
      const points = hasPoints ? [undefined, ...(spec.points ?? [])] : [undefined];
      const pairs = points.map((point) => {
        const value = (of: Facts, ids: Uint32Array | undefined): Derivation | undefined =>
          ids === undefined ? undefined : factOf(of, fact, spec, subject, ids, point);
        const name = point === undefined ? fact : `${fact}.${point}`;
        return figurePair(subject.name, name, value(before, subject.before), value(after, subject.after));
      });
      // A point that is meant when none is named says nothing more.
      return pairs.filter((each, i) => i === 0 || !isSameAs(each, pairs[0]));
    }),
  );
  const totals = keyFigurePairs(matching, before, after).filter(({ subject }) => subject === wholeDesign);
  const isTotal = ({ subject, name }: FigurePair): boolean =>
    subject === wholeDesign && /^(?:switches|hosts|accelerators|module|cables|fibers|density|power|heat)/.test(name);
  return [...totals, ...asked.filter((each) => !isTotal(each))].filter(isKnown);
}

function isSameAs(pair: FigurePair, other: FigurePair | undefined): boolean {
  return Object.is(pair.before?.value, other?.before?.value) && Object.is(pair.after?.value, other?.after?.value);
}

/** Whether either design has a value. */
function isKnown({ before, after }: FigurePair): boolean {
  return [before, after].some((each) => each !== undefined && (!Number.isNaN(each.value) || each.known > 0));
}

function factOf(
  facts: Facts,
  fact: string,
  spec: FactSpec,
  { name, of }: Subject,
  ids: Uint32Array,
  point: string | undefined,
): Derivation {
  const expression: FactExpression = {
    kind: 'fact',
    fact,
    subject: { of, ids },
    point,
    each: spec.several === 'each',
    subjectText: name,
    subjectName: name,
    measure: spec.dimension,
    text: `${fact}(${name})`,
    origin: { uri: '', start: 0, end: 0 },
  };
  return evaluateFigure(facts, expression, worstSideOf(expression)).value;
}

function subjectsOf(matching: Matching): Subject[] {
  const { before, after } = matching;
  const ofTable = (of: 'network' | 'loop' | 'branch' | 'feed', pairing: Matching['loops']): Subject[] =>
    pairsIn(pairing).map(([old, now]) => ({
      name: now < 0 ? nameOf(before, of, old) : nameOf(after, of, now),
      of,
      before: old < 0 ? undefined : Uint32Array.of(old),
      after: now < 0 ? undefined : Uint32Array.of(now),
    }));
  return [
    wholeOf(wholeDesign, 'device', matching, (fabric) => fabric.devices.count),
    wholeOf('all racks', 'rack', matching, (fabric) => fabric.racks.count),
    ...ofTable('network', matching.networks),
    ...ofTable('loop', matching.loops),
    ...ofTable('branch', matching.branches),
    ...ofTable('feed', matching.feeds),
    ...arraysOf(matching, 'device', (block) => isDeviceBlock(block), matching.devices.after),
    ...arraysOf(matching, 'rack', ({ kind }) => kind === 'rack', matching.racks.after),
  ].filter((each) => each.before !== undefined || each.after !== undefined);
}

function wholeOf(name: string, of: Selection['of'], { before, after }: Matching, count: (fabric: Fabric) => number): Subject {
  const all = (fabric: Fabric): Uint32Array | undefined =>
    count(fabric) === 0 ? undefined : Uint32Array.from({ length: count(fabric) }, (_, id) => id);
  return { name, of, before: all(before), after: all(after) };
}

/** Arrays of one declaration, those of all instances of a template together, each with the one that its first element is in now. */
function arraysOf(
  { before, after }: Matching,
  of: 'device' | 'rack',
  isOne: (block: Block) => boolean,
  across: Int32Array,
): Subject[] {
  const [olds, news] = [arraysIn(before, isOne), arraysIn(after, isOne)];
  const column = of === 'device' ? after.devices.block : after.racks.block;
  const nameOfNew = (id: number): string => openName(itemAt(after.blocks, column[id] ?? 0));
  const taken = new Set<string>();
  const found = [...olds].map(([name, ids]): Subject => {
    const now = signedAt(across, ids[0] ?? 0);
    const other = now < 0 ? name : nameOfNew(now);
    const theirs = taken.has(other) ? undefined : news.get(other);
    if (theirs !== undefined) taken.add(other);
    return { name: theirs === undefined ? name : other, of, before: ids, after: theirs };
  });
  const added = [...news].filter(([name]) => !taken.has(name));
  return [...found, ...added.map(([name, ids]): Subject => ({ name, of, before: undefined, after: ids }))];
}

function arraysIn({ blocks }: Fabric, isOne: (block: Block) => boolean): Map<string, Uint32Array> {
  const found = new Map<string, Uint32Array>();
  for (const block of blocks.filter(isOne)) {
    const ids = Array.from({ length: block.count }, (_, i) => block.first + i);
    const name = openName(block);
    found.set(name, Uint32Array.from([...(found.get(name) ?? []), ...ids]));
  }
  return found;
}

/** `su[*].leaf[*]` */
function openName({ path, axes }: Block): string {
  return `${path.replace(/\[[^\]]*\]/g, '[*]')}${printAxes(axes) === '' ? '' : '[*]'.repeat(axes.length)}`;
}

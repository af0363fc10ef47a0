// The drawing of a comparison: the devices and links of both designs, with what was added, removed and changed.
import {
  byteAt,
  type DesignDiff,
  fromDevice,
  isSameFigure,
  itemAt,
  printCount,
  printValue,
  signedAt,
  toDevice,
  wholeDesign,
} from '@lightloom/core';
import type { Figure, Graph, Trunk } from '../../graph/index.ts';
import { joined } from '../text/phrases.ts';
import { type Boxes, boxesOf } from './boxes.ts';
import { type State, signs, state } from './change-of.ts';

/** Figures beside a drawing. */
const maxFigures = 4;
const names = ['as before', '+ added', '− removed', '~ changed'] as const;

/**
 * The union of two designs in rows, each box and band marked with what became of it.
 * @param title which designs are compared
 */
export function differenceGraph(diff: DesignDiff, title: string): Graph {
  const boxes = boxesOf(diff);
  const trunks = trunksOf(diff, boxes);
  const { changes } = diff;
  const count = (kind: 'added' | 'removed'): number =>
    changes.reduce(
      (all, each) => (each.kind === kind && (each.of === 'switch' || each.of === 'host') ? all + each.count : all),
      0,
    );
  return {
    arrangement: 'tiers',
    id: 'diff',
    title,
    subtitle: joined([
      diff.isSame ? 'no change' : `${printCount(count('added'), 'device')} added`,
      diff.isSame ? undefined : `${count('removed')} removed`,
    ]),
    figures: figuresOf(diff),
    nodes: boxes.nodes,
    groups: [],
    trunks,
    legend: { colors: { kind: 'changes', title: 'What became of it', names } },
    notes: [],
    file: '',
  };
}

function figuresOf({ figures }: DesignDiff): Figure[] {
  return figures
    .filter((each) => each.subject === wholeDesign && !isSameFigure(each))
    .flatMap(({ name, before, after }): Figure[] =>
      before === undefined || after === undefined
        ? []
        : [
            {
              label: name.charAt(0).toUpperCase() + name.slice(1),
              value: printValue(after),
              note: `${printValue(before)} before`,
            },
          ],
    )
    .slice(0, maxFigures);
}

/** Bands between boxes: links of both designs, those to which the same happened as one. */
function trunksOf({ matching, before, after, changes }: DesignDiff, boxes: Boxes): Trunk[] {
  const counts = new Map<number, number>();
  const width = boxes.nodes.length;
  const add = (from: number, to: number, own: State): void => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const key = (low * width + high) * 4 + own;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const hasOtherPaths = changes.some(({ of, kind }) => of === 'link' && kind === 'changed');
  const isOther = hasOtherPaths ? changedLinks(matching, before, after) : undefined;
  for (let now = 0; now < after.fabric.links.count; now++) {
    const old = signedAt(matching.links.before, now);
    const own =
      old < 0 || byteAt(matching.links.kept, old) > 0
        ? state.added
        : isOther?.(old, now) === true
          ? state.changed
          : state.same;
    add(signedAt(boxes.after, fromDevice(after.fabric, now)), signedAt(boxes.after, toDevice(after.fabric, now)), own);
  }
  for (let old = 0; old < before.fabric.links.count; old++)
    if (signedAt(matching.links.after, old) < 0 || byteAt(matching.links.kept, old) > 0)
      add(
        signedAt(boxes.before, fromDevice(before.fabric, old)),
        signedAt(boxes.before, toDevice(before.fabric, old)),
        state.removed,
      );
  return [...counts].map(([key, count]) => {
    const own = (key % 4) as State;
    const pair = Math.floor(key / 4);
    const [a, b] = [itemAt(boxes.nodes, Math.floor(pair / width)), itemAt(boxes.nodes, pair % width)];
    const text = `${signs[own]}${printCount(count, 'link')}`;
    return {
      id: `${signs[own]}${a.id} to ${b.id}`,
      from: a.id,
      to: b.id,
      lines: [text],
      weight: count,
      status: { value: own, text: '' },
      detail: `${a.label} to ${b.label}: ${text} ${own === state.same ? '' : (names[own] ?? '').slice(2)}`.trimEnd(),
    };
  });
}

/** Whether a link has another length or medium now. */
function changedLinks(
  { parts }: DesignDiff['matching'],
  before: DesignDiff['before'],
  after: DesignDiff['after'],
): (old: number, now: number) => boolean {
  const pathOf = ({ links, optics }: DesignDiff['before'], classes: Int32Array, link: number): string => {
    const index = links.of[link] ?? 0;
    const { group } = itemAt(links.classes, index);
    const medium = (group.fiber ?? group.cable)?.index ?? -1;
    return `${medium < 0 ? -1 : signedAt(classes, medium)} ${printValue(itemAt(optics.budgets, index).length)}`;
  };
  const known = new Map<string, boolean>();
  return (old, now) => {
    const key = `${before.links.of[old]} ${after.links.of[now]}`;
    let found = known.get(key);
    if (found === undefined)
      known.set(key, (found = pathOf(before, parts.before, old) !== pathOf(after, parts.after, now)));
    return found;
  };
}

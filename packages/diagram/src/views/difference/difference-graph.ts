// The drawing of a comparison: the devices and links of both designs, with what was added, removed and changed.
import {
  byteAt,
  type Change,
  type DesignDiff,
  fromDevice,
  isSameFigure,
  itemAt,
  printCount,
  printNumber,
  printValue,
  signedAt,
  toDevice,
  wholeDesign,
} from '@lightloom/core';
import type { Figure, Graph, TiersNode, Trunk } from '../../graph/index.ts';
import { ranksOf } from '../network/ranks.ts';
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
  return {
    arrangement: 'tiers',
    id: 'diff',
    title,
    subtitle: subtitleOf(diff, boxes),
    figures: figuresOf(diff),
    nodes: inRows(boxes, trunks),
    groups: [],
    trunks,
    legend: { colors: { kind: 'changes', title: 'What became of it', names } },
    notes: notesOf(diff),
    file: '',
  };
}

/** The boxes in rows; where no host is linked to them, the arrays of fewer devices are above the others. */
function inRows({ nodes, arrays }: Boxes, trunks: readonly Trunk[]): readonly TiersNode[] {
  const sizes = new Map<string, number>();
  arrays.forEach((array, i) => void sizes.set(array, (sizes.get(array) ?? 0) + (nodes[i]?.count ?? 0)));
  const { tiers } = ranksOf(
    nodes.map(({ id, tier, count }, i) => {
      const array = arrays[i] ?? id;
      return { id, tier, count, all: sizes.get(array) ?? count, family: array };
    }),
    trunks,
  );
  return nodes.map((each) => ({ ...each, tier: tiers.get(each.id) ?? 1 }));
}

/** What a comparison lists and its drawing has no place for. */
const undrawn: ReadonlySet<Change['of']> = new Set(['cdu', 'loop', 'branch', 'feed', 'hall']);

/** A drawing of devices and links must not look as if there were nothing else. */
function notesOf({ changes, requirements }: DesignDiff): string[] {
  const others = changes.filter(({ of }) => undrawn.has(of)).reduce((sum, { count }) => sum + count, 0);
  return others + requirements.length === 0
    ? []
    : [
        `${joined([
          others === 0
            ? undefined
            : printCount(others, 'change of cooling, power or the hall', 'changes of cooling, power or the hall'),
          requirements.length === 0
            ? undefined
            : printCount(requirements.length, 'change of a requirement', 'changes of requirements'),
        ])}: this drawing shows devices and links only; the list of changes has all.`,
      ];
}

/** `8 devices added · 64 changed · 512 of 1,024 cables to touch` */
function subtitleOf({ isSame, cables, findings }: DesignDiff, { nodes }: Boxes): string {
  if (isSame) return 'no change';
  const count = (own: State): number =>
    nodes.reduce((all, each) => (each.status?.value === own ? all + (each.count ?? 1) : all), 0);
  const counts = ([state.added, state.removed, state.changed] as const)
    .map((own) => [count(own), (names[own] ?? '').slice(2)] as const)
    .filter(([many]) => many > 0);
  const devices = counts.map(([many, what], i) =>
    i === 0 ? `${printCount(many, 'device')} ${what}` : `${printNumber(many, 0)} ${what}`,
  );
  const isOld = ({ work }: (typeof cables.touched)[number]): boolean => work !== 'new' && work !== 'unknown';
  const touched = cables.touched.reduce((all, each) => (isOld(each) ? all + each.count : all), 0);
  const existing = Number.isNaN(cables.before.value) ? '' : ` of ${printNumber(cables.before.value, 0)}`;
  return joined([
    ...(devices.length === 0 ? ['no device added, removed or changed'] : devices),
    touched === 0 ? undefined : `${printNumber(touched, 0)}${existing} cables to touch`,
    newErrorsText(findings.fresh),
  ]);
}

/** `2 new errors`: a drawing that looks fine must not hide them. */
function newErrorsText(fresh: DesignDiff['findings']['fresh']): string | undefined {
  const errors = fresh.filter(({ finding }) => finding.severity === 'error').length;
  return errors === 0 ? undefined : printCount(errors, 'new error');
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
function trunksOf({ matching, before, after, pathDifferences }: DesignDiff, boxes: Boxes): Trunk[] {
  const counts = new Map<number, number>();
  const width = boxes.nodes.length;
  const add = (from: number, to: number, own: State): void => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const key = (low * width + high) * 4 + own;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (let now = 0; now < after.fabric.links.count; now++) {
    const old = signedAt(matching.links.before, now);
    const own =
      old < 0 || byteAt(matching.links.kept, old) > 0
        ? state.added
        : pathDifferences(old, now).length > 0
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

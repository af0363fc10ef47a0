// The column of words between front and rear: what each stack of devices is, as near to it as there is room.
import type { RacksNode } from '../../graph/index.ts';
import { brokenLine, fitName, textWidth, typeOf } from '../geometry/typography.ts';
import { markHeight } from '../pieces/marks.ts';

const separator = ' · ';

/** From one label to the next. */
const gap = 3;
/** Height of a line; the name of a stack and its figures have the same. */
const lineHeight = typeOf.label.line;
/** By how much a line with a mark is higher. */
const markExtra = markHeight + 1 - lineHeight;

/** A line of a label. */
export interface LabelLine {
  readonly text: string;
  readonly role: 'strong' | 'label';
}

/** A label and where it begins. */
export interface PlacedLabel {
  readonly lines: readonly LabelLine[];
  readonly y: number;
  readonly height: number;
}

/** Height of a label of so many lines, with the gap below it. */
const heightOf = (lines: number, { marks }: RacksNode): number =>
  lines * lineHeight + (marks === undefined ? 0 : markExtra) + gap;

/** Height that labels need with a line each. */
export function leastHeight(nodes: readonly RacksNode[]): number {
  return nodes.reduce((sum, node) => sum + heightOf(1, node), 0);
}

/**
 * How many lines each label has in a column: all of its lines where there is room, otherwise those with most lines have fewer.
 * @param wanted lines of each
 */
export function linesIn(nodes: readonly RacksNode[], wanted: readonly number[], height: number): readonly number[] {
  const lines = [...wanted];
  const sum = (): number => nodes.reduce((total, node, i) => total + heightOf(lines[i] ?? 1, node), 0);
  while (sum() > height) {
    const most = Math.max(...lines);
    if (most <= 1) break;
    lines[lines.lastIndexOf(most)] = most - 1;
  }
  return lines;
}

/** A stretch of height that a label is to be beside. */
interface Stretch {
  readonly y: number;
  readonly height: number;
}

/**
 * Labels of stacks, in their order from the floor up, each in the middle of its stack where the others leave it room.
 * @param beside the stack of each
 * @param column the height that all of them have
 * @param width of the column
 * @param taken of the first line of a label, by marks
 */
export function labelsOf(
  nodes: readonly RacksNode[],
  beside: readonly Stretch[],
  column: Stretch,
  width: number,
  taken: (node: RacksNode) => number,
): readonly PlacedLabel[] {
  const texts = nodes.map((node) => allLines(node, width, taken(node)));
  const counts = linesIn(
    nodes,
    texts.map((each) => each.length),
    column.height,
  );
  const sizes = nodes.map((node, i) => heightOf(counts[i] ?? 1, node));
  const middles = beside.map(({ y, height }) => y + height / 2);
  const tops = spread(middles, sizes, column);
  return nodes.map((node, i) => ({
    lines: shortened(texts[i] ?? [], counts[i] ?? 1, (line) => (line === 0 ? width - taken(node) : width)),
    y: tops[i] ?? column.y,
    height: (sizes[i] ?? gap) - gap,
  }));
}

/** All that is said of a stack, broken between figures. */
function allLines({ label, lines }: RacksNode, width: number, taken: number): LabelLine[] {
  const further = lines.filter((each) => each !== '').flatMap((each) => brokenLine(each, 'label', width));
  return [
    { text: fitName(label, 'strong', width - taken), role: 'strong' },
    ...further.map((text): LabelLine => ({ text, role: 'label' })),
  ];
}

/** The first of some lines; what has no line of its own is behind the last while there is room. */
function shortened(lines: readonly LabelLine[], count: number, room: (line: number) => number): readonly LabelLine[] {
  const shown = lines.slice(0, count);
  const last = shown.pop();
  if (last === undefined) return [];
  let { text } = last;
  for (const more of lines.slice(count)) {
    if (textWidth(text + separator + more.text, last.role) > room(count - 1)) break;
    text += separator + more.text;
  }
  return [...shown, { ...last, text }];
}

/**
 * Upper edges of labels that don't overlap, each as near to its middle as the others allow: those that would overlap stand one on the other,
 * in the middle of where they are to be.
 */
function spread(middles: readonly number[], sizes: readonly number[], { y, height }: Stretch): readonly number[] {
  interface Run {
    readonly from: number;
    count: number;
    size: number;
    /** Sum of the lower edges that its labels would have the whole run have. */
    sum: number;
  }
  const low = y + height;
  const floorOf = ({ sum, count, size }: Run): number => Math.max(y + size, Math.min(low, sum / count));
  const runs: Run[] = [];
  middles.forEach((middle, i) => {
    const size = sizes[i] ?? 0;
    runs.push({ from: i, count: 1, size, sum: middle + size / 2 });
    // Runs go up from the floor: one that reaches below the upper edge of the one before is joined to it.
    for (;;) {
      const [before, last] = [runs.at(-2), runs.at(-1)] as [Run | undefined, Run];
      if (before === undefined || floorOf(last) <= floorOf(before) - before.size + 1e-9) break;
      before.sum += last.sum + last.count * before.size;
      before.count += last.count;
      before.size += last.size;
      runs.pop();
    }
  });
  return runs.flatMap((run) => {
    let bottom = floorOf(run);
    return sizes.slice(run.from, run.from + run.count).map((size) => {
      bottom -= size;
      return bottom;
    });
  });
}

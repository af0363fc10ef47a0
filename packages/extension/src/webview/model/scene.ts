// Where the things of a drawing are and what is written on them: plain data, for labels, search, the minimap and the outline.
import { type Box, itemsOf, type Mark, type Placed } from '@lightloom/diagram';

/** A thing on the stage. */
export interface SceneItem {
  readonly id: string;
  readonly kind: 'node' | 'group' | 'trunk';
  /** How it is drawn. */
  readonly drawn: Placed['nodes'][number]['drawn'] | Placed['groups'][number]['drawn'] | 'band';
  readonly box: Box;
  /** What is written on it: its name, or the first line of a label; then its figures. */
  readonly name: string;
  readonly lines: readonly string[];
  /** Where its name begins, and the room for it and what is below it. */
  readonly text: Box;
  /** Where its figures are, when they aren't below its name. */
  readonly figures?: Box;
  /** The hardest finding about it. */
  readonly severity?: Mark['severity'];
}

/** A drawing without a sheet around it. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

/** The scene of a placed drawing, frames first as they are drawn. */
export function sceneOf({ graph, width, height, groups, nodes, trunks }: Placed): Scene {
  return {
    ...{ width, height },
    items: [
      ...groups.map((each) => labeled('group', each.group, each)),
      ...trunks.flatMap(({ trunk, pill, path }): SceneItem[] => {
        const box = pill ?? middleOf(path);
        // A band without a label in the drawing has none here: what it says is said once for many.
        return box === undefined ? [] : [trunkItem(trunk, box, pill?.texts.map(({ text }) => text) ?? [])];
      }),
      ...nodes.map((each) => labeled('node', each.node, each)),
    ].filter(onceIn(itemsOf(graph).map(({ id }) => id))),
  };
}

type Labeled = Placed['nodes'][number]['node'] | Placed['groups'][number]['group'];

function labeled(
  kind: 'node' | 'group',
  { id, label, lines, marks }: Labeled,
  placed: Placed['nodes'][number] | Placed['groups'][number],
): SceneItem {
  const { x, y, width, height, texts, drawn } = placed;
  const [first] = texts;
  const [left, top] = first === undefined ? [x + inset, y + inset] : [first.x, first.y - ascent];
  const isCentered = first?.anchor === 'middle';
  const start = isCentered ? x + inset : left;
  // Texts of devices in a rack are between its front and its rear.
  const right = placed.drawn === 'stack' ? placed.rear.x : x + width;
  // A bar at the bottom of a card stays free.
  const bottom = placed.drawn === 'card' && placed.meter !== undefined ? placed.meter.y : y + height;
  return {
    ...{ id, kind, drawn, name: label, lines, box: { x, y, width, height } },
    text: {
      x: start,
      y: top,
      width: Math.max(0, right - start - inset / 2),
      height: Math.max(0, bottom - top),
    },
    ...(placed.drawn === 'rack' ? { figures: below(placed) } : {}),
    ...severityOf(marks),
  };
}

/** What a rack has below its elevation. */
function below({ x, y, width, height, meter }: Placed['groups'][number] & { readonly drawn: 'rack' }): Box {
  const top = meter.y + meter.height + inset;
  return { x: x + inset, y: top, width: width - 2 * inset, height: Math.max(0, y + height - top) };
}

function trunkItem({ id, marks }: Placed['trunks'][number]['trunk'], box: Box, lines: readonly string[]): SceneItem {
  const [name = '', ...rest] = lines;
  const { x, y, width, height } = box;
  return {
    ...{ id, kind: 'trunk', drawn: 'band', name, lines: rest, box: { x, y, width, height } },
    text: { x, y, width, height },
    ...severityOf(marks),
  };
}

/** From the edge of a box to its text, and from the top of a name to its base line, in pixels. */
const [inset, ascent] = [6, 11];

function severityOf(marks: readonly Mark[] = []): Pick<SceneItem, 'severity'> {
  const [first] = marks;
  return first === undefined ? {} : { severity: marks.some((each) => each.severity === 'error') ? 'error' : 'warning' };
}

/** A point halfway along the corners of a path. */
function middleOf(path: string): Box | undefined {
  const numbers = path.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  if (numbers.length < 4) return undefined;
  const [x1 = 0, y1 = 0] = numbers;
  const [x2 = 0, y2 = 0] = numbers.slice(-2);
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, width: 0, height: 0 };
}

/** Keeps the first of each id that is known. */
function onceIn(ids: readonly string[]): (item: SceneItem) => boolean {
  const left = new Set(ids);
  return ({ id }) => left.delete(id);
}

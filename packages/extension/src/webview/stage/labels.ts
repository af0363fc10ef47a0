// What is written on a drawing at a scale: names keep their size on the screen, figures come as there is room for them.
import type { Box } from '@lightloom/diagram';
import type { Scene, SceneItem } from '../model/scene.ts';
import { figureWidth, heightOf, nameWidth, typeSizes, widthOf } from './label-size.ts';
import { createOccupied, type Occupied } from './occupied.ts';
import { shortForms } from './short-forms.ts';

/** From this scale on the drawing's own texts are read as they are. */
export const ownTexts = 0.85;

/** A label on the stage: lines at a point of the drawing, in pixels of the screen. */
export interface Label {
  readonly id: string;
  readonly kind: SceneItem['kind'];
  /** In the drawing's own pixels: the left end, or the middle, of its top. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  /** Empty where only the sign has room. */
  readonly name: string;
  readonly figures: readonly string[];
  /** The sign of the hardest finding, and its middle in the drawing's own pixels. */
  readonly sign?: { readonly severity: 'error' | 'warning'; readonly x: number; readonly y: number };
}

const signSize = 14;
/** Lines of figures that a label has, at most. */
const maxFigures = 6;

/**
 * The labels of a drawing at a scale; where its own texts are large enough, of those things only that have none. No label covers
 * another, or a box that isn't its own: names of boxes come first, then those of frames, then those of bands.
 */
export function labelsAt({ items }: Scene, scale: number): readonly Label[] {
  const far = scale < ownTexts;
  const writer = createWriter(items, scale);
  const of = (kind: SceneItem['kind']): SceneItem[] => items.filter((each) => each.kind === kind);
  const nodes = of('node').filter(({ drawn }) => far || drawn === 'run');
  const isOutside = nodes.filter((each) => each.drawn === 'run' || !writer.write(each, inside(each, scale)));
  if (far)
    for (const each of of('group'))
      writer.write(each, ...titles(each, scale)) && writer.write(each, below(each, scale));
  for (const each of isOutside) writer.write(each, ...beside(each, scale));
  if (far) {
    for (const each of of('trunk')) writer.write(each, ...onBand(each, scale));
    for (const each of items) writer.signAlone(each);
  }
  return writer.labels;
}

interface Writer {
  readonly labels: readonly Label[];
  /** Writes the first of some labels that has room; whether one has. */
  write(item: SceneItem, ...choices: readonly (Label | undefined)[]): boolean;
  /** The sign of what has no label. */
  signAlone(item: SceneItem): void;
}

function createWriter(items: readonly SceneItem[], scale: number): Writer {
  const labels: Label[] = [];
  const written = new Set<string>();
  const boxes = createOccupied();
  const texts = createOccupied();
  const areas = new Map<string, Box>();
  for (const { id, kind, box } of items) {
    if (kind !== 'node') continue;
    const area = scaled(box, scale);
    areas.set(id, area);
    boxes.take(area);
  }
  const isFree: Occupied['isFree'] = (area, own) => texts.isFree(area) && boxes.isFree(area, own);
  return {
    labels,
    write(item, ...choices) {
      const own = areas.get(item.id);
      const found = choices.find((each) => each !== undefined && isFree(areaOf(each, scale), own));
      if (found === undefined) return false;
      // Of two labels of one thing, the first has the sign.
      const { sign, ...plain } = found;
      const label = sign === undefined || written.has(item.id) ? plain : found;
      texts.take(areaOf(label, scale));
      labels.push(label);
      written.add(item.id);
      return true;
    },
    signAlone(item) {
      const { sign, ...label } = labelOf(item, { ...item.box, anchor: 'start' }, '', [], scale);
      if (sign === undefined || written.has(item.id)) return;
      const [x, y] = [sign.x * scale - signSize / 2, sign.y * scale - signSize / 2];
      const area = { x, y, width: signSize, height: signSize };
      if (!texts.isFree(area)) return;
      texts.take(area);
      labels.push({ ...label, sign });
    },
  };
}

/** Name and figures within a box, as far as they fit. */
function inside(item: SceneItem, scale: number): Label | undefined {
  const { text, box, severity, lines } = item;
  const room = text.width * scale - 2;
  const height = Math.min(text.height, box.height) * scale;
  const name = shortForms(item.name).find(
    (each) => nameWidth(each) <= room - (severity === undefined ? 0 : signSize / 2),
  );
  if (name === undefined || height < typeSizes.name.line - 2) return undefined;
  const most = Math.floor((height - typeSizes.name.line) / typeSizes.figure.line);
  const figures = lines.filter((each) => figureWidth(each) <= room).slice(0, Math.max(0, Math.min(most, maxFigures)));
  // A name alone is in the middle of its box, wherever the drawing has its own.
  const isAlone = figures.length === 0 && text.height >= box.height * 0.6;
  const y = isAlone ? box.y + box.height / 2 - typeSizes.name.line / 2 / scale : text.y;
  return labelOf(item, { x: text.x, y, anchor: 'start' }, name, figures, scale);
}

/** The name of a frame: where the drawing has it, or on its upper edge. */
function titles(item: SceneItem, scale: number): Label[] {
  const { box, text, figures: own, lines } = item;
  const room = Math.max(0, box.width * scale - 8);
  const [figure] = own === undefined ? lines : [];
  const bottom = (box.y + box.height) * scale;
  const line = typeSizes.name.line / scale;
  const levels = [text.y, box.y + 2 / scale, box.y - line / 2, box.y - line];
  return shortForms(item.name)
    .filter((each) => nameWidth(each) <= room)
    .flatMap((name) => {
      const lists = figure === undefined || figureWidth(figure) > room ? [[]] : [[figure], []];
      return lists.flatMap((figures) =>
        levels.map((y) => labelOf(item, { x: box.x + 6 / scale, y, anchor: 'start' }, name, figures, scale)),
      );
    })
    .filter((each) => each.y * scale + heightOf(each) <= bottom);
}

/** The figures of a rack, below its elevation. */
function below(item: SceneItem, scale: number): Label | undefined {
  const { figures: room, lines } = item;
  if (room === undefined) return undefined;
  const most = Math.min(maxFigures, Math.floor((room.height * scale) / typeSizes.figure.line));
  const figures = lines.filter((each) => figureWidth(each) <= room.width * scale).slice(0, Math.max(0, most));
  if (figures.length === 0) return undefined;
  return labelOf(item, { x: room.x, y: room.y, anchor: 'start' }, '', figures, scale);
}

/** The name of a box that is smaller than it, or that has no room for texts: below, above, beside; in it last. */
function beside(item: SceneItem, scale: number): Label[] {
  const { x, y, width, height } = item.box;
  const [gap, line] = [2 / scale, typeSizes.name.line / scale];
  const places = [
    { x: x + width / 2, y: y + height, anchor: 'middle' },
    { x: x + width / 2, y: y - line, anchor: 'middle' },
    { x: x + width + gap, y: y + height / 2 - line / 2, anchor: 'start' },
    ...(item.drawn === 'run' ? [] : [{ x: x + width / 2, y: y + height / 2 - line / 2, anchor: 'middle' } as const]),
  ] as const;
  const room = item.drawn === 'run' ? width * scale + 12 : Number.POSITIVE_INFINITY;
  const forms = shortForms(item.name).filter((each) => nameWidth(each) <= room);
  return forms.flatMap((name) => places.map((each) => labelOf(item, each, name, [], scale)));
}

/** The first line of a band's label, and the second where it has room too. */
function onBand(item: SceneItem, scale: number): Label[] {
  if (item.name === '') return [];
  const { x, y, width, height } = item.box;
  const lists = item.lines.length === 0 ? [[]] : [item.lines.slice(0, 1), []];
  return lists.map((figures) => {
    const half = (typeSizes.name.line + figures.length * typeSizes.figure.line) / 2 / scale;
    const at = { x: x + width / 2, y: y + height / 2 - half, anchor: 'middle' } as const;
    return labelOf(item, at, item.name, figures, scale);
  });
}

/** A label with the sign of its findings: in the upper right corner of a box or frame, before the name of a band. */
function labelOf(
  { id, kind, box, severity }: SceneItem,
  { x, y, anchor }: Pick<Label, 'x' | 'y' | 'anchor'>,
  name: string,
  figures: readonly string[],
  scale: number,
): Label {
  const label: Label = { id, kind, x, y, anchor, name, figures };
  if (severity === undefined) return label;
  if (kind !== 'trunk') return { ...label, sign: { severity, x: box.x + box.width, y: box.y } };
  const half = name === '' ? 0 : widthOf(label) / 2 + signSize / 2 + 1;
  const middle = { x: box.x + box.width / 2 - half / scale, y: y + (name === '' ? box.height / 2 : 7 / scale) };
  return { ...label, sign: { severity, ...middle } };
}

/** What a label covers on the screen; a sign before the name of a band belongs to it. */
export function areaOf(label: Label, scale: number): Box {
  const { x, y, anchor, kind, sign } = label;
  const before = kind === 'trunk' && sign !== undefined ? signSize + 1 : 0;
  const width = widthOf(label);
  const left = x * scale - (anchor === 'middle' ? width / 2 : 0) - before;
  return { x: left, y: y * scale, width: width + before, height: heightOf(label) };
}

function scaled({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

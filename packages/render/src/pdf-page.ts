// The elements of a drawing on a page of a PDF. What a page can't show as the SVG does is an error, never left out.
import { type Face, runsOf } from './fonts/faces.ts';
import { type Hatch, hatchOf } from './pdf-hatch.ts';
import { colorOf, numberOf, oneOf } from './svg-attributes.ts';
import { type Box, boundsOf } from './svg-bounds.ts';
import type { SvgElement } from './svg-reader.ts';

type Attributes = SvgElement['attributes'];

/** Where a drawing is drawn, and with what. */
export interface Page {
  readonly document: PDFKit.PDFDocument;
  readonly faces: readonly Face[];
  readonly regular: Face;
  readonly bold: Face;
  /** Characters that no face has; drawing adds to them. */
  readonly missing: Set<string>;
}

/** Fills by their name. */
interface Definitions {
  readonly hatches: Map<string, Hatch>;
  readonly gradients: Map<string, readonly SvgElement[]>;
  /** What can be seen of the drawing; all of it when not given. */
  readonly piece: Box | undefined;
}

interface Drawer {
  /** The attributes it draws; any other is an error. */
  readonly attributes: readonly string[];
  draw(page: Page, definitions: Definitions, element: SvgElement): void;
}

const strokes = ['stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];
const paints = ['fill', 'fill-opacity', ...strokes];

const drawers: Readonly<Record<string, Drawer>> = {
  // They are in the metadata or, on a thing in the drawing, its tooltip.
  title: { attributes: ['id'], draw: () => {} },
  desc: { attributes: ['id'], draw: () => {} },
  defs: {
    attributes: [],
    draw(page, definitions, { children }) {
      for (const each of children) define(page, definitions, each);
    },
  },
  g: {
    attributes: ['data-id', 'data-kind', 'data-severity'],
    draw(page, definitions, { children }) {
      for (const each of children) drawElement(page, definitions, each);
    },
  },
  rect: {
    attributes: ['x', 'y', 'width', 'height', 'rx', ...paints],
    draw(page, definitions, { attributes }) {
      const [x, y] = [numberOf(attributes, 'x'), numberOf(attributes, 'y')];
      const [width, height] = [numberOf(attributes, 'width'), numberOf(attributes, 'height')];
      if (width === 0 || height === 0) return;
      const radius = numberOf(attributes, 'rx', 0);
      const trace = (): void => {
        if (radius === 0) page.document.rect(x, y, width, height);
        else page.document.roundedRect(x, y, width, height, radius);
      };
      paint(page, definitions, attributes, trace, [x, y, width, height]);
    },
  },
  circle: {
    attributes: ['cx', 'cy', 'r', ...paints],
    draw(page, definitions, { attributes }) {
      const [x, y, radius] = [numberOf(attributes, 'cx'), numberOf(attributes, 'cy'), numberOf(attributes, 'r')];
      paint(page, definitions, attributes, () => page.document.circle(x, y, radius));
    },
  },
  path: {
    attributes: ['d', 'transform', ...paints],
    draw(page, definitions, { attributes }) {
      const { d = '', transform = '' } = attributes;
      page.document.save();
      move(page, transform);
      paint(page, definitions, attributes, () => page.document.path(d));
      page.document.restore();
    },
  },
  text: {
    attributes: ['x', 'y', 'font-size', 'font-weight', 'text-anchor', 'fill'],
    draw: (page, _, element) => drawText(page, element),
  },
};

type Rectangle = readonly [x: number, y: number, width: number, height: number];

/**
 * Draws the elements of a drawing, in the pixels of the drawing.
 * @param piece what can be seen of it: rectangles and texts outside are left out
 */
export function drawPage(page: Page, elements: readonly SvgElement[], piece?: Box): void {
  const definitions = { hatches: new Map(), gradients: new Map(), piece };
  for (const each of elements) drawElement(page, definitions, each);
}

function drawElement(page: Page, definitions: Definitions, element: SvgElement): void {
  const { name, attributes } = element;
  const drawer = Object.hasOwn(drawers, name) ? drawers[name] : undefined;
  if (drawer === undefined) throw new Error(`can't draw the element ${name}`);
  const unknown = Object.keys(attributes).find((each) => !drawer.attributes.includes(each));
  if (unknown !== undefined) throw new Error(`can't draw the attribute ${unknown} of ${name}`);
  if (isSeen(element, definitions)) drawer.draw(page, definitions, element);
}

/** Whether an element can be seen in the piece that is drawn; an edge that is outside can reach into it. */
function isSeen(element: SvgElement, { piece }: Definitions): boolean {
  const box = piece === undefined ? undefined : boundsOf(element);
  if (piece === undefined || box === undefined) return true;
  return (
    box.x - edge < piece.x + piece.width &&
    box.x + box.width + edge > piece.x &&
    box.y - edge < piece.y + piece.height &&
    box.y + box.height + edge > piece.y
  );
}

/** Half of the widest edge of a rectangle, in pixels. */
const edge = 4;

/** Takes a hatch or a gradient, to be named by a fill. */
function define(page: Page, { hatches, gradients }: Definitions, element: SvgElement): void {
  const { name, attributes, children } = element;
  if (name === 'pattern') hatches.set(attributes.id ?? '', hatchOf(page.document, element));
  else if (name === 'linearGradient') gradients.set(attributes.id ?? '', children);
  else throw new Error(`can't draw the definition ${name}`);
}

/** Fills and strokes a shape; as in SVG, the fill is black when not given, and there is no stroke. */
function paint(
  { document }: Page,
  { hatches, gradients }: Definitions,
  attributes: Attributes,
  trace: () => void,
  box?: Rectangle,
): void {
  const { fill = '#000000', stroke = 'none' } = attributes;
  if (fill !== 'none') {
    const name = /^url\(#(.*)\)$/.exec(fill)?.[1];
    const [hatch, stops] = [hatches.get(name ?? ''), gradients.get(name ?? '')];
    const opacity = numberOf(attributes, 'fill-opacity', 1);
    document.save().fillOpacity(opacity);
    if (name === undefined) {
      trace();
      document.fill(colorOf(fill));
    } else if (hatch !== undefined) {
      for (const layer of hatch) {
        trace();
        document
          .fillOpacity(opacity * layer.opacity)
          .fillColor(layer.color)
          .fill();
      }
    } else if (stops !== undefined && box !== undefined) {
      const [x, y, width] = box;
      const gradient = document.linearGradient(x, y, x + width, y);
      for (const { attributes: stop } of stops)
        gradient.stop(numberOf(stop, 'offset'), colorOf(stop['stop-color'] ?? ''));
      trace();
      document.fill(gradient);
    } else throw new Error(`can't draw the fill ${fill}`);
    document.restore();
  }
  if (stroke !== 'none') {
    document.save().strokeOpacity(numberOf(attributes, 'stroke-opacity', 1));
    document.lineWidth(numberOf(attributes, 'stroke-width', 1));
    document.lineCap(oneOf(attributes['stroke-linecap'] ?? 'butt', ['butt', 'round', 'square']));
    document.lineJoin(oneOf(attributes['stroke-linejoin'] ?? 'miter', ['miter', 'round', 'bevel']));
    const dashes = attributes['stroke-dasharray'];
    if (dashes !== undefined) {
      const [length = Number.NaN, space = length] = dashes.split(' ').map(Number);
      document.dash(length, { space });
    }
    trace();
    document.stroke(colorOf(stroke));
    document.restore();
  }
}

/** Draws a line of text on its base line. What is copied from it is the text of the design, whatever the font lacks. */
function drawText({ document, faces, regular, bold, missing }: Page, { attributes, text }: SvgElement): void {
  const [y, size] = [numberOf(attributes, 'y'), numberOf(attributes, 'font-size')];
  const preferred = numberOf(attributes, 'font-weight', 400) >= 600 ? bold : regular;
  const runs = runsOf(text, preferred, faces).map((run) => {
    document.font(run.face.path).fontSize(size);
    return { ...run, width: document.widthOfString(run.text) };
  });
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  const anchor = oneOf(attributes['text-anchor'] ?? 'start', ['start', 'middle', 'end']);
  let x = numberOf(attributes, 'x') - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  document.fillColor(colorOf(attributes.fill ?? '#000000'));
  for (const run of runs) {
    document.font(run.face.path).fontSize(size);
    if (run.lacking !== undefined) document.markContent('Span', { actual: run.lacking });
    document.text(run.text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    if (run.lacking !== undefined) document.endMarkedContent();
    x += run.width;
    for (const character of run.lacking ?? '') missing.add(character);
  }
}

/** Applies the transformations of an attribute, from left to right. */
function move({ document }: Page, transform: string): void {
  const rest = transform.replace(/\s*(translate|rotate)\(([^)]*)\)/g, (_, name: string, list: string) => {
    const [a = Number.NaN, b] = list.split(' ').map(Number);
    if (name === 'translate') document.translate(a, b ?? 0);
    else document.rotate(a);
    return '';
  });
  if (rest.trim() !== '') throw new Error(`can't draw the transformation ${transform}`);
}

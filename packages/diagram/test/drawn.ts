// For tests: from text to a drawing.
import type { Facts } from '@lightloom/core';
import { type Graph, type LayoutEngine, layout, type Placed } from '@lightloom/diagram';
import { graphOf } from '@lightloom/diagram/views';
import * as kit from '../../../test/kit/design.ts';
import { examples, podWith, site } from '../../../test/kit/examples.ts';
import { textWidth, typeOf } from '../src/layout/geometry/typography.ts';
import type { Box, PlacedMark, PlacedText } from '../src/layout/index.ts';

/** The text of an example. */
export const example = (name: string): string => examples[name] as string;

/** The example pod, or a text, with the example's parts beside it. */
export const factsOf = (text = example('xpo-pod.fabric')): Promise<Facts> => kit.factsOf(text, site);

/** The pod with one thing changed; the change must be there to make. */
export const changedPod = (from: string | RegExp, to: string): Promise<Facts> => factsOf(podWith(from, to));

type Arrangement = Graph['arrangement'];

/** A drawing that must be there, and arranged as the test expects where it says so. */
export function drawing<A extends Arrangement = Arrangement>(
  facts: Facts,
  view: string,
  arrangement?: A,
): Extract<Graph, { readonly arrangement: A }> {
  const graph = graphOf(facts, view);
  const isExpected = (each: Graph): each is Extract<Graph, { readonly arrangement: A }> =>
    arrangement === undefined || each.arrangement === arrangement;
  if (graph === undefined || !isExpected(graph))
    throw new Error(`${view} is ${graph?.arrangement}, not ${arrangement ?? 'a drawing'}`);
  return graph;
}

/** Id of the frame that a box or another frame is in. */
export const frameOf = (item: object): string | undefined =>
  'group' in item && typeof item.group === 'string' ? item.group : undefined;

/** A drawing with places. */
export async function placed(facts: Facts, view: string, engine?: LayoutEngine): Promise<Placed> {
  return layout(drawing(facts, view), engine);
}

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

const name = (box: object): string => JSON.stringify(box).slice(0, 120);

/** All that a box takes: the words on devices in a rack can be above or below them. */
function whole<T extends Box & { readonly label?: Box }>({ label, ...own }: T): Omit<T, 'label'> {
  if (label === undefined) return own;
  const y = Math.min(own.y, label.y);
  return { ...own, y, height: Math.max(own.y + own.height, label.y + label.height) - y };
}

/** The box of a text, from the type metrics the layout uses; a pixel less all round. */
function textBox({ text, role, x, y, anchor }: PlacedText): Box & { readonly text: string } {
  const width = textWidth(text, role);
  const { size } = typeOf[role];
  const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  return { text, x: left + 1, y: y - size * 0.75, width: width - 2, height: size * 0.75 };
}

/** Points on an SVG path of lines and cubic curves, a few pixels apart. */
function pointsOn(path: string): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (const [, letter, list = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const n = list.trim().split(/\s+/).map(Number);
    const at = points.at(-1) ?? { x: 0, y: 0 };
    if (letter === 'M') points.push({ x: n[0] as number, y: n[1] as number });
    const [ax, ay, bx, by, x, y] = (letter === 'L' ? [at.x, at.y, n[0], n[1], n[0], n[1]] : n) as number[] as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 1; letter !== 'M' && i <= 60; i++) {
      const [t, s] = [i / 60, 1 - i / 60];
      const on = (p: number, q: number, r: number, e: number): number =>
        s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * e;
      points.push({ x: on(at.x, ax, bx, x), y: on(at.y, ay, by, y) });
    }
  }
  return points;
}

/** Whether a band runs over a box. */
export const isOver = (path: string, box: Box): boolean =>
  pointsOn(path).some((point) => !apart(box, { ...point, width: 0, height: 0 }));

/** Bands that run over a box they do not belong to. */
function crossings({ nodes, trunks }: Placed): string[] {
  return trunks.flatMap(({ trunk, path }) => {
    const points = pointsOn(path);
    return nodes
      .filter(({ node }) => node.id !== trunk.from && node.id !== trunk.to)
      .filter((box) => points.some((point) => !apart(box, { ...point, width: 0, height: 0 })))
      .map(({ node }) => `${trunk.id} crosses ${node.id}`);
  });
}

/** All marks of findings in a drawing. */
function marksIn(drawn: Placed): readonly PlacedMark[] {
  const lettered = [
    ...drawn.nodes,
    ...drawn.groups,
    ...drawn.figures,
    ...drawn.trunks.flatMap((each) => each.pill ?? []),
  ];
  return [...lettered.flatMap(({ marks = [] }) => marks), ...drawn.findings];
}

/** Marks that lie on a text which isn't theirs or on each other, leave what they mark, or don't hold their own text. */
function strayMarks(drawn: Placed): string[] {
  const found: string[] = [];
  const owners = [
    ...drawn.nodes.map(whole),
    ...drawn.groups,
    ...drawn.figures,
    ...drawn.trunks.flatMap((each) => each.pill ?? []),
  ];
  const isWithin = (a: Box, b: Box): boolean =>
    a.x >= b.x - 0.5 &&
    a.y >= b.y - 0.5 &&
    a.x + a.width <= b.x + b.width + 0.5 &&
    a.y + a.height <= b.y + b.height + 0.5;
  for (const { marks = [], texts, ...owner } of owners)
    for (const mark of marks) {
      if (!isWithin(mark, owner)) found.push(`mark ${mark.mark.text} leaves ${name(owner)}`);
      for (const text of texts) if (!apart(textBox(text), mark)) found.push(`mark ${mark.mark.text} on “${text.text}”`);
    }
  const all = marksIn(drawn);
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) if (!apart(a, b)) found.push(`mark ${a.mark.text} on ${b.mark.text}`);
    if (a.label.text !== '' && !isWithin(textBox(a.label), a)) found.push(`text of ${a.mark.text} leaves its mark`);
  });
  return found;
}

/** Pairs of texts that lie on each other, and titles that lie under boxes. */
function textsOnTexts(drawn: Placed): string[] {
  const titles = drawn.groups.flatMap((each) => each.texts);
  const all = [
    ...drawn.nodes.flatMap((each) => each.texts),
    ...titles,
    ...drawn.trunks.flatMap((each) => each.pill?.texts ?? []),
    ...drawn.figures.flatMap((each) => each.texts),
    ...drawn.legend.texts,
    ...(drawn.plan?.texts ?? []),
    ...drawn.block.fields.flatMap((each) => each.texts),
    ...marksIn(drawn).map(({ label }) => label),
    ...drawn.texts,
  ]
    .filter(({ text }) => text !== '')
    .map(textBox);
  const found: string[] = [];
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) if (!apart(a, b)) found.push(`“${a.text}” on “${b.text}”`);
    if (a.x < 0 || a.x + a.width > drawn.width || a.y < 0 || a.y + a.height > drawn.height)
      found.push(`“${a.text}” is out`);
  });
  const boxes: Box[] = [...drawn.nodes, ...drawn.trunks.flatMap((each) => each.pill ?? [])];
  for (const text of titles.map(textBox))
    for (const box of boxes) if (!apart(text, box)) found.push(`title “${text.text}” under ${name(box)}`);
  return found;
}

/** Pairs of boxes and labels that lie on each other; texts, boxes and labels that extend beyond their box or frame. */
export function collisions(drawn: Placed): string[] {
  const boxes: Box[] = [
    ...drawn.nodes,
    ...drawn.trunks.flatMap((each) => each.pill ?? []),
    ...drawn.figures,
    ...(drawn.plan === undefined ? [] : [drawn.plan]),
    ...(drawn.legend.ramp === undefined ? [] : [drawn.legend.ramp]),
    ...(drawn.legend.bandRamp === undefined ? [] : [drawn.legend.bandRamp]),
    ...drawn.legend.swatches,
    drawn.block,
    ...drawn.findings,
  ];
  const found: string[] = [...crossings(drawn), ...textsOnTexts(drawn), ...strayMarks(drawn)];
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) if (!apart(a, b)) found.push(`${name(a)} on ${name(b)}`);
    if (a.x < 0 || a.y < 0 || a.x + a.width > drawn.width || a.y + a.height > drawn.height)
      found.push(`${name(a)} is out`);
  });
  for (const { texts, ...box } of [
    ...drawn.nodes.map(whole),
    ...drawn.groups,
    ...drawn.figures,
    ...drawn.trunks.flatMap((each) => each.pill ?? []),
    ...drawn.block.fields,
  ])
    for (const { text, role, x, y, anchor } of texts) {
      const width = textWidth(text, role);
      const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
      if (left < box.x || left + width > box.x + box.width || y < box.y || y > box.y + box.height)
        found.push(`“${text}” leaves its box`);
    }
  const frames = new Map(drawn.groups.map((each) => [each.group.id, each]));
  for (const { node, ...box } of drawn.nodes.map(whole)) {
    const frame = frames.get(frameOf(node) ?? '');
    if (frame === undefined) continue;
    const inside =
      box.x >= frame.x &&
      box.y >= frame.y &&
      box.x + box.width <= frame.x + frame.width &&
      box.y + box.height <= frame.y + frame.height;
    if (!inside) found.push(`${node.id} leaves ${frame.group.id}`);
  }
  drawn.groups.forEach((a, i) => {
    for (const b of drawn.groups.slice(i + 1)) {
      const nested = frameOf(a.group) === b.group.id || frameOf(b.group) === a.group.id;
      if (!nested && !apart(a, b)) found.push(`${a.group.id} on ${b.group.id}`);
    }
  });
  return found;
}

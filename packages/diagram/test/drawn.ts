// For tests: from text to a drawing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '@lightloom/core';
import { type Graph, type LayoutEngine, layout, type Placed } from '@lightloom/diagram';
import { graphOf } from '@lightloom/diagram/views';
import { analyzeText } from '@lightloom/language/testing';
import type { Box } from '../src/layout/index.ts';
import { textWidth } from '../src/layout/type.ts';

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');
/** The text of an example. */
export const example = (name: string): string => readFileSync(join(examples, name), 'utf8');

/** The example pod, or a text, with the example's parts beside it. */
export async function factsOf(text = example('xpo-pod.fabric')): Promise<Facts> {
  const { analysis } = await analyzeText(text, { 'site.fabric': example('site.fabric') });
  return analysis.facts;
}

/** The pod with one thing changed; the change must be there to make. */
export async function changedPod(from: string | RegExp, to: string): Promise<Facts> {
  const pod = example('xpo-pod.fabric');
  const text = pod.replace(from, to);
  if (text === pod) throw new Error(`nothing to change: ${from}`);
  return factsOf(text);
}

/** A drawing that must be there. */
export function drawing(facts: Facts, view: string): Graph {
  const graph = graphOf(facts, view);
  if (graph === undefined) throw new Error(`no view ${view}`);
  return graph;
}

/** A drawing with places. */
export async function placed(facts: Facts, view: string, engine?: LayoutEngine): Promise<Placed> {
  return layout(drawing(facts, view), engine);
}

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

const name = (box: object): string => JSON.stringify(box).slice(0, 120);

/** Pairs of boxes and labels that lie on each other; texts, boxes and labels that reach out of what they stand in. */
export function collisions(drawn: Placed): string[] {
  const boxes: Box[] = [
    ...drawn.nodes,
    ...drawn.trunks.flatMap((each) => each.pill ?? []),
    ...drawn.figures,
    ...(drawn.legend.ramp === undefined ? [] : [drawn.legend.ramp]),
    ...drawn.legend.swatches,
  ];
  const found: string[] = [];
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) if (!apart(a, b)) found.push(`${name(a)} on ${name(b)}`);
    if (a.x < 0 || a.y < 0 || a.x + a.width > drawn.width || a.y + a.height > drawn.height)
      found.push(`${name(a)} is out`);
  });
  for (const { texts, ...box } of [
    ...drawn.nodes,
    ...drawn.groups,
    ...drawn.figures,
    ...drawn.trunks.flatMap((each) => each.pill ?? []),
  ])
    for (const { text, role, x, y, anchor } of texts) {
      const width = textWidth(text, role);
      const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
      if (left < box.x || left + width > box.x + box.width || y < box.y || y > box.y + box.height)
        found.push(`“${text}” leaves its box`);
    }
  const frames = new Map(drawn.groups.map((each) => [each.group.id, each]));
  for (const { node, ...box } of drawn.nodes) {
    const frame = node.group === undefined ? undefined : frames.get(node.group);
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
      const nested = a.group.group === b.group.id || b.group.group === a.group.id;
      if (!nested && !apart(a, b)) found.push(`${a.group.id} on ${b.group.id}`);
    }
  });
  return found;
}

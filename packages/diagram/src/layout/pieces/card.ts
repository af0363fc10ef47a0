// The card of a node: its size follows from its texts.
import type { CardNode } from '../../graph/index.ts';
import type { Meter, PlacedCard, PlacedText, TextRole } from '../geometry/placed.ts';
import { brokenLine, fit, textWidth, typeOf } from '../geometry/typography.ts';
import { marksHeight, marksWidth, placeMarks } from './marks.ts';

/** Widest text a card makes room for; longer lines are broken, longer names cut, and the tooltip has them whole. */
const widestText = 300;
const usual = { left: 18, right: 14, top: 11, bottom: 11, narrowest: 150, icon: 26 };
const small = { left: 16, right: 12, top: 7, bottom: 7, narrowest: 72, icon: 0 };
const meterHeight = 5;

interface Line {
  readonly text: string;
  readonly role: TextRole;
}

/** A box without a position. */
export interface Card<N extends CardNode = CardNode> {
  readonly node: N;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

const spaceIn = (node: CardNode): typeof usual => (node.compact === true ? small : usual);

/** Measures the card of a node. */
export function cardOf<N extends CardNode>(node: N): Card<N> {
  const { left, right, top, bottom, icon } = spaceIn(node);
  // A bar needs some width, a name alone does not.
  const narrowest = node.compact === true && !hasMeter(node) ? 0 : spaceIn(node).narrowest;
  const lines: Line[] = [
    { text: fit(node.label, 'name', widestText), role: 'name' },
    ...node.lines.flatMap((line) => brokenLine(line, 'line', widestText).map((text): Line => ({ text, role: 'line' }))),
  ];
  if (node.status !== undefined && node.status.text !== '' && node.compact !== true)
    lines.push(...brokenLine(node.status.text, 'line', widestText).map((text): Line => ({ text, role: 'line' })));
  const widest = Math.max(...lines.map(({ text, role }) => textWidth(text, role) + (role === 'name' ? icon : 0)));
  const height = lines.reduce((sum, { role }) => sum + typeOf[role].line, 0);
  return {
    node,
    lines,
    width: Math.ceil(Math.max(narrowest, widest + left + right, marksWidth(node.marks) + left + right)),
    height: Math.ceil(height + marksHeight(node.marks) + top + bottom + (hasMeter(node) ? meterHeight + 6 : 0)),
  };
}

/** Places a card, at its own size or a larger one. */
export function placeCard(card: Card, x: number, y: number, width = card.width, height = card.height): PlacedCard {
  const texts: PlacedText[] = [];
  const padding = spaceIn(card.node);
  let top = y + padding.top;
  for (const { text, role } of card.lines) {
    const { line, size } = typeOf[role];
    texts.push({ text, role, x: x + padding.left, y: top + (line + size * 0.7) / 2, anchor: 'start' });
    top += line;
  }
  const room = width - padding.left - padding.right;
  const marks = placeMarks(card.node.marks, x + padding.left, top, room);
  const placed = {
    ...({ drawn: 'card', node: card.node, x, y, width, height, texts } as const),
    ...(marks.length === 0 ? {} : { marks }),
  };
  if (!hasMeter(card.node) || card.node.status === undefined) return placed;
  const meter: Meter = {
    x: x + padding.left,
    y: y + height - padding.bottom - meterHeight,
    width: room,
    height: meterHeight,
    status: card.node.status,
  };
  return { ...placed, meter };
}

function hasMeter(node: CardNode): boolean {
  return node.meter === true && node.status !== undefined;
}

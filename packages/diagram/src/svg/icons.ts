// Icons for kinds of things, 16 pixels square.
import type { NodeKind } from '../graph/index.ts';
import { element } from './xml.ts';

const paths: Readonly<Record<NodeKind, string>> = {
  switch: 'M2 5.5H12M9.5 3L12 5.5L9.5 8M14 10.5H4M6.5 8L4 10.5L6.5 13',
  host: 'M2.5 2.5H13.5V7H2.5ZM2.5 9H13.5V13.5H2.5ZM5 4.75H5.5M5 11.25H5.5M8 4.75H11.5M8 11.25H11.5',
  rack: 'M3.5 1.5H12.5V14.5H3.5ZM3.5 5H12.5M3.5 8H12.5M3.5 11H12.5',
  cdu: 'M8 1.8C8 1.8 3.4 7.2 3.4 10.2A4.6 4.3 0 0 0 12.6 10.2C12.6 7.2 8 1.8 8 1.8Z',
  feed: 'M9 1.5L3.5 9H7.5L7 14.5L12.5 7H8.5Z',
  other: 'M3 3H13V13H3Z',
};

/** The icon of a kind, from its top left corner. */
export function icon(kind: NodeKind, x: number, y: number, color: string): string {
  return element('path', {
    transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`,
    d: paths[kind],
    fill: 'none',
    stroke: color,
    'stroke-width': 1.2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

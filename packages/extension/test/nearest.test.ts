// The arrow keys go from box to box as the eye would.
import { describe, expect, it } from 'vitest';
import { nearest } from '../src/webview/stage/nearest.ts';

const at = (x: number, y: number) => ({ getBoundingClientRect: () => ({ x, y, width: 10, height: 10 }) });
/** Two spines over three leaves. */
const items = new Map([
  ['spine1', at(50, 0)],
  ['spine2', at(150, 0)],
  ['leaf1', at(0, 100)],
  ['leaf2', at(100, 100)],
  ['leaf3', at(200, 100)],
]);

describe('an arrow key', () => {
  it.each([
    ['spine1', 'ArrowRight', 'spine2'],
    ['spine2', 'ArrowLeft', 'spine1'],
    ['leaf1', 'ArrowRight', 'leaf2'],
    ['leaf3', 'ArrowUp', 'spine2'],
    ['spine2', 'ArrowDown', 'leaf2'],
    ['leaf2', 'Home', 'spine1'],
    ['leaf2', 'End', 'leaf3'],
  ])('leads from %s by %s to %s', (from, key, to) => {
    expect(nearest(from, key, items)).toBe(to);
  });

  it('leads nowhere at the edge, and no other key leads anywhere', () => {
    expect(nearest('spine1', 'ArrowUp', items)).toBeUndefined();
    expect(nearest('leaf3', 'ArrowRight', items)).toBeUndefined();
    expect(nearest('leaf3', 'a', items)).toBeUndefined();
    expect(nearest('gone', 'ArrowUp', items)).toBeUndefined();
  });
});

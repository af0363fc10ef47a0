// The camera over a drawing: the arithmetic of fitting, zooming and moving.
import { describe, expect, it } from 'vitest';
import { fitted, held, panned, zoomedAt } from '../src/webview/stage/sight.ts';

const stage = { width: 1000, height: 500 };

describe('a drawing that fits', () => {
  it('is centered, with its margin', () => {
    const { x, y, scale } = fitted({ width: 4000, height: 1000 }, stage);
    expect(scale).toBeCloseTo((1000 - 24) / 4000);
    expect(x).toBeCloseTo(-12 / scale);
    expect((1000 - y) * scale).toBeGreaterThan(0);
  });

  it('is enlarged a little at most, with its title near the top', () => {
    const { scale, y } = fitted({ width: 100, height: 50 }, stage);
    expect(scale).toBe(1.5);
    expect(y * scale).toBeCloseTo(-24);
  });
});

describe('the camera', () => {
  it('zooms around a point that stays where it is', () => {
    const before = { x: 10, y: 20, scale: 1 };
    const after = zoomedAt(before, 2, 300, 200);
    expect(after.scale).toBe(2);
    expect([after.x + 300 / after.scale, after.y + 200 / after.scale]).toEqual([310, 220]);
    expect(zoomedAt(before, 1000, 0, 0).scale).toBe(8);
    expect(zoomedAt(before, 1e-9, 0, 0).scale).toBe(0.02);
  });

  it('moves by screen pixels', () => {
    expect(panned({ x: 0, y: 0, scale: 2 }, 10, -20)).toEqual({ x: 5, y: -10, scale: 2 });
  });

  it('keeps some of the drawing in sight', () => {
    const size = { width: 300, height: 300 };
    expect(held({ x: 1e6, y: 0, scale: 1 }, size, stage).x).toBe(260);
    expect(held({ x: -1e6, y: 0, scale: 1 }, size, stage).x).toBe(-960);
  });
});

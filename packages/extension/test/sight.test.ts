// The camera over a drawing: the arithmetic of fitting, zooming and moving.
import { describe, expect, it } from 'vitest';
import { fitted, fittedWidth, held, panned, showing, zoomedAt } from '../src/webview/stage/sight.ts';

const stage = { width: 1000, height: 500 };

describe('a drawing that fits', () => {
  it('is centered, with its margin', () => {
    const { x, y, scale } = fitted({ width: 4000, height: 1000 }, stage);
    expect(scale).toBeCloseTo((1000 - 16) / 4000);
    expect(x).toBeCloseTo(-8 / scale);
    expect((1000 - y) * scale).toBeGreaterThan(0);
  });

  it('is enlarged to twice its size at most, in the middle', () => {
    expect(fitted({ width: 100, height: 50 }, stage)).toEqual({ x: -200, y: -100, scale: 2 });
  });

  it('of rows that is too high is as wide as the stage, from its top', () => {
    const { scale, y } = fittedWidth({ width: 1000, height: 5000 }, stage);
    expect(scale).toBeCloseTo(0.984);
    expect(y * scale).toBeCloseTo(-8);
    expect(fittedWidth({ width: 100, height: 50 }, stage)).toEqual(fitted({ width: 100, height: 50 }, stage));
  });
});

describe('the camera', () => {
  it('zooms around a point that stays where it is', () => {
    const before = { x: 10, y: 20, scale: 1 };
    const after = zoomedAt(before, 2, 300, 200);
    expect(after.scale).toBe(2);
    expect([after.x + 300 / after.scale, after.y + 200 / after.scale]).toEqual([310, 220]);
    expect(zoomedAt(before, 1000, 0, 0).scale).toBe(8);
    expect(zoomedAt(before, 1e-9, 0, 0).scale).toBe(0.01);
  });

  it('moves by screen pixels', () => {
    expect(panned({ x: 0, y: 0, scale: 2 }, 10, -20)).toEqual({ x: 5, y: -10, scale: 2 });
  });

  it('keeps some of the drawing in sight', () => {
    const size = { width: 300, height: 300 };
    expect(held({ x: 1e6, y: 0, scale: 1 }, size, stage).x).toBe(260);
    expect(held({ x: -1e6, y: 0, scale: 1 }, size, stage).x).toBe(-960);
  });

  it('shows a thing that is jumped to: stays where it can be read, else has it in the middle', () => {
    const box = { x: 100, y: 100, width: 100, height: 50 };
    const near = { x: 0, y: 0, scale: 1 };
    expect(showing(box, near, stage, 0.85)).toBe(near);
    const far = showing(box, { x: 0, y: 0, scale: 0.1 }, stage, 0.85);
    expect(far.scale).toBe(0.85);
    expect([(150 - far.x) * far.scale, (125 - far.y) * far.scale].map(Math.round)).toEqual([500, 250]);
    // A frame larger than the stage is shown whole.
    expect(showing({ x: 0, y: 0, width: 8000, height: 100 }, near, stage, 0.85).scale).toBeCloseTo(0.1);
  });
});

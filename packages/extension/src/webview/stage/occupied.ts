// Which parts of the screen are taken: asked for each label, so boxes are sorted into squares.
import type { Box } from '@lightloom/diagram';

export interface Occupied {
  take(area: Box): void;
  /** Whether nothing that was taken is in the way; `except` is not counted. */
  isFree(area: Box, except?: Box): boolean;
}

/** Side of a square in pixels. */
const side = 128;
/** Boxs over more squares than this are asked one by one. */
const maxSquares = 64;

export function createOccupied(): Occupied {
  const squares = new Map<string, Box[]>();
  const large: Box[] = [];
  const keysOf = ({ x, y, width, height }: Box): string[] => {
    const [left, right] = [Math.floor(x / side), Math.floor((x + width) / side)];
    const [top, bottom] = [Math.floor(y / side), Math.floor((y + height) / side)];
    if ((right - left + 1) * (bottom - top + 1) > maxSquares) return [];
    const keys: string[] = [];
    for (let i = left; i <= right; i++) for (let j = top; j <= bottom; j++) keys.push(`${i} ${j}`);
    return keys;
  };
  return {
    take(area) {
      const keys = keysOf(area);
      if (keys.length === 0) large.push(area);
      for (const key of keys) {
        const list = squares.get(key);
        if (list === undefined) squares.set(key, [area]);
        else list.push(area);
      }
    },
    isFree(area, except) {
      const clear = (other: Box): boolean => other === except || !overlap(area, other);
      return large.every(clear) && keysOf(area).every((key) => squares.get(key)?.every(clear) ?? true);
    },
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

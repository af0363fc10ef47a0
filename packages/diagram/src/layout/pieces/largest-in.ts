// How many equal things side by side make them largest in a room.

/**
 * @param shape width of the room divided by its height
 * @param count how many things
 * @param cell size of one, with the gap to the next
 */
export function largestIn(
  shape: number,
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  let best = { inLine: 1, scale: 0 };
  for (let inLine = 1; inLine <= count; inLine++) {
    const scale = Math.min(shape / (inLine * width), 1 / (Math.ceil(count / inLine) * height));
    if (scale > best.scale + 1e-12) best = { inLine, scale };
  }
  return best.inLine;
}

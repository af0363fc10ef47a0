// How bad a placement is: bands that cross, bands over boxes, narrow angles, bands without room for their label, long bands. It is
// asked many thousand times, so coordinates are in columns and nothing is allocated.
import { indexAt, realAt } from './at.ts';
import type { IrregularPlan } from './plan.ts';

/** What each fault counts. A crossing is worth a band that is a few boxes longer; a band over a box is worth more. */
const price = { crossing: 100, over: 400, narrow: 120, overlap: 400, label: 40, length: 5 };
/** Cosines of the angles between two bands of a box: 26 degrees are wide enough, 4 are the same direction. */
const [wide, same] = [0.9, 0.9975];
/** Room between a band and a box that it passes, in pixels. */
const clearance = 9;

export interface Badness {
  /**
   * Faults that one or two boxes have a part in, each counted once.
   * @param enough from here on it doesn't matter how many there are: a number that is at least as large may come too early
   */
  of(box: number, other?: number, enough?: number): number;
  /** All faults. */
  total(): number;
  /** Bands that cross, and bands over boxes, which count more. */
  tangled(): number;
}

/** Middles of boxes, by box. */
export interface Middles {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** @param middles read at each call */
export function badnessOf({ boxes, links, linksOf, label, step }: IrregularPlan, { xs, ys }: Middles): Badness {
  // Names of this function's own: they are read millions of times, and an import can be looked up at each.
  const [index, real] = [indexAt, realAt];
  const count = links.length;
  const [from, to] = [Int32Array.from(links, ([a]) => a), Int32Array.from(links, ([, b]) => b)];
  const widths = Float64Array.from(boxes, (each) => each.width / 2);
  const heights = Float64Array.from(boxes, (each) => each.height / 2);
  const ideal = 4 * (step.x * step.x + step.y * step.y);
  const touched = new Uint8Array(count);

  const own = (link: number): number => {
    const [a, b] = [index(from, link), index(to, link)];
    const dx = Math.abs(real(xs, a) - real(xs, b));
    const dy = Math.abs(real(ys, a) - real(ys, b));
    const square = dx * dx + dy * dy;
    const length = Math.sqrt(square);
    const inside =
      Math.min(halfIn(widths, a, dx), halfIn(heights, a, dy)) + Math.min(halfIn(widths, b, dx), halfIn(heights, b, dy));
    const needed = Math.min((label.width * length) / Math.max(1, dx), (label.height * length) / Math.max(1, dy));
    return (price.length * square) / ideal + (length * (1 - inside) < needed + 8 ? price.label : 0);
  };

  const over = (link: number, box: number): boolean => {
    const [a, b] = [index(from, link), index(to, link)];
    if (a === box || b === box) return false;
    const [right, down] = [real(widths, box) + clearance, real(heights, box) + clearance];
    // From the middle of the box.
    const [ax, ay] = [real(xs, a) - real(xs, box), real(ys, a) - real(ys, box)];
    const [bx, by] = [real(xs, b) - real(xs, box), real(ys, b) - real(ys, box)];
    if ((ax > right && bx > right) || (ax < -right && bx < -right)) return false;
    if ((ay > down && by > down) || (ay < -down && by < -down)) return false;
    // A line that doesn't leave the corners on both of its sides passes the box.
    const [dx, dy] = [bx - ax, by - ay];
    const middle = dx * ay - dy * ax;
    return Math.abs(middle) < Math.abs(dy) * right + Math.abs(dx) * down;
  };

  const between = (one: number, other: number): number => {
    const [a, b, c, d] = [index(from, one), index(to, one), index(from, other), index(to, other)];
    if (a === c) return narrow(a, b, d);
    if (a === d) return narrow(a, b, c);
    if (b === c) return narrow(b, a, d);
    if (b === d) return narrow(b, a, c);
    return crosses(one, other) ? price.crossing : 0;
  };

  /** Boxes that two bands share are on neither side of them. */
  const crosses = (one: number, other: number): boolean => {
    const [a, b, c, d] = [index(from, one), index(to, one), index(from, other), index(to, other)];
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  };

  /** On which side of a line from one box to another a third is. */
  const side = (a: number, b: number, c: number): number =>
    (real(xs, b) - real(xs, a)) * (real(ys, c) - real(ys, a)) -
    (real(ys, b) - real(ys, a)) * (real(xs, c) - real(xs, a));

  const narrow = (at: number, a: number, b: number): number => {
    const [ax, ay] = [real(xs, a) - real(xs, at), real(ys, a) - real(ys, at)];
    const [bx, by] = [real(xs, b) - real(xs, at), real(ys, b) - real(ys, at)];
    const product = ax * bx + ay * by;
    if (product <= 0) return 0;
    const cosine = product / Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
    if (cosine <= wide) return 0;
    return cosine > same ? price.overlap : (price.narrow * (cosine - wide)) / (1 - wide);
  };

  const ofLink = (link: number): number => {
    let sum = own(link);
    for (let other = 0; other < count; other++)
      if (other > link || (other < link && touched[other] === 0)) sum += between(link, other);
    for (let box = 0; box < boxes.length; box++) if (over(link, box)) sum += price.over;
    return sum;
  };

  const mark = (box: number, value: 0 | 1): void => {
    for (const link of linksOf[box] ?? []) touched[link] = value;
  };

  return {
    of(box, other = box, enough = Number.POSITIVE_INFINITY) {
      mark(box, 1);
      mark(other, 1);
      let sum = 0;
      for (let link = 0; link < count && sum < enough; link++)
        if (touched[link] === 1) sum += ofLink(link);
        else sum += (over(link, box) ? price.over : 0) + (other !== box && over(link, other) ? price.over : 0);
      mark(box, 0);
      mark(other, 0);
      return sum;
    },
    tangled() {
      let sum = 0;
      for (let link = 0; link < count; link++) {
        for (let other = link + 1; other < count; other++) if (crosses(link, other)) sum += price.crossing;
        for (let box = 0; box < boxes.length; box++) if (over(link, box)) sum += price.over;
      }
      return sum;
    },
    total() {
      touched.fill(1);
      let sum = 0;
      for (let link = 0; link < count; link++) sum += ofLink(link);
      touched.fill(0);
      return sum;
    },
  };
}

/** The share of a distance that is within a box, from its middle; the whole where there is no distance. */
function halfIn(halves: Float64Array, box: number, distance: number): number {
  return distance === 0 ? 1 : Math.min(1, realAt(halves, box) / distance);
}

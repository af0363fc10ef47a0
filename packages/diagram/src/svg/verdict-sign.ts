// The sign of a verdict: a tick, a cross, or what isn't known.
import type { Pen } from './pen.ts';
import { element } from './xml.ts';

/** What is said of a limit, or of a whole design. */
export type Said = 'holds' | 'fails' | 'unknown';

const paths: Readonly<Record<Said, string>> = {
  holds: 'M-3 0.2L-1 2.4L3.2 -2.4',
  fails: 'M-2.4 -2.4L2.4 2.4M2.4 -2.4L-2.4 2.4',
  unknown: 'M0 -3V0.8M0 3V3.1',
};

/** A disc with the sign, around a point. */
export function verdictSign({ palette }: Pen, said: Said, x: number, y: number): string {
  const fill = said === 'fails' ? palette.over : said === 'holds' ? palette.holds : palette.muted;
  return (
    element('circle', { cx: x, cy: y, r: 6, fill }) +
    element('path', {
      transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`,
      d: paths[said],
      fill: 'none',
      stroke: palette.background,
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  );
}

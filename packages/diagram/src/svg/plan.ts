// The floor plan.
import type { PlacedPlan } from '../layout/index.ts';
import { title } from './boxes.ts';
import type { Pen } from './pen.ts';
import { element } from './xml.ts';

/** Racks from above; a run of equal racks is one element. */
export function drawPlan(pen: Pen, plan: PlacedPlan): string {
  const { palette } = pen;
  const ground = pen.rect(plan, {
    rx: 12,
    fill: palette.shade,
    'fill-opacity': String(palette.shadeOpacity),
    stroke: palette.line,
    'stroke-opacity': '0.7',
  });
  const runs = plan.runs.map(({ run, cells }) => {
    const path = cells.map(
      ({ x, y, width, height }) => `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h-${tenth(width)}z`,
    );
    const shape = element('path', { d: path.join(''), fill: pen.fill(run.status), 'stroke-linejoin': 'round' });
    return element('g', { 'data-id': run.group, 'data-kind': 'plan' }, title(run.detail) + shape);
  });
  return element('g', {}, ground + pen.texts(plan.texts) + runs.join(''));
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);

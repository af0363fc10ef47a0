// The floor plan.
import type { PlanRun } from '../graph/index.ts';
import type { Box, PlacedPlan } from '../layout/index.ts';
import { describe } from './describe.ts';
import { drawSign } from './marks.ts';
import type { Pen } from './pen.ts';
import { element } from './xml.ts';

/** Cells have room for a sign from this width on. */
const minCell = 12;

/** Racks from above; a run of equal racks is one element. */
export function drawPlan(pen: Pen, plan: PlacedPlan): string {
  const { palette } = pen;
  const ground = pen.rect(plan, {
    rx: 12,
    fill: palette.shade,
    'fill-opacity': String(palette.shadeOpacity),
    stroke: palette.edge,
  });
  const runs = plan.runs.map(({ run, cells }) => {
    const path = cells.map(
      ({ x, y, width, height }) => `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h-${tenth(width)}z`,
    );
    const shape = element('path', { d: path.join(''), fill: pen.fill(run.status), 'stroke-linejoin': 'round' });
    return element(
      'g',
      { 'data-id': run.group, 'data-kind': 'plan' },
      describe({ id: run.group, detail: run.detail, ...(run.marks === undefined ? {} : { marks: run.marks }) }) +
        shape +
        signs(pen, run, cells),
    );
  });
  return element('g', {}, ground + pen.texts(plan.texts) + runs.join(''));
}

/** A sign on each rack of a run that is meant. */
function signs(pen: Pen, { marks: [mark] = [], marked }: PlanRun, cells: readonly Box[]): string {
  return mark === undefined
    ? ''
    : cells
        .filter(({ width }, i) => width >= minCell && (marked?.includes(i) ?? true))
        .map(({ x, y, width, height }) => drawSign(pen, mark.severity, x + width / 2, y + height / 2, false))
        .join('');
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);

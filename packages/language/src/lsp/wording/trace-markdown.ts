// The path of a lane as Markdown: a table of its steps, then where each lane goes.
import type { Trace, TracedLane, TraceStep } from '@lightloom/core';
import { markdownText, prose } from '@lightloom/print/shown';

/** The paths of a name, one below the other. */
export function traceMarkdown(traces: readonly Trace[]): string {
  return traces.map(traceText).join('\n\n---\n\n');
}

function traceText({ from, to, steps, lanes, notes }: Trace): string {
  return [
    `### ${markdownText(from)} → ${markdownText(to)}`,
    stepTable(steps),
    ...(lanes.length === 0 ? [] : [laneTable(lanes)]),
    ...notes.map(prose),
  ].join('\n\n');
}

/** The steps, with the columns that say something. */
function stepTable(steps: readonly TraceStep[]): string {
  const columns = [
    { head: 'loses', of: ({ loss }: TraceStep) => loss },
    { head: 'up to here', of: ({ lost }: TraceStep) => lost },
    { head: 'least power of a lane', of: ({ power }: TraceStep) => power },
  ].filter(({ of }) => steps.some((each) => of(each) !== ''));
  const rows = steps.map(
    (each, i) =>
      `| ${[`${i + 1}`, ...[each.what, ...columns.map(({ of }) => of(each))].map(markdownText)].join(' | ')} |`,
  );
  return [
    `| | step | ${columns.map(({ head }) => head).join(' | ')} |`,
    `|--:|---|${columns.map(() => '--:|').join('')}`,
    ...rows,
  ].join('\n');
}

function laneTable(lanes: readonly TracedLane[]): string {
  const rows = lanes.map(
    ({ lane, positions, arrives }) =>
      `| ${lane} | ${positions.map((each) => each ?? '?').join(' → ')} | ${markdownText(arrives)} |`,
  );
  return ['| lane | positions in the connectors | arrives at |', '|--:|---|---|', ...rows].join('\n');
}

// D2 (d2lang.com/tour): text for the diagrams of D2 and its editors.
import type { Placed } from '../layout/index.ts';
import type { PaperTheme } from '../svg/index.ts';
import { paletteOf } from '../svg/palette.ts';
import { penOf } from '../svg/pen.ts';
import { lineOf } from './line.ts';
import { namesFor } from './names.ts';
import { defineNotation } from './notation.ts';
import { childrenOf, type OutlineBox, type OutlineEdge, outlineOf, severityOf, sheetLines } from './outline.ts';

export const notation = defineNotation({ name: 'd2', print: d2Of });

/** Shapes by kind. */
const shapes: Partial<Record<OutlineBox['kind'], string>> = { cdu: 'cylinder', main: 'hexagon' };

function d2Of({ graph }: Placed, theme: PaperTheme): string {
  const outline = outlineOf(graph);
  const { boxes, frames, edges } = outline;
  const palette = paletteOf(theme);
  const pen = penOf(palette, graph.legend, '');
  const names = namesFor(
    [...frames, ...boxes].map(({ id }) => id),
    'n',
  );
  const parents = new Map([...frames, ...boxes].map(({ id, parent }) => [id, parent]));
  const pathOf = (id: string): string => {
    const parent = parents.get(id);
    return `${parent === undefined || parent === id ? '' : `${pathOf(parent)}.`}${names.get(id)}`;
  };
  const stroke = (item: Pick<OutlineEdge, 'marks'>, color: string | undefined): string[] => {
    const severity = severityOf(item.marks);
    const marked = severity === 'error' ? palette.over : severity === 'warning' ? palette.warning : color;
    return [
      ...(marked === undefined ? [] : [`style.stroke: "${marked}"`]),
      ...(severity === undefined ? [] : ['style.stroke-width: 4']),
    ];
  };
  const item = (
    { id, lines, detail }: Pick<OutlineEdge, 'id' | 'lines' | 'detail'>,
    head: string,
    more: string[],
    indent: string,
  ): string[] => {
    const tooltip = detail === '' ? [] : [`tooltip: ${quoted(detail.split('\n'))}`];
    const inner = [...tooltip, ...more].map((each) => `${indent}  ${each}`);
    return [`${indent}# ${lineOf(id)}`, `${indent}${head}: ${quoted(lines)} {`, ...inner, `${indent}}`];
  };
  const inside = (parent: string | undefined, indent: string): string[] => {
    const children = childrenOf(outline, parent);
    return [
      ...children.boxes.flatMap((each) => {
        const shape = shapes[each.kind];
        const more = [
          ...(shape === undefined ? [] : [`shape: ${shape}`]),
          ...(each.count > 1 && shape === undefined ? ['style.multiple: true'] : []),
          ...stroke(each, pen.color(each.status)),
        ];
        return item(each, names.get(each.id) as string, more, indent);
      }),
      ...children.frames.flatMap((each) => {
        const body = item(each, names.get(each.id) as string, stroke(each, undefined), indent);
        return [...body.slice(0, -1), ...inside(each.id, `${indent}  `), `${indent}}`];
      }),
    ];
  };
  const title = [graph.title, ...sheetLines(graph)];
  return `${[
    ...title.map((each) => `# ${lineOf(each)}`),
    'direction: down',
    `n: ${quoted([graph.title, graph.subtitle, graph.block?.verdict?.text ?? ''].filter((each) => each !== ''))} {`,
    '  shape: text',
    '  near: top-center',
    '}',
    ...inside(undefined, ''),
    ...edges.flatMap((each) => {
      const dash = each.missing ? ['style.stroke-dash: 4'] : [];
      const head = `${pathOf(each.from)} ${each.directed ? '->' : '--'} ${pathOf(each.to)}`;
      return item(each, head, [...stroke(each, pen.bandColor(each.status)), ...dash], '');
    }),
  ].join('\n')}\n`;
}

/** A string in which nothing is substituted; lines are broken by `\n`. */
function quoted(lines: readonly string[]): string {
  return `"${lines.map((each) => lineOf(each).replace(/[\\"$]/g, '\\$&')).join('\\n')}"`;
}

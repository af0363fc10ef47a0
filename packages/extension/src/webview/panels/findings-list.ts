// Errors and warnings of the design: one that is chosen is shown in the drawing and in the text.
import type { Graph } from '@lightloom/diagram';
import { h, severitySign } from './element.ts';

/** The contents of the panel; `choose` is called with the position of a finding. */
export function findingsList(graph: Graph | undefined, choose: (index: number, focus: boolean) => void): Node[] {
  const findings = graph?.allFindings ?? [];
  if (findings.length === 0) return [h('p', { class: 'hint' }, 'Nothing is wrong with this design.')];
  const rows = findings.map(({ severity, rule, message, items = [] }, index) => {
    const where = items.length === 0 ? [h('span', { class: 'hint' }, ' Not in this drawing.')] : [];
    const button = h(
      'button',
      { class: 'finding' },
      severitySign(severity),
      h('b', {}, ` ${rule} `),
      message,
      ...where,
    );
    button.addEventListener('click', () => choose(index, false));
    button.addEventListener('dblclick', () => choose(index, true));
    return h('li', {}, button);
  });
  return [h('ul', { class: 'plain' }, ...rows)];
}

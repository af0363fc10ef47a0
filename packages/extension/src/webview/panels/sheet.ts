// What a sheet has around a drawing: its subtitle, verdict and key figures above, the key to colors and the notes below.
import type { Figure, Graph, SheetVerdict } from '@lightloom/diagram';
import type { Screen } from '../state/state.ts';
import { h, severitySign } from './element.ts';
import { legendOf } from './legend.ts';

export interface Sheet {
  show(screen: Screen): void;
}

export function createSheet(above: HTMLElement, below: HTMLElement): Sheet {
  let shown: Graph | undefined;
  return {
    show(screen) {
      if (screen.graph === shown) return;
      ({ graph: shown } = screen);
      const { graph, caption } = screen;
      above.hidden = graph === undefined;
      above.replaceChildren(...(graph === undefined ? [] : [heading(graph), ...graph.figures.map(chip)]));
      const legend = graph === undefined ? [] : legendOf(graph.legend);
      const notes = [caption, ...(graph?.notes ?? [])].filter((each) => each !== '');
      below.hidden = legend.length + notes.length === 0;
      below.replaceChildren(
        ...legend,
        ...(notes.length === 0 ? [] : [h('p', { class: 'notes', title: notes.join('\n') }, notes.join(' '))]),
      );
    },
  };
}

/** What is drawn in a line, with the verdict on the design. */
function heading({ subtitle, block }: Graph): HTMLElement {
  const verdict = block?.verdict;
  const sign =
    verdict === undefined || verdict.severity === 'none' || verdict.severity === 'unknown'
      ? []
      : [severitySign(verdict.severity)];
  const said = verdict === undefined ? [] : [h('span', { class: 'verdict' }, ...sign, textOf(verdict))];
  return h('p', { class: 'subtitle' }, ...said, h('span', {}, subtitle));
}

/** How many limits aren't judged is in the subtitle already. */
function textOf({ severity, text }: SheetVerdict): string {
  return severity === 'unknown' ? '0 problems' : text;
}

const signs = { holds: '✓', fails: '✕', unknown: '?' } as const;

/** A key figure, with whether its requirement holds. */
function chip({ label, value, note, verdict }: Figure): HTMLElement {
  const about = note === undefined ? [] : [h('span', { class: 'note' }, note)];
  const mark =
    verdict === undefined ? [] : [h('span', { class: 'mark', role: 'img', 'aria-label': verdict }, signs[verdict])];
  const words = [label, value, note, verdict].filter((each) => each !== undefined).join(', ');
  return h(
    'div',
    { class: `chip ${verdict ?? ''}`.trim(), title: words },
    h('span', { class: 'label' }, label),
    h('span', { class: 'value' }, ...mark, value),
    ...about,
  );
}

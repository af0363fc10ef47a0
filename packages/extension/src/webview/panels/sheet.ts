// What a sheet has around a drawing: its subtitle, verdict and key figures above, the key to colors and the notes below.
import type { Figure, Graph, SheetVerdict } from '@lightloom/diagram';
import type { Screen } from '../state/state.ts';
import { h, severitySign } from './element.ts';
import { legendOf } from './legend.ts';

export interface Sheet {
  show(screen: Screen): void;
}

/** The elements of the page; `title` and `verdict` are for those who listen. */
export interface SheetElements {
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  readonly title: HTMLElement;
  readonly verdict: HTMLElement;
}

export function createSheet({ above, below, title, verdict }: SheetElements): Sheet {
  let shown: Graph | undefined;
  return {
    show(screen) {
      if (screen.graph === shown) return;
      ({ graph: shown } = screen);
      const { graph, caption } = screen;
      title.textContent = graph?.title ?? 'Topology';
      // A status is read out whenever it is written.
      const said = saidOf(graph);
      if (verdict.textContent !== said) verdict.textContent = said;
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

/** The verdict on the design, and each requirement that fails. */
function saidOf(graph: Graph | undefined): string {
  const verdict = graph?.block?.verdict;
  const failing = (graph?.figures ?? []).filter((each) => each.verdict === 'fails');
  return [...(verdict === undefined ? [] : [textOf(verdict)]), ...failing.map(wordsOf)].join('; ');
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
function chip(figure: Figure): HTMLElement {
  const { label, value, note, verdict } = figure;
  const about = note === undefined ? [] : [h('span', { class: 'note' }, note)];
  const mark =
    verdict === undefined ? [] : [h('span', { class: 'mark', role: 'img', 'aria-label': verdict }, signs[verdict])];
  return h(
    'div',
    { class: `chip ${verdict ?? ''}`.trim(), title: wordsOf(figure) },
    h('span', { class: 'label' }, label),
    h('span', { class: 'value' }, ...mark, value),
    ...about,
  );
}

function wordsOf({ label, value, note, verdict }: Figure): string {
  return [label, value, note, verdict].filter((each) => each !== undefined).join(', ');
}

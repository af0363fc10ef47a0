// What is known of the selected thing: its figures, how they come about, what is connected to it.
import { type Graph, itemsOf } from '@lightloom/diagram';
import { connectionsOf, namesOf } from '../model/connections.ts';
import type { Screen } from '../state/state.ts';
import { h, severitySign } from './element.ts';

export interface DetailsListener {
  jump(id: string): void;
  connected(): void;
}

/** The contents of the panel. */
export function detailsOf({ graph, selected, explained, connected }: Screen, listener: DetailsListener): Node[] {
  const item = graph === undefined ? undefined : itemsOf(graph).find(({ id }) => id === selected);
  if (graph === undefined || item === undefined)
    return [
      h('p', { class: 'hint' }, 'Select something in the drawing to see its figures and what is connected to it.'),
    ];
  const [first = item.id, ...lines] = item.detail.split('\n');
  const marks = (item.marks ?? []).map(({ severity, rule, message }) =>
    h('li', {}, severitySign(severity), ' ', rule === undefined ? '' : h('b', {}, `${rule} `), message),
  );
  const derived = explained?.id === item.id ? explained.lines : [];
  return [
    h('h3', {}, namesOf(graph).get(item.id) ?? item.id),
    h('ul', { class: 'plain' }, ...[first, ...lines].filter((each) => !isMark(each)).map((each) => h('li', {}, each))),
    ...(marks.length === 0 ? [] : [h('h4', {}, 'Findings'), h('ul', { class: 'plain' }, ...marks)]),
    ...connections(graph, item.id, connected, listener),
    ...(derived.length === 0 ? [] : [h('h4', {}, 'How the figures come about'), h('pre', {}, derived.join('\n'))]),
  ];
}

const isMark = (line: string): boolean => /^(?:error|warning) [a-z]+\//.test(line);

function connections(graph: Graph, id: string, connected: boolean, listener: DetailsListener): Node[] {
  const found = connectionsOf(graph, id);
  if (found.length === 0) return [];
  const only = h('button', { 'aria-pressed': connected, title: 'Show only what is connected (c)' }, 'Show only these');
  only.addEventListener('click', listener.connected);
  const rows = found.map(({ other, name, lines }) => {
    const button = h('button', { class: 'link' }, name);
    button.addEventListener('click', () => listener.jump(other));
    return h('li', {}, button, ` ${lines.join(', ')}`);
  });
  return [h('h4', {}, 'Connected to'), only, h('ul', { class: 'plain' }, ...rows)];
}

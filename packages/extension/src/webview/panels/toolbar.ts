// The lists above the drawing: what colors show, and which networks are drawn.
import type { Graph } from '@lightloom/diagram';
import { itemsOf } from '@lightloom/diagram';
import { findingsColor } from '../state/reaction.ts';
import type { Screen } from '../state/state.ts';
import { h } from './element.ts';

export interface Toolbar {
  show(screen: Screen): void;
}

export interface ToolbarElements {
  readonly color: HTMLSelectElement;
  readonly networks: HTMLDetailsElement;
  readonly findings: HTMLElement;
}

export interface ToolbarListener {
  color(color: string): void;
  network(name: string): void;
}

export function createToolbar({ color, networks, findings }: ToolbarElements, listener: ToolbarListener): Toolbar {
  color.addEventListener('change', () => listener.color(color.value));
  const list = h('div', { class: 'menu', role: 'group', 'aria-label': 'Networks' });
  networks.append(list);
  let shown: Graph | undefined;
  let look: Screen['look'] | undefined;
  let listed: readonly string[] = [];
  networks.addEventListener('focusout', ({ relatedTarget }) => {
    if (!networks.contains(relatedTarget as Node | null)) networks.open = false;
  });
  networks.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !networks.open) return;
    networks.open = false;
    networks.querySelector('summary')?.focus();
    event.stopPropagation();
  });
  return {
    show(screen) {
      if (screen.graph === shown && screen.look === look) return;
      ({ graph: shown, look } = screen);
      const { graph } = screen;
      const choices = graph?.choices;
      const colors =
        graph === undefined ? [] : [...(choices?.colors ?? [{ id: '', title: 'As drawn' }]), ...findingsIn(graph)];
      color.replaceChildren(...colors.map(({ id, title }) => new Option(title, id)));
      color.value = screen.look.color ?? choices?.color ?? '';
      hide(color, colors.length < 2);
      const names = choices?.networks ?? [];
      hide(networks, names.length < 2);
      const drawn = screen.look.networks ?? names;
      // A menu that is open keeps its boxes, and with them the focus.
      if (listed.join() !== names.join()) {
        listed = names;
        list.replaceChildren(...names.map((name) => networkBox(name, listener)));
      }
      for (const [i, box] of [...list.querySelectorAll('input')].entries())
        box.checked = drawn.includes(names[i] ?? '');
      const found = graph?.allFindings ?? [];
      const errors = found.filter(({ severity }) => severity === 'error').length;
      const text = found.length === 0 ? 'Findings' : `Findings ${found.length}`;
      findings.textContent = text;
      findings.setAttribute('aria-label', [text, ...counted(errors, found.length - errors)].join(', '));
      findings.classList.toggle('error', errors > 0);
      findings.classList.toggle('warning', errors === 0 && found.length > 0);
    },
  };
}

/** `1 error`, `2 warnings`; nothing of what there is none of. */
function counted(errors: number, warnings: number): string[] {
  const all = [[errors, 'error'] as const, [warnings, 'warning'] as const];
  return all.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]));
}

function networkBox(name: string, listener: ToolbarListener): HTMLElement {
  const box = h('input', { type: 'checkbox' });
  box.addEventListener('change', () => listener.network(name));
  return h('label', {}, box, name);
}

function findingsIn(graph: Graph): { readonly id: string; readonly title: string }[] {
  const marked = itemsOf(graph).some(({ marks = [] }) => marks.length > 0);
  return marked ? [{ id: findingsColor, title: 'Findings' }] : [];
}

/** Hides a field with its label. */
function hide(field: HTMLElement, hidden: boolean): void {
  field.hidden = hidden;
  const label = field.previousElementSibling;
  if (label instanceof HTMLLabelElement) label.hidden = hidden;
}

// What is said of the thing under the pointer, or of the one that was jumped to.
import type { Thing } from './things.ts';

/** Shows and hides a tooltip. */
export interface Tooltip {
  /** Beside a place in the window; beside the thing itself when not given. */
  show(
    thing: Pick<Thing, 'id' | 'detail' | 'about' | 'fold' | 'element'>,
    place?: { readonly x: number; readonly y: number },
  ): void;
  hide(): void;
}

/** From the pointer to the tooltip, in pixels. */
const gap = 14;

/** A tooltip for the page. */
export function createTooltip(): Tooltip {
  const box = document.createElement('div');
  box.className = 'tooltip';
  box.setAttribute('role', 'status');
  box.hidden = true;
  document.body.append(box);
  return {
    show({ id, detail, about, fold, element }, place) {
      const [first = '', ...rest] = detail.split('\n');
      box.replaceChildren(line('strong', first === '' ? id : first), ...rest.map((each) => line('span', each)));
      if (about.length > 0) box.append(line('pre', about.join('\n')));
      // The name in the design, where the tooltip doesn't begin with it.
      if (!first.startsWith(id)) box.append(line('code', id));
      if (fold !== undefined) box.append(line('span', `Double click: ${fold.folded ? 'one by one' : 'as one'}`));
      box.hidden = false;
      const around = element.getBoundingClientRect();
      const { x, y } = place ?? { x: around.right, y: around.top };
      const before = place?.x ?? around.left;
      const { width, height } = box.getBoundingClientRect();
      const left = x + gap + width > innerWidth ? before - gap - width : x + gap;
      box.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`;
      box.style.top = `${Math.max(4, Math.min(y + gap, innerHeight - height - 4))}px`;
    },
    hide() {
      box.hidden = true;
    },
  };
}

function line(tag: 'strong' | 'span' | 'pre' | 'code', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

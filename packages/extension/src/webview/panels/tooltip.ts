// The tooltip of a drawing: the name and figures of a thing, line by line, in the editor's own colors.
import { h } from './element.ts';

export interface Tooltip {
  /** Shows lines of text near a point of the screen; hides when there is no text. */
  show(text: string, x: number, y: number): void;
  /** Adds how the figures come about, below those that are shown. */
  explain(lines: readonly string[]): void;
  hide(): void;
  isShown(): boolean;
}

/** Distances from the pointer and from the edges of the window, in pixels. */
const gap = { side: 14, below: 18, edge: 8, least: 4 };
/** Lines of a derivation that are shown; the panel of details has all. */
const maxLines = 9;

/** Manages the element of the tooltip. */
export function createTooltip(element: HTMLElement): Tooltip {
  let shown: string | undefined;
  let at = { x: 0, y: 0 };
  const place = (): void => {
    const { offsetWidth, offsetHeight } = element;
    const left = Math.max(gap.least, Math.min(at.x + gap.side, window.innerWidth - offsetWidth - gap.edge));
    const fitsBelow = at.y + gap.below + offsetHeight < window.innerHeight;
    element.style.left = `${left}px`;
    element.style.top = `${fitsBelow ? at.y + gap.below : Math.max(gap.least, at.y - offsetHeight - gap.edge)}px`;
  };
  return {
    show(text, x, y) {
      element.hidden = text === '';
      if (element.hidden) return;
      at = { x, y };
      if (text !== shown) {
        shown = text;
        const [first = '', ...rest] = text.split('\n');
        element.replaceChildren(h('strong', {}, first), ...rest.map((each) => h('div', {}, each)));
      }
      place();
    },
    explain(lines) {
      if (element.hidden || lines.length === 0) return;
      element.querySelector('pre')?.remove();
      const more = lines.length - maxLines;
      const text = more > 0 ? [...lines.slice(0, maxLines), `… ${more} more lines: press i`] : lines;
      element.append(h('pre', {}, text.join('\n')));
      place();
    },
    hide() {
      element.hidden = true;
      shown = undefined;
    },
    isShown: () => !element.hidden,
  };
}

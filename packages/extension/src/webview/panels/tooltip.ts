// The tooltip of a drawing: the name and figures of a thing, line by line, in the editor's own colors.

export interface Tooltip {
  /** Shows lines of text near a point of the screen; hides when there is no text. */
  show(text: string, x: number, y: number): void;
  hide(): void;
}

/** Distances from the pointer and from the edges of the window, in pixels. */
const gap = { side: 14, below: 18, edge: 8, least: 4 };

/** Manages the element of the tooltip. */
export function createTooltip(element: HTMLElement): Tooltip {
  let shown: string | undefined;
  return {
    show(text, x, y) {
      element.hidden = text === '';
      if (element.hidden) return;
      if (text !== shown) {
        shown = text;
        const [first = '', ...rest] = text.split('\n');
        const heading = document.createElement('strong');
        heading.textContent = first;
        element.replaceChildren(heading, ...rest.map(lineOf));
      }
      const { offsetWidth, offsetHeight } = element;
      const left = Math.max(gap.least, Math.min(x + gap.side, window.innerWidth - offsetWidth - gap.edge));
      const fitsBelow = y + gap.below + offsetHeight < window.innerHeight;
      element.style.left = `${left}px`;
      element.style.top = `${fitsBelow ? y + gap.below : Math.max(gap.least, y - offsetHeight - gap.edge)}px`;
    },
    hide() {
      element.hidden = true;
    },
  };
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement('div');
  line.textContent = text;
  return line;
}

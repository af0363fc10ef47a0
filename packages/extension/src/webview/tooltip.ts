// The tooltip of a drawing: what a thing is, line by line, in the editor's own colors.

export interface Tooltip {
  /** Shows lines near a point of the screen; hides without lines. */
  show(lines: string | undefined, x?: number, y?: number): void;
}

/** Looks after the element of the tooltip. */
export function createTooltip(element: HTMLElement): Tooltip {
  let shown: string | undefined;
  return {
    show(lines, x = 0, y = 0) {
      element.hidden = lines === undefined || lines === '';
      if (element.hidden) return;
      if (lines !== shown) {
        shown = lines;
        const [first = '', ...rest] = (lines ?? '').split('\n');
        const heading = document.createElement('strong');
        heading.textContent = first;
        element.replaceChildren(heading, ...rest.map(lineOf));
      }
      const { offsetWidth, offsetHeight } = element;
      const left = Math.max(4, Math.min(x + 14, window.innerWidth - offsetWidth - 8));
      const below = y + 18 + offsetHeight < window.innerHeight;
      element.style.left = `${left}px`;
      element.style.top = `${below ? y + 18 : Math.max(4, y - offsetHeight - 8)}px`;
    },
  };
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement('div');
  line.textContent = text;
  return line;
}

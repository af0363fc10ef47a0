// Elements of the page, made in one expression. Text is set as text: names in a design are never read as HTML.

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and contents; an attribute that is false or undefined is left out. Those of ARIA say `true` and `false`. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && (value !== false || key.startsWith('aria-')))
      element.setAttribute(key, value === true && !key.startsWith('aria-') ? '' : String(value));
  element.append(...contents);
  return element;
}

/** The sign of a severity, with its name for screen readers. */
export function severitySign(severity: 'error' | 'warning'): HTMLElement {
  return h(
    'span',
    { class: `severity ${severity}`, role: 'img', 'aria-label': severity },
    severity === 'error' ? '✕' : '!',
  );
}

// The key to the colors and widths of a drawing, in one line that wraps.
import { type ColorKey, type Legend, rampOf } from '@lightloom/diagram';
import { h } from './element.ts';

/** The parts of a legend. */
export function legendOf({ colors, bands, width }: Legend): HTMLElement[] {
  const keys = [colors, bands].filter((each) => each !== undefined);
  const scales = keys.filter((each) => 'ticks' in each);
  const over = new Set(scales.flatMap((each) => each.over ?? []));
  return [
    ...keys.map(keyOf),
    ...[...over].map((each) => sample('over', each)),
    ...(scales.some(({ unknown }) => unknown) ? [sample('unknown', 'unknown')] : []),
    ...(width === undefined ? [] : [h('span', { class: 'key' }, `${width.title}: `, swatch('band'), width.largest)]),
  ];
}

function keyOf(key: ColorKey): HTMLElement {
  if ('names' in key) {
    const colors = rampOf(key);
    return h(
      'span',
      { class: 'key' },
      `${key.title}: `,
      ...key.names.flatMap((name, i) => [swatch('', colors[i]), `${name} `]),
    );
  }
  const [low, , high] = key.ticks;
  return h(
    'span',
    { class: 'key' },
    `${key.title} `,
    h('span', { class: 'tick' }, low),
    ramp(rampOf(key)),
    h('span', { class: 'tick' }, high),
  );
}

function sample(kind: string, text: string): HTMLElement {
  return h('span', { class: 'key' }, swatch(kind), text);
}

function swatch(kind: string, color?: string): HTMLElement {
  const element = h('span', { class: `swatch ${kind}`.trim() });
  if (color !== undefined) element.style.background = color;
  return element;
}

function ramp(colors: readonly string[]): HTMLElement {
  const element = h('span', { class: 'ramp' });
  element.style.background = `linear-gradient(to right, ${colors.join(', ')})`;
  return element;
}

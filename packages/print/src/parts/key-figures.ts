// The few figures of a part that distinguish it from others of its kind.
import type { PartFigure, PartRow } from '@lightloom/core';

/** Properties that distinguish the parts of a kind, the most telling first. */
const keyProperties: Readonly<Record<PartRow['kind'], readonly string[]>> = {
  module: ['form-factor', 'channels', 'interface', 'power'],
  optics: ['lanes', 'lane-rate', 'reach', 'channel-loss', 'status'],
  cage: ['lanes', 'lane-rate', 'power', 'cooling'],
  laser: ['output-power', 'engines', 'power'],
  amplifier: ['output-power', 'power'],
  fiber: ['mode', 'attenuation'],
  connector: ['fibers', 'loss', 'low-loss-grade'],
  splice: ['loss'],
  panel: ['connector', 'switching', 'loss'],
  cable: ['reach', 'power'],
  asic: ['capacity', 'serdes', 'lane-rate', 'power'],
  nic: ['port-rate', 'power'],
  switch: ['asic', 'height', 'power', 'typical-power'],
  host: ['accelerators', 'nic', 'height', 'power'],
  rack: ['height', 'power', 'weight'],
  shelf: ['power', 'redundant-power'],
  coolant: ['usable'],
  coupling: ['rated-flow', 'flow-coefficient'],
  cdu: ['capacity', 'flow', 'approach'],
};

/** Words after a value that doesn't say by itself what it is. */
const qualifiers: Readonly<Record<string, string>> = { 'typical-power': 'typical', 'low-loss-grade': 'low-loss' };

/** The sign between two figures. */
export const separator = ' · ';

/** `64 × OSFP · Tomahawk5 · 2 RU`; unknown figures are named as such. */
export function keyFigures({ kind, figures, ports }: PartRow): string {
  const cages = new Map<string, number>();
  for (const { cage, count } of ports) cages.set(cage, (cages.get(cage) ?? 0) + count);
  const faceplate = [...cages].map(([cage, count]) => `${count} × ${cage}`);
  const shown = keyProperties[kind].flatMap((property) => {
    const figure = figures.find((each) => each.property === property);
    return figure === undefined ? [] : [keyFigure(figure)];
  });
  return [...faceplate, ...shown].join(separator);
}

/** A value with its property where it can't be read alone, and `(assumed)` where it is. */
function keyFigure({ property, text, value, provenance }: PartFigure): string {
  if (text === 'unknown') return `${property} unknown`;
  const isCount = typeof value === 'number' && /^\d+$/.test(text);
  const qualifier = isCount ? (value === 1 ? property.replace(/s$/, '') : property) : qualifiers[property];
  return [text, qualifier, provenance.kind === 'assumed' ? '(assumed)' : undefined]
    .filter((each) => each !== undefined)
    .join(' ');
}

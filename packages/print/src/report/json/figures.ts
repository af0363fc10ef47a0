// Values over facts that the design names, in JSON.
import type { DesignReport } from '@lightloom/core';
import { jsonLocation } from '../../json/location.ts';
import { jsonQuantity } from '../../json/quantity.ts';
import type { Sources } from '../../text/source-text.ts';

/** Each name with its value and what that is computed from. */
export function jsonFigures({ figures }: DesignReport, sources: Sources) {
  return figures.map(({ figure, value }) => ({
    name: figure.name,
    text: figure.value.text,
    value: jsonQuantity(value),
    location: jsonLocation(figure.origin, sources),
  }));
}

// Parts of the library for other programs: `schemas/parts.schema.json` describes the document.
import type { PartFigure, PartRow } from '@lightloom/core';
import { jsonNumber } from './json-number.ts';

/** Version of the document: raised when something that was there changes its meaning or goes. */
const version = 1;

/** The document, as text. */
export function jsonParts(parts: readonly PartRow[]): string {
  const document = {
    version,
    parts: parts.map(({ name, kind, base, file, doc, figures, ports }) => ({
      name,
      kind,
      ...(base === undefined ? {} : { base }),
      import: file,
      doc,
      properties: figures.map(property),
      ports,
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function property({ property: name, text, value, unit, provenance }: PartFigure): object {
  return {
    name,
    text,
    ...(value === undefined ? {} : { value: value === null ? null : jsonNumber(value) }),
    ...(value === undefined || unit === undefined ? {} : { unit }),
    ...(provenance.kind === 'stated' ? {} : { [provenance.kind]: provenance.text }),
  };
}

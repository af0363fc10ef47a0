// Parts of the library for other programs: `schemas/parts.schema.json` describes the document.
import type { PartFigure } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonNumber, jsonText } from '../json/number.ts';
import { partsDocument } from './document.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;

export const format = defineFormat({
  document: partsDocument,
  name: 'json',
  title: 'JSON, for other programs',
  schema: 'parts.schema.json',
  print(parts) {
    return jsonText({
      version,
      parts: parts.map(({ name, kind, base, file, doc, figures, ports }) => ({
        name,
        kind,
        ...(base === undefined ? {} : { base }),
        import: file,
        doc,
        properties: figures.map(jsonFigure),
        ports,
      })),
    });
  },
});

function jsonFigure({ property, text, value, unit, provenance }: PartFigure): object {
  return {
    name: property,
    text,
    ...(value === undefined ? {} : { value: value === null ? null : jsonNumber(value) }),
    ...(value === undefined || unit === undefined ? {} : { unit }),
    ...(provenance.kind === 'stated' ? {} : { [provenance.kind]: provenance.text }),
  };
}

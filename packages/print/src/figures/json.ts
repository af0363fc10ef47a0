// The figures of something in a design for other programs: `schemas/explain.schema.json` describes the document.
import { footingLines } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonDerivation } from '../json/derivation.ts';
import { jsonText } from '../json/number.ts';
import { basisName } from '../wording/conditions.ts';
import { figuresDocument } from './document.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;

export const format = defineFormat({
  document: figuresDocument,
  name: 'json',
  title: 'JSON, for other programs',
  schema: 'explain.schema.json',
  print({ path, explanations, facts }, { sources }) {
    const { settings } = facts.fabric;
    return jsonText({
      version,
      file: path,
      basis: basisName(facts.basis),
      ...(settings.length === 0 ? {} : { settings: settings.map(({ name, text }) => ({ name, value: text })) }),
      explanations: explanations.map(({ title, rows }) => ({
        title,
        figures: rows.map(({ name, fact, note }) => ({
          name,
          note: note ?? null,
          ...jsonDerivation(fact, sources),
        })),
        dependsOn: footingLines(facts, rows),
      })),
    });
  },
});

// A filled design for other programs: `schemas/filling.schema.json` describes the document.
import type { Constraint, FilledHole } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonNumber, jsonText } from '../json/number.ts';
import { jsonQuantity, jsonValue } from '../json/quantity.ts';
import { fillingDocument } from './filling-document.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;

export const format = defineFormat({
  document: fillingDocument,
  name: 'json',
  title: 'JSON, for other programs',
  schema: 'filling.schema.json',
  print({ path, filling: { least, checks, isComplete, ranges, outcome } }) {
    const common = {
      version,
      file: path,
      least,
      checks,
      complete: isComplete,
      tried: ranges.map(({ line, what, range }) => ({ line, what, range })),
    };
    if (outcome.kind === 'filled')
      return jsonText({
        ...common,
        holes: outcome.holes.map(holeJson),
        cost: jsonQuantity(outcome.cost),
        warnings: outcome.findings.warning,
        notes: outcome.findings.note,
        design: outcome.text,
      });
    const { constraints, relaxed } = outcome;
    return jsonText({
      ...common,
      conflict: constraints.map(constraintJson),
      relax:
        relaxed === undefined
          ? null
          : {
              ...constraintJson(relaxed.constraint),
              limit: relaxed.verdict === undefined ? null : jsonValue(relaxed.verdict.value),
              change: Number.isFinite(relaxed.share) ? jsonNumber(relaxed.share) : null,
              holes: relaxed.holes.map(holeJson),
            },
    });
  },
});

function holeJson({ line, what, value }: FilledHole): object {
  return { line, what, value };
}

function constraintJson({ line, text, rule, unjudged }: Constraint): object {
  return { line, text, rule: rule ?? null, ...(unjudged === undefined ? {} : { unjudged }) };
}

// Two designs compared, for other programs: `schemas/diff.schema.json` describes the document.
import type { Change, FigurePair, RequirementChange, Verdict } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonLocation } from '../json/location.ts';
import { jsonNumber, jsonText } from '../json/number.ts';
import { jsonQuantity, jsonValue } from '../json/quantity.ts';
import type { Sources } from '../text/source-text.ts';
import { basisName } from '../wording/conditions.ts';
import type { ComparedPair } from './compared/pair.ts';
import { diffDocument } from './document.ts';
import { cableCounts } from './words/cables.ts';
import { inOrder } from './words/families.ts';
import { headlineOf } from './words/headline.ts';
import { requirementText } from './words/requirements.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;

export const format = defineFormat({
  document: diffDocument,
  name: 'json',
  title: 'JSON, for other programs',
  schema: 'diff.schema.json',
  print({ pairs, settings, basis }) {
    return jsonText({
      version,
      basis: basisName(basis),
      ...(settings.length === 0 ? {} : { settings: settings.map(({ name, text }) => ({ name, value: text })) }),
      same: pairs.every(({ diff }) => diff.isSame),
      designs: pairs.map(pairOf),
    });
  },
});

function pairOf(pair: ComparedPair) {
  const { before, after, diff, facts } = pair;
  const { cables, findings } = diff;
  const { plugged, replaced, removed, laid, unknown } = cableCounts(cables);
  return {
    before: before.path ?? null,
    after: after.path ?? null,
    textErrors: { before: before.textErrors, after: after.textErrors },
    same: diff.isSame,
    summary: headlineOf(pair),
    changes: inOrder(diff.changes).map(changeOf),
    renamed: inOrder(diff.renamed).map(changeOf),
    cables: {
      before: jsonQuantity(cables.before),
      after: jsonQuantity(cables.after),
      kept: cables.kept,
      pluggedAgain: plugged,
      replaced,
      removed,
      new: laid,
      unknown,
      renumbered: cables.renumbered,
      unknownLinks: { before: cables.unknown[0], after: cables.unknown[1] },
      touched: cables.touched.map(({ work, count, medium, shape, length, before: old, after: now, why }) => ({
        work,
        count,
        medium,
        shape,
        length,
        before: old === '' ? null : old,
        after: now === '' ? null : now,
        why,
      })),
    },
    figures: diff.figures.map(figureOf),
    ...(facts === undefined ? {} : { facts: facts.map(figureOf) }),
    requirements: diff.requirements.map(requirementOf),
    findings: {
      new: findings.fresh.map((each) => findingOf(each, after.sources)),
      gone: findings.gone.map((each) => findingOf(each, before.sources)),
    },
  };
}

function changeOf({ kind, of, count, what, before, after, details, installed }: Change) {
  return { kind, of, count, what, before, after, details, ...(installed === undefined ? {} : { installed }) };
}

function figureOf({ subject, name, before, after, ratio }: FigurePair) {
  return {
    subject,
    name,
    before: before === undefined ? null : jsonQuantity(before),
    after: after === undefined ? null : jsonQuantity(after),
    ratio: Number.isNaN(ratio) ? null : jsonNumber(ratio),
  };
}

function requirementOf(change: RequirementChange) {
  const side = (verdict: Verdict | undefined) =>
    verdict === undefined
      ? null
      : {
          value: jsonValue(verdict.value),
          comparator: verdict.requirement.comparator,
          limit: jsonValue(verdict.limit),
          verdict: verdict.holds === undefined ? 'unknown' : verdict.holds ? 'holds' : 'fails',
        };
  return { change: change.kind, text: requirementText(change), before: side(change.before), after: side(change.after) };
}

function findingOf({ finding, of, count }: ComparedPair['diff']['findings']['fresh'][number], sources: Sources) {
  const { rule, severity, message, origin } = finding;
  return { rule, severity, message, location: jsonLocation(origin, sources), things: of, differing: count };
}

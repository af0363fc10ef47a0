// Findings for other programs: `schemas/findings.schema.json` describes the document.
import { concernedBy, type Derivation, type Fabric, type Finding, type Fix, nameOf } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonLimits } from '../json/limits.ts';
import { type JsonLocation, jsonLocation } from '../json/location.ts';
import { jsonText } from '../json/number.ts';
import { jsonValue } from '../json/quantity.ts';
import type { Sources } from '../text/source-text.ts';
import { basisName } from '../wording/conditions.ts';
import { countLimits } from '../wording/limits.ts';
import { findingsDocument } from './document.ts';
import { listedFindings } from './listed.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;
/** Subjects of a finding that are listed by name; one finding can be about thousands. */
const maxNames = 100;

export const format = defineFormat({
  document: findingsDocument,
  name: 'json',
  title: 'JSON, for other programs',
  schema: 'findings.schema.json',
  print(document, { sources }) {
    const { counts, files, fabrics, designs, judged, basis, unreadable } = document;
    const limits = countLimits(judged.map((each) => each.judged));
    return jsonText({
      version,
      basis: basisName(basis),
      files,
      findings: listedFindings(document, sources).flatMap(({ finding: cause, fingerprint }) =>
        [cause, ...(cause.folded ?? [])].map((each) => ({
          designs: designs.get(cause) ?? [],
          ...jsonFinding(each, sources, fabrics.get(cause)),
          consequenceOf: each === cause ? null : { rule: cause.rule, location: jsonLocation(cause.origin, sources) },
          fingerprint: each === cause ? fingerprint : null,
        })),
      ),
      summary: {
        files: files.length,
        unreadable,
        errors: counts.error,
        warnings: counts.warning,
        notes: counts.note,
        judged: limits.judged,
        unjudged: limits.unjudged,
      },
      limits: judged.map((each) => ({ design: each.design, ...jsonLimits(each.judged, sources) })),
    });
  },
});

function jsonFinding(finding: Finding, sources: Sources, fabric: Fabric | undefined) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    help: finding.help ?? null,
    label: finding.label ?? null,
    location: jsonLocation(finding.origin, sources),
    related: finding.related.map(({ origin, message }) => ({ message, location: jsonLocation(origin, sources) })),
    fixes: finding.fixes.map((each) => jsonFix(each, sources)),
    consequences: finding.consequences,
    subjects: jsonSubjects(finding, fabric),
    concerns: fabric === undefined ? [] : concernedBy(fabric, finding),
    derivation: finding.derivation === undefined ? null : jsonDerivation(finding.derivation, sources),
  };
}

function jsonFix({ title, edits, isSafe }: Fix, sources: Sources) {
  return {
    title,
    safe: isSafe,
    edits: edits.map(({ origin, text }) => ({ location: jsonLocation(origin, sources), text })),
  };
}

function jsonSubjects({ subjects }: Finding, fabric: Fabric | undefined) {
  if (subjects === undefined || fabric === undefined) return null;
  const names = [...subjects.ids.slice(0, maxNames)].map((id) => nameOf(fabric, subjects.of, id));
  return { kind: subjects.of, count: subjects.ids.length, names };
}

/** A number with everything it depends on. */
interface JsonDerivation {
  readonly label: string;
  /** In `unit`; null when it is unknown or unlimited. */
  readonly value: number | null;
  readonly unit: string;
  /** As a person reads it. */
  readonly text: string;
  readonly formula: string | null;
  /** How many times it counts in the sum it is a term of. */
  readonly times: number;
  readonly source: { readonly kind: string; readonly text: string } | null;
  readonly unknown: string | null;
  readonly location: JsonLocation | null;
  readonly terms: readonly JsonDerivation[];
}

function jsonDerivation(derivation: Derivation, sources: Sources): JsonDerivation {
  const { label, formula, times, provenance, unknown, origin, terms } = derivation;
  return {
    label,
    ...jsonValue(derivation),
    formula: formula ?? null,
    times: times ?? 1,
    source: provenance === undefined || provenance.kind === 'stated' ? null : provenance,
    unknown: unknown ?? null,
    location: jsonLocation(origin, sources),
    terms: terms.map((each) => jsonDerivation(each, sources)),
  };
}

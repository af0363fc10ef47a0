// All findings of a run for other programs: `schemas/findings.schema.json` describes it.
import { canonicalUnit, type Derivation, type Fabric, type Finding, nameOf, printValue } from '@lightloom/core';
import { jsonNumber } from './json-number.ts';
import { type JsonLocation, jsonLocation } from './location.ts';
import type { Sources } from './source.ts';
import type { Checked } from './summary.ts';

/** Version of the document: raised when something that was there changes its meaning or goes. */
const version = 1;
/** Things a finding is about that are named one by one; a row of a large fabric can be about thousands. */
const mostNames = 100;

/** The fabric a finding was found in. */
export type FabricOf = (finding: Finding) => Fabric | undefined;

/** The document, as text. */
export function jsonFindings(checked: Checked, sources: Sources, fabricOf: FabricOf): string {
  const { error, warning, note } = checked.counts;
  const document = {
    version,
    basis: checked.basis,
    files: checked.files,
    findings: checked.findings.map((each) => jsonFinding(each, sources, fabricOf(each))),
    summary: {
      files: checked.files.length,
      unreadable: checked.unreadable,
      errors: error,
      warnings: warning,
      notes: note,
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function jsonFinding(finding: Finding, sources: Sources, fabric: Fabric | undefined) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    help: finding.help ?? null,
    label: finding.label ?? null,
    location: jsonLocation(finding.origin, sources),
    related: finding.related.map(({ origin, message }) => ({ message, location: jsonLocation(origin, sources) })),
    consequences: finding.consequences,
    subjects: jsonSubjects(finding, fabric),
    derivation: finding.derivation === undefined ? null : jsonDerivation(finding.derivation, sources),
  };
}

function jsonSubjects({ subjects }: Finding, fabric: Fabric | undefined) {
  if (subjects === undefined || fabric === undefined) return null;
  const names = [...subjects.ids.slice(0, mostNames)].map((id) => nameOf(fabric, subjects.of, id));
  return { kind: subjects.of, count: subjects.ids.length, names };
}

/** A number with all it rests on. */
export interface JsonDerivation {
  readonly label: string;
  /** In `unit`; null when it is unknown or without bound. */
  readonly value: number | null;
  readonly unit: string;
  /** As a person reads it. */
  readonly text: string;
  readonly formula: string | null;
  /** How often it counts in the sum it is a term of. */
  readonly times: number;
  readonly source: { readonly kind: string; readonly text: string } | null;
  readonly unknown: string | null;
  readonly location: JsonLocation | null;
  readonly terms: readonly JsonDerivation[];
}

export function jsonDerivation(derivation: Derivation, sources: Sources): JsonDerivation {
  const { label, dimension, value, formula, times, provenance, unknown, origin, terms } = derivation;
  return {
    label,
    value: Number.isFinite(value) ? jsonNumber(value) : null,
    unit: dimension === 'count' ? '1' : canonicalUnit[dimension],
    text: printValue(derivation),
    formula: formula ?? null,
    times: times ?? 1,
    source: provenance === undefined || provenance.kind === 'stated' ? null : provenance,
    unknown: unknown ?? null,
    location: jsonLocation(origin, sources),
    terms: terms.map((each) => jsonDerivation(each, sources)),
  };
}

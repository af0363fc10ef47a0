// What must hold of every analysis, whatever text was analyzed.
import type { Finding } from '@lightloom/core';
import { analyzeText, type Tested, textAnalyzer } from '@lightloom/language/testing';
import { expect } from 'vitest';
import { seriousIn } from '../kit/design.ts';
import { site } from '../kit/examples.ts';

/** Every finding has a message and a place that exists; every gap comes with an error. */
function expectSane({ analysis, document, services }: Tested): void {
  const { findings, fabric } = analysis;
  const own = document.uri.toString();
  for (const finding of findings) {
    expect(finding.message, finding.rule).toMatch(/\S/);
    // A name may be `undefined` or `NaN`.
    const own = finding.message.replace(/`[^`]*`/g, '');
    expect(own, 'a rule or the analysis failed').not.toMatch(/failed: |undefined|NaN|\[object/);
    for (const { origin } of [finding, ...finding.related]) expectWithin(origin, services, finding);
  }
  const { plugs, links, placements, values } = fabric.gaps;
  if (plugs || links || placements || values) {
    // Whatever isn't judged must be reported: otherwise a broken design would pass.
    expect(
      findings.filter((each) => each.severity === 'error').map((each) => each.rule),
      `gaps of ${own}`,
    ).not.toEqual([]);
  }
}

function expectWithin(origin: Finding['origin'], services: Tested['services'], finding: Finding): void {
  const { LangiumDocuments } = services.shared.workspace;
  const document = LangiumDocuments.all.find((each) => each.uri.toString() === origin.uri);
  const length = document?.textDocument.getText().length ?? -1;
  const place = `${finding.rule} at ${origin.uri}:${origin.start}..${origin.end} of ${length}`;
  expect(document, place).toBeDefined();
  expect(origin.start >= 0 && origin.start <= origin.end && origin.end <= length, place).toBe(true);
}

/** Analyzes a text and checks that the analysis is sane. */
export const sane = async (text: string, beside: Readonly<Record<string, string>> = site): Promise<Tested> => {
  const tested = await analyzeText(text, beside);
  expectSane(tested);
  return tested;
};

/** The same for one text after another, with the part library read once. */
export function saneSeries(): (text: string) => Promise<Tested> {
  const analyze = textAnalyzer(site);
  return async (text) => {
    const tested = await analyze(text);
    expectSane(tested);
    return tested;
  };
}

/** Errors and warnings. */
export const serious = ({ analysis }: Tested): Finding[] => seriousIn(analysis);

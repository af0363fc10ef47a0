// What the optics of the library come to, for the tests that compare it with published figures.
import { type LinkBudget, type Part, propertyOf } from '@lightloom/core';
import { textAnalyzer } from '@lightloom/language/testing';
import { libraryImports, partIn, wholeAnalysisOf } from '../../kit/design.ts';

/** Two modules of one PMD over a path. */
export const link = (optics: string, path: string, before = '') => `
import "std/xpo"
import "std/cages"
import "std/copper"
${before}
module type M { form-factor OSFP1600  channels 1 x ${optics}  power 10 W }
switch type Box { height 2 RU  ports p : OSFP1600 }
switch a : Box
switch b : Box
plug M into a.p, b.p
link a.p to b.p over ${path}`;

/** Reads the library once. */
const analyze = textAnalyzer();

export async function budgetOf(text: string): Promise<LinkBudget> {
  const { facts } = (await analyze(text)).analysis;
  return facts.optics.budgets[0] as LinkBudget;
}

/** Every part of the library. */
export const { parts } = (await wholeAnalysisOf(libraryImports())).fabric;

/** A part of the library. */
export const named = (name: string): Part => partIn({ parts }, name);

/** What a part says. */
export const figureOf = (name: string, property: string): unknown => propertyOf(named(name).values, property)?.value;

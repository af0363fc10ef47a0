// Documents about a design: its report, its tables, an explanation.
import { FabricBuilder, factsOf, traceLanes } from '@lightloom/core';
import { delayNextTick, URI, UriUtils } from 'langium';
import type { Analysis } from '../../analysis/analysis.ts';
import { layoutEngine } from '../../pages/index.ts';
import { problemKinds } from '../../problems/problem-kinds.ts';
import type { Answer } from '../../protocol/questions.ts';
import { explain, pagePictures } from '../../session/index.ts';
import { explanationMarkdown, type PlaceOf } from '../wording/markdown.ts';
import { traceMarkdown } from '../wording/trace-markdown.ts';
import type { Printer } from './printer.ts';

/** The text of a file by its address; empty where there is none. */
export type TextOf = (uri: string) => string;

/** The name of a file, as documents show it. */
export function fileName(uri: string): string {
  return UriUtils.basename(URI.parse(uri));
}

/** The context that documents are printed in: without colors. */
export async function printContext(textOf: TextOf) {
  const { sourceTextOf, themeFor } = await import('@lightloom/print');
  return {
    sources: (address: string) => sourceTextOf(fileName(address), textOf(address)),
    theme: themeFor({ flag: false, env: {}, isTerminal: false }),
    width: 120,
  };
}

/** The report of a design, in a format; as a page, with its drawings. */
export async function reportText(
  analysis: Analysis,
  format: string,
  { textOf, printer }: { readonly textOf: TextOf; readonly printer: Printer | undefined },
): Promise<string> {
  const [{ printDocument, reportDocument, usualRows }, { reportOf }] = await Promise.all([
    import('@lightloom/print'),
    import('@lightloom/core'),
  ]);
  const { facts, fabric, findings, judged, uri } = analysis;
  const document = {
    path: fileName(uri),
    findings,
    fabric,
    judged,
    report: reportOf(facts),
    detail: 'full',
    mostRows: usualRows,
    pictures: format === 'html' ? await picturesOf(analysis, printer) : [],
    date: undefined,
  } as const;
  return printDocument(reportDocument, document, await printContext(textOf), format);
}

/** The drawings of a design for its report. */
async function picturesOf(analysis: Analysis, printer: Printer | undefined) {
  const engine = printer === undefined ? undefined : await layoutEngine(printer.startElk);
  return pagePictures(analysis, engine, delayNextTick);
}

/** What a path or a fact of a design comes to. */
export function explainText(analysis: Analysis, asked: string, place: PlaceOf): Answer {
  const found = explain(analysis, asked.trim());
  if ('problems' in found) {
    const [problem] = found.problems;
    return { problem: [problem?.message, problem?.help].filter((each) => each !== undefined).join(' ') };
  }
  const markdown = found.explanations
    .map((each) => explanationMarkdown(each, analysis.facts, place))
    .join('\n\n---\n\n');
  return { markdown };
}

/** The path of the lanes of a port, step by step. */
export function traceText(analysis: Analysis, asked: string): Answer {
  const traces = traceLanes(analysis.facts, asked);
  return typeof traces === 'string' ? { problem: traces } : { markdown: traceMarkdown(traces) };
}

/** What differs between two designs. @param before undefined where there was none */
export async function compareText(
  before: Analysis | undefined,
  after: Analysis,
  { revision, textOf, oldTextOf }: { readonly revision: string; readonly textOf: TextOf; readonly oldTextOf: TextOf },
): Promise<string> {
  const [{ diffDocument, printDocument }, { diffOf }] = await Promise.all([
    import('@lightloom/print'),
    import('@lightloom/core'),
  ]);
  const nothing = { facts: factsOf(new FabricBuilder('').finish(), after.facts.basis), findings: [] };
  const name = fileName(after.uri);
  const side = async (path: string | undefined, design: Analysis | undefined, texts: TextOf) => ({
    path,
    textErrors: (design?.findings ?? []).filter(
      ({ severity, rule }) => severity === 'error' && Object.hasOwn(problemKinds, rule),
    ).length,
    sources: (await printContext(texts)).sources,
  });
  const pair = {
    before: await side(before === undefined ? undefined : `${revision}:${name}`, before, oldTextOf),
    after: await side(name, after, textOf),
    diff: diffOf(before ?? nothing, after),
    facts: undefined,
  };
  const document = { pairs: [pair], settings: [], basis: after.facts.basis };
  return printDocument(diffDocument, document, await printContext(textOf), 'md');
}

// A design for a program, from its analysis.
import {
  type Element,
  type Figure,
  figureOf,
  limitsIn,
  readerOf,
  reportOf,
  type TableExport,
  tableExports,
  verdictOf,
} from '@lightloom/core';
import type { Analysis } from '../analysis/analysis.ts';
import { draw, explain, graphOf, pagePictures, viewsOf } from '../session/index.ts';
import { QuestionError } from './question-error.ts';
import type { Answer, Design, ReportOptions, Table } from './types.ts';

/** @param textOf the text of a file of the design, by its address */
export function designOf(analysis: Analysis, textOf: (address: string) => string | undefined): Design {
  const { facts, findings, judged, plugins, uris } = analysis;
  const reader = readerOf(facts);
  const noView = async (view: string): Promise<never> => {
    const ids = (await viewsOf(analysis)).map(({ id }) => id);
    throw new Error(`There is no view \`${view}\`. The views are: ${ids.join(', ')}.`);
  };
  function fact(question: string): Answer;
  function fact(name: string, of: Element | readonly Element[], point?: string): Figure;
  function fact(name: string, of?: Element | readonly Element[], point?: string): Figure {
    return of === undefined ? answerOf(analysis, name) : reader.fact(name, of, point);
  }
  return {
    ...reader,
    findings,
    limits: {
      judged: limitsIn(judged.judged),
      notJudged: limitsIn(judged.unjudged),
      reasons: judged.reasons.map(({ reason }) => reason),
    },
    files: uris,
    fact,
    explain(path) {
      const found = explain(analysis, path);
      if ('problems' in found) throw errorOf(found.problems);
      return found.explanations.map(({ title, rows }) => ({
        title,
        rows: rows.map(({ name, fact, note }) => ({ name, figure: figureOf(fact), note })),
      }));
    },
    phases: analysis.fabric.phases.map(({ name, title }) => ({ name, title })),
    at(phase) {
      const found = analysis.at(phase);
      if (found !== undefined) return designOf(found, textOf);
      const names = analysis.fabric.phases.map(({ name }) => name);
      throw new Error(`There is no phase \`${phase}\`. The phases are: ${names.join(', ') || 'none'}.`);
    },
    report: (format = 'json', options = {}) => reportText(analysis, textOf, format, options),
    tables: () => [...tableExports, ...plugins.flatMap(({ tables }) => tables)].map((each) => tableOf(each, analysis)),
    views: async () => (await viewsOf(analysis)).map(({ id, title, kind }) => ({ id, title, kind })),
    graph: async (view) => (await graphOf(analysis, view)) ?? noView(view),
    draw: async (view, { theme = 'light', ...options } = {}) =>
      (await draw(analysis, view, { theme, ...options })) ?? noView(view),
    position({ uri, start }) {
      const lines = (textOf(uri) ?? '').slice(0, start).split('\n');
      return { uri, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    },
  };
}

function answerOf(analysis: Analysis, question: string): Answer {
  const { requirement, isLimited, problems } = analysis.question(question);
  if (requirement === undefined)
    throw errorOf(
      problems.map(({ message, help, origin: { start, end } }) => ({ message, help, start, end })),
      question,
    );
  const asked = isLimited ? requirement : { ...requirement, unit: undefined };
  const { value, worst, holds, failed } = verdictOf(analysis.facts, asked);
  return { ...figureOf(value), worst, holds: isLimited ? holds : undefined, failed };
}

type Problem = Pick<QuestionError, 'message' | 'help' | 'start' | 'end'>;

function errorOf([problem]: readonly Problem[], question = ''): QuestionError {
  if (problem !== undefined) return new QuestionError(problem.message, problem.help, problem.start, problem.end);
  const message = `\`${question}\` can't be answered: the design has errors where it is about.`;
  return new QuestionError(message, undefined, 0, question.length);
}

function tableOf({ name, title, doc, columns, rows }: TableExport, { facts }: Analysis): Table {
  return { name, title, doc, columns, rows: () => rows(facts) };
}

async function reportText(
  analysis: Analysis,
  textOf: (address: string) => string | undefined,
  format: 'json' | 'md' | 'html',
  { full = false, engine }: ReportOptions,
): Promise<string> {
  const { facts, fabric, findings, judged, uri } = analysis;
  const { printDocument, reportDocument, sourceTextOf, themeFor, usualRows } = await import('@lightloom/print');
  const nameOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
  const document = {
    path: nameOf(uri),
    findings,
    fabric,
    judged,
    report: reportOf(facts),
    mostRows: full ? Number.POSITIVE_INFINITY : usualRows,
    detail: 'full',
    pictures: format === 'html' ? await pagePictures(analysis, engine) : [],
    date: undefined,
  } as const;
  const sources = (address: string) => sourceTextOf(nameOf(address), textOf(address) ?? '');
  const theme = themeFor({ flag: false, env: {}, isTerminal: false });
  return printDocument(reportDocument, document, { sources, theme, width: 120 }, format);
}

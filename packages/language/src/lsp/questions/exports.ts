// What of a design can be written to a file, and the files: tables, the report, drawings. In the formats that the command line has.
import { type TableExport, tableExports } from '@lightloom/core';
import {
  countFindings,
  formatsOf,
  hasTableFile,
  labelTexts,
  printDocument,
  reportDocument,
  type TableFile,
  tableDocument,
  tableFiles,
  workbookOf,
} from '@lightloom/print';
import type { Analysis } from '../../analysis/analysis.ts';
import { layoutEngine, onSheets, pageOf, placedView, placedViews, writtenAs } from '../../pages/index.ts';
import type { ExportFormat, ExportInfo, ExportParams, ExportResult } from '../../protocol/questions.ts';
import { fileName, printContext, reportText, type TextOf } from './documents.ts';
import type { Printer } from './printer.ts';

/** Formats of a drawing that are text. */
const drawn: readonly ExportFormat[] = [
  { ending: 'svg', title: 'SVG drawing' },
  { ending: 'mmd', title: 'Mermaid' },
  { ending: 'md', title: 'Markdown with Mermaid' },
  { ending: 'd2', title: 'D2' },
  { ending: 'dot', title: 'DOT of Graphviz' },
  { ending: 'drawio', title: 'draw.io' },
];

/** Names of the exports that aren't tables. */
const [report, drawings] = ['report', 'drawings'];

/** What an export is made with. */
export interface ExportSources {
  readonly textOf: TextOf;
  /** Undefined where files that aren't text can't be written. */
  readonly printer: Printer | undefined;
}

/** What of a design can be written to a file: its report and its drawings, then its tables, those of plug-ins too. */
export function exportInfos(analysis: Analysis, printer: Printer | undefined): ExportInfo[] {
  const page = { ending: 'html', title: 'Page for a browser' };
  const pdf = { ending: 'pdf', title: 'PDF, sheets to print' };
  const ofFiles = Object.entries(tableFiles) as [TableFile, string][];
  return [
    {
      name: report,
      title: 'Report',
      doc: 'Verdict, findings, key figures, drawings and tables of the design.',
      formats: inOrder(
        formatsOf(reportDocument).map(({ name, title }) => ({ ending: name, title })),
        'html',
      ),
    },
    {
      name: drawings,
      title: 'Drawings',
      doc: 'All views on one page or on sheets of paper; in other formats the first view.',
      formats: [page, ...(printer === undefined ? [] : [pdf]), ...drawn],
    },
    ...tablesOf(analysis).map(({ name, title, doc }) => ({
      name,
      title,
      doc,
      formats: [
        ...formatsOf(tableDocument).map((each) => ({ ending: each.name, title: each.title })),
        ...ofFiles.flatMap(([ending, what]) =>
          printer === undefined || !hasTableFile(name, ending) ? [] : [{ ending, title: what.replace(/:.*/, '') }],
        ),
      ],
    })),
  ];
}

/** One of them in a format. */
export async function exported(
  analysis: Analysis,
  { name, ending, view, look }: Omit<ExportParams, 'uri'>,
  { textOf, printer }: ExportSources,
): Promise<ExportResult> {
  const format = exportInfos(analysis, printer)
    .find((each) => each.name === name)
    ?.formats.find((each) => each.ending === ending);
  if (format === undefined)
    return {
      problem:
        printer === undefined && Object.hasOwn(tableFiles, ending)
          ? `A browser doesn't write ${ending}; choose another format.`
          : `There is no ${name} as ${ending}.`,
    };
  if (name === report) return { text: await reportText(analysis, ending, { textOf, printer }) };
  if (name === drawings) return drawing(analysis, { ending, view, look }, printer);
  const table = tablesOf(analysis).find((each) => each.name === name);
  return table === undefined
    ? { problem: `There is no table ${name}.` }
    : tableAs(table, ending, analysis, { textOf, printer });
}

async function tableAs(
  table: TableExport,
  ending: string,
  { facts, findings, uri }: Analysis,
  { textOf, printer }: ExportSources,
): Promise<ExportResult> {
  const document = { path: fileName(uri), counts: countFindings(findings), table, by: undefined, facts };
  if (printer !== undefined && ending === 'xlsx') return printer.workbook(workbookOf(document));
  if (printer !== undefined && ending === 'pdf')
    return printer.labels(labelTexts(document), `${table.title} of ${document.path}`);
  return { text: printDocument(tableDocument, document, await printContext(textOf), ending) };
}

/** One view, or all of them where the format can hold them and none is asked for. */
async function drawing(
  analysis: Analysis,
  { ending, view, look }: Pick<ExportParams, 'ending' | 'view' | 'look'>,
  printer: Printer | undefined,
): Promise<ExportResult> {
  const engine = printer === undefined ? undefined : await layoutEngine(printer.startElk);
  if (ending === 'html') {
    const views = await placedViews(analysis, { folded: true }, engine);
    return views.length === 0 ? nothing : { text: await pageOf(analysis, views, view) };
  }
  const isPdf = ending === 'pdf';
  const views =
    isPdf && view === undefined
      ? await placedViews(analysis, { numbered: true }, engine)
      : await placedView(analysis, { view, look, numbered: isPdf }, engine);
  const [first] = views;
  if (first === undefined) return nothing;
  return printer !== undefined && isPdf
    ? printer.sheets(await onSheets(views, 'light'), fileName(analysis.uri))
    : { text: await writtenAs(first.placed, ending) };
}

const nothing: ExportResult = { problem: 'The design has nothing to draw.' };

/** The tables of a design: ours, then those of its plug-ins. */
function tablesOf({ plugins }: Analysis): readonly TableExport[] {
  return [...tableExports, ...plugins.flatMap(({ tables }) => tables)];
}

/** Formats with one of them first. */
function inOrder(formats: readonly ExportFormat[], first: string): ExportFormat[] {
  return [...formats.filter(({ ending }) => ending === first), ...formats.filter(({ ending }) => ending !== first)];
}

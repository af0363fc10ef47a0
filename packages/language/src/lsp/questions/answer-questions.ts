// Answers the questions of a client about designs; nothing of it is loaded before the first.
import { type LangiumDocument, URI } from 'langium';
import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../../analysis/analysis.ts';
import {
  type Answer,
  type CompareParams,
  clientFiles,
  type DesignParams,
  type ExplainParams,
  type ExportInfo,
  type ExportParams,
  type ExportResult,
  type OverviewResult,
  type PlanParams,
  questions,
  type ReportParams,
  type TemplateInfo,
} from '../../protocol/questions.ts';
import type { FabricEditorServices } from '../../services/services.ts';
import type { AsyncFiles } from '../../workspace/file-system.ts';
import { placeIn } from '../hover/hover.ts';
import type { Printer } from './printer.ts';

/** What answers are made with. */
export interface AnswerSources {
  readonly services: FabricEditorServices;
  readonly files: AsyncFiles;
  /** The analysis of a file once its last edit is linked; undefined where there is no such file. */
  readonly current: (uri: string) => Promise<Analysis | undefined>;
  /** Writes files that aren't text; undefined where nothing can. */
  readonly printer: Printer | undefined;
}

/** Answers the requests of `protocol/questions.ts` on a connection. */
export function answerQuestions(connection: Connection, { services, files, current, printer }: AnswerSources): void {
  const { LangiumDocuments: documents } = services.shared.workspace;
  const documentOf = (uri: string): LangiumDocument | undefined => documents.getDocument(URI.parse(uri));
  const textOf = (uri: string): string => documentOf(uri)?.textDocument.getText() ?? '';
  const analysisOf = async (uri: string): Promise<Analysis> => {
    const analysis = await current(uri);
    if (analysis !== undefined) return analysis;
    throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no ${uri}.`);
  };

  connection.onRequest(questions.overview, async ({ uri }: DesignParams): Promise<OverviewResult> => {
    const [analysis, { overviewOf }] = await Promise.all([analysisOf(uri), import('./overview.ts')]);
    return overviewOf(analysis, documents);
  });
  connection.onRequest(questions.report, async ({ uri, format }: ReportParams): Promise<string> => {
    const [analysis, { reportText }] = await Promise.all([analysisOf(uri), import('./documents.ts')]);
    return reportText(analysis, format, { textOf, printer });
  });
  connection.onRequest(questions.exports, async ({ uri }: DesignParams): Promise<ExportInfo[]> => {
    const [analysis, { exportInfos }] = await Promise.all([analysisOf(uri), import('./exports.ts')]);
    return exportInfos(analysis, printer);
  });
  connection.onRequest<ExportResult, void>(
    questions.exportFile,
    async ({ uri, ...wanted }: ExportParams): Promise<ExportResult> => {
      const [analysis, { exported }] = await Promise.all([analysisOf(uri), import('./exports.ts')]);
      return exported(analysis, wanted, { textOf, printer });
    },
  );
  connection.onRequest<Answer, void>(questions.explain, async ({ uri, asked }: ExplainParams): Promise<Answer> => {
    const [analysis, { explainText }] = await Promise.all([analysisOf(uri), import('./documents.ts')]);
    return explainText(analysis, asked, placeIn(documents));
  });
  connection.onRequest<Answer, void>(questions.trace, async ({ uri, asked }: ExplainParams): Promise<Answer> => {
    const [analysis, { traceText }] = await Promise.all([analysisOf(uri), import('./documents.ts')]);
    return traceText(analysis, asked);
  });
  connection.onRequest<Answer, void>(questions.compare, async ({ uri, revision }: CompareParams): Promise<Answer> => {
    const [after, { compareText }, { designIn }] = await Promise.all([
      analysisOf(uri),
      import('./documents.ts'),
      import('./plans.ts'),
    ]);
    const found = await designIn(filesIn(revision, connection), uri).catch((error: unknown) => {
      if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return noRevisions;
      throw error;
    });
    if (found !== undefined && 'problem' in found) return found;
    const oldTextOf = found?.textOf ?? (() => '');
    return { markdown: await compareText(found?.design, after, { revision, textOf, oldTextOf }) };
  });
  connection.onRequest<Answer, void>(questions.fill, async ({ uri }: DesignParams): Promise<Answer> => {
    const { editedFiles, fillText } = await import('./plans.ts');
    return fillText(uri, textOf(uri), editedFiles(files, documents));
  });
  connection.onRequest<Answer, void>(questions.plan, async (request: PlanParams): Promise<Answer> => {
    const { editedFiles, planText } = await import('./plans.ts');
    return planText(request, editedFiles(files, documents));
  });
  connection.onRequest(
    questions.switchTypes,
    async (): Promise<string[]> => (await import('./plans.ts')).switchTypes(),
  );
  connection.onRequest(questions.templates, async (): Promise<TemplateInfo[]> => {
    const { templates, titleOf } = await import('../../../templates/index.ts');
    return templates.map((each) => ({ ...each, title: titleOf(each) }));
  });
}

/** The answer to a client that reads no revisions. */
const noRevisions: { readonly problem: string } = {
  problem: "This editor can't read a revision; `lightloom diff` compares with one.",
};

/** The files of a repository as they were in a revision; the client reads them. */
function filesIn(revision: string, connection: Connection): AsyncFiles {
  const read = (uri: URI): Promise<string | null> =>
    connection.sendRequest<string | null>(clientFiles.readRevision, { uri: uri.toString(), revision });
  return {
    stat: async (uri) => ({ isFile: (await read(uri)) !== null, isDirectory: false, uri }),
    exists: async (uri) => (await read(uri)) !== null,
    async readFile(uri) {
      const text = await read(uri);
      if (text === null) throw new Error(`${uri.toString()} isn't in ${revision}.`);
      return text;
    },
    readDirectory: async () => [],
  };
}

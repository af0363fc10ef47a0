// Questions to the server about a design: what `protocol/questions.ts` lists.
import {
  type Answer,
  type CompareParams,
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
} from '@lightloom/language/protocol';
import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export interface Ask {
  overview(file: Uri): Promise<OverviewResult>;
  report(file: Uri, format: ReportParams['format']): Promise<string>;
  exports(file: Uri): Promise<readonly ExportInfo[]>;
  exportFile(file: Uri, wanted: Omit<ExportParams, 'uri'>): Promise<ExportResult>;
  explain(file: Uri, asked: string): Promise<Answer>;
  trace(file: Uri, asked: string): Promise<Answer>;
  compare(file: Uri, revision: string): Promise<Answer>;
  fill(file: Uri): Promise<Answer>;
  switchTypes(): Promise<readonly string[]>;
  plan(request: PlanParams): Promise<Answer>;
  templates(): Promise<readonly TemplateInfo[]>;
}

/** Questions over a client that is or will be started. */
export function createAsk(client: BaseLanguageClient): Ask {
  const ask = <P, R>(method: string, params: P): Promise<R> => client.sendRequest<R>(method, params);
  const uri = (file: Uri): string => client.code2ProtocolConverter.asUri(file);
  return {
    overview: (file) => ask<DesignParams, OverviewResult>(questions.overview, { uri: uri(file) }),
    report: (file, format) => ask<ReportParams, string>(questions.report, { uri: uri(file), format }),
    exports: (file) => ask<DesignParams, readonly ExportInfo[]>(questions.exports, { uri: uri(file) }),
    exportFile: (file, wanted) => ask<ExportParams, ExportResult>(questions.exportFile, { uri: uri(file), ...wanted }),
    explain: (file, asked) => ask<ExplainParams, Answer>(questions.explain, { uri: uri(file), asked }),
    trace: (file, asked) => ask<ExplainParams, Answer>(questions.trace, { uri: uri(file), asked }),
    compare: (file, revision) => ask<CompareParams, Answer>(questions.compare, { uri: uri(file), revision }),
    fill: (file) => ask<DesignParams, Answer>(questions.fill, { uri: uri(file) }),
    switchTypes: () => ask<object, readonly string[]>(questions.switchTypes, {}),
    plan: (request) => ask<PlanParams, Answer>(questions.plan, request),
    templates: () => ask<object, readonly TemplateInfo[]>(questions.templates, {}),
  };
}

// From a finding to what an editor shows.
import type { Finding, Origin } from '@lightloom/core';
import { visible, visibleLines } from '@lightloom/print/shown';
import { type LangiumDocuments, URI } from 'langium';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver-types';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
} as const;

/** Range of an origin in its document. */
export function rangeOf(documents: LangiumDocuments, origin: Origin): Range | undefined {
  const document = documents.getDocument(URI.parse(origin.uri))?.textDocument;
  if (document === undefined) return undefined;
  return { start: document.positionAt(origin.start), end: document.positionAt(origin.end) };
}

/** A finding as a diagnostic of the document it is in. */
export function toDiagnostic(finding: Finding, documents: LangiumDocuments): Diagnostic {
  const consequences = finding.consequences.map((each) => `also: ${each}`);
  const help = finding.help === undefined ? [] : [`help: ${finding.help}`];
  const related = finding.related.flatMap(({ origin, message }) => {
    const range = rangeOf(documents, origin);
    return range === undefined ? [] : [{ location: { uri: origin.uri, range }, message: visible(message) }];
  });
  return {
    range: rangeOf(documents, finding.origin) ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: severities[finding.severity],
    code: finding.rule,
    source: 'lightloom',
    message: visibleLines([finding.message, ...help, ...consequences].join('\n')),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    ...(finding.rule === 'control/unused-allow' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

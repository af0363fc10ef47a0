// From a finding to what an editor shows.
import { concernedText, type Fabric, type Finding, type Origin } from '@lightloom/core';
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

/**
 * A finding as a diagnostic of the document it is in.
 * @param fabric what it was found in, to say how much of it is concerned
 */
export function toDiagnostic(finding: Finding, documents: LangiumDocuments, fabric?: Fabric): Diagnostic {
  const concerned = concernedText(finding, fabric);
  const concerns = concerned === undefined ? [] : [`concerns: ${concerned}`];
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
    message: visibleLines([finding.message, ...concerns, ...help, ...consequences].join('\n')),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    ...(isUnneeded(finding) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** Whether a finding is about text that has no effect. */
function isUnneeded({ rule }: Finding): boolean {
  return rule === 'control/unused-allow' || rule.startsWith('unused/');
}

// Code actions: the fixes of findings at their place, all safe ones of a file, and what puts a file in order.
import { applyFixes, type Finding, type Fix, type Remedy } from '@lightloom/core';
import { Cancellation, interruptAndCheck, type LangiumDocument, type LangiumDocuments, URI } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import type { CodeActionParams } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analyses } from '../../analysis/analyses.ts';
import { inSlices } from '../../analysis/slices.ts';
import { rangeOf } from '../../diagnostics/to-diagnostic.ts';
import { toTextEdit } from '../../diagnostics/to-text-edit.ts';
import type { Symbols } from '../../references/symbols.ts';
import { allowing } from '../../remedies/allowed.ts';
import { Remedies } from '../../remedies/written.ts';
import type { LibraryNames } from '../../workspace/library-names.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { choicesFor, choosesPart } from './choices/choices.ts';
import { withPlaceholders } from './fill-in.ts';
import { figuresOfAlike, givenByAuthor, ownTypes, sourcesByAuthor } from './missing-figures.ts';
import { organizedImports, sortedProperties } from './source-actions.ts';
import { breaksAnother, faultsOf, isGone, isTooLargeToTry, isUnknownOf, type Trials } from './trials.ts';
import { workspaceFixes } from './workspace-fixes.ts';

/** The kinds of actions that the server has. */
export const codeActionKinds: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  `${CodeActionKind.SourceFixAll}.lightloom`,
  CodeActionKind.SourceOrganizeImports,
  'source.sortProperties',
];
const [, fixAll, organizeImports, sortProperties] = codeActionKinds as readonly [string, string, string, string];

/** Parts that are offered for one finding; how long they are looked for, in ms, and how many are tried however long that takes. */
const maxChoices = 3;
const maxTime = 400;
const leastTried = 12;

/** What actions are made with. */
interface QuickFixServices {
  readonly analyses: Analyses;
  readonly documents: LangiumDocuments;
  readonly symbols: Symbols;
  readonly library: LibraryNames;
  readonly trials: Trials;
  readonly catalogue: Catalogue;
  /** Whether the client takes edits with places to fill in. */
  readonly hasSnippetEdits: () => boolean;
}

export class QuickFixes implements CodeActionProvider {
  private readonly services: QuickFixServices;

  constructor(services: QuickFixServices) {
    this.services = services;
  }

  async getCodeActions(
    document: LangiumDocument,
    params: CodeActionParams,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<CodeAction[]> {
    const { analyses } = this.services;
    const { only } = params.context;
    const wants = (kind: string): boolean =>
      only === undefined
        ? !kind.startsWith('source')
        : only.some((each) => kind === each || kind.startsWith(`${each}.`));
    // What cures a finding depends on the whole design; at most places there is none.
    if (findingsAt(analyses.findingsIn(document), document, params).length > 0)
      await inSlices(analyses.judging(document), cancelToken);
    const findings = analyses.findingsIn(document);
    return [
      ...(wants(CodeActionKind.QuickFix) ? await this.quickFixes(document, findings, params, cancelToken) : []),
      ...(wants(fixAll) ? this.allFixes(document, findings) : []),
      ...(wants(organizeImports) ? this.inOrder(document, findings) : []),
      ...(wants(sortProperties)
        ? sourceAction('Sort properties', sortProperties, document, sortedProperties(document))
        : []),
    ];
  }

  private async quickFixes(
    document: LangiumDocument,
    findings: readonly Finding[],
    params: CodeActionParams,
    cancelToken: Cancellation.CancellationToken,
  ) {
    const actions: CodeAction[] = [];
    for (const finding of findingsAt(findings, document, params)) {
      await interruptAndCheck(cancelToken);
      for (const [rank, fix] of (await this.fixesOf(finding, document)).entries()) {
        const action = this.action(finding, { fix, rank }, params);
        // Two findings may have the same cure.
        if (action !== undefined && !actions.some((each) => isSame(each, action))) actions.push(action);
      }
    }
    return actions;
  }

  /** What fixes a finding: what it knows itself, what the workspace has, other parts, and an allowance at last. */
  private async fixesOf(finding: Finding, document: LangiumDocument): Promise<readonly Fix[]> {
    const { analyses, documents, symbols } = this.services;
    const fixes = [...finding.fixes, ...workspaceFixes(finding, document, { documents, symbols })];
    const byAuthor = [
      ...givenByAuthor(finding, documents),
      ...ownTypes(finding, document),
      ...sourcesByAuthor(finding, document),
    ];
    const design = analyses.designOf(finding, document);
    if (design === undefined || (finding.subjects === undefined && finding.lacks === undefined))
      return [...fixes, ...byAuthor];
    const { fabric } = analyses.of(design);
    const known =
      finding.lacks === undefined
        ? []
        : figuresOfAlike(finding, fabric, await this.services.catalogue.read(), documents);
    const fit = await this.tried([...fixes, ...known], finding, design);
    const allowance = allowing(finding, fabric, document);
    const chosen = await this.choices(finding, design);
    return [...fit, ...chosen, ...byAuthor, ...(allowance === undefined ? [] : [allowance])];
  }

  /** Fixes without those that change the design and cure nothing: what they are for is still found, or more than before. */
  private async tried(fixes: readonly Fix[], finding: Finding, design: LangiumDocument): Promise<readonly Fix[]> {
    const { analyses, trials } = this.services;
    const uri = design.uri.toString();
    const before = analyses.of(design);
    if (isTooLargeToTry(before.fabric)) return fixes;
    const until = performance.now() + maxTime;
    const found: Fix[] = [];
    for (const [i, fix] of fixes.entries()) {
      const isTried = fix.changesDesign === true && (i < leastTried || performance.now() < until);
      const after = isTried ? await trials.after(uri, fix) : undefined;
      if (after === undefined || (isGone(finding, before, after) && faultsOf(after) <= faultsOf(before)))
        found.push(fix);
    }
    return found;
  }

  /** Fixes that choose another part, each tried: what it leaves is less than what was found before. */
  private async choices(finding: Finding, design: LangiumDocument): Promise<readonly Fix[]> {
    const { analyses, trials, symbols, library, catalogue } = this.services;
    const before = analyses.of(design);
    if (!choosesPart(finding) || isTooLargeToTry(before.fabric)) return [];
    const remedies = choicesFor(finding, before.fabric, await catalogue.read());
    const writer = new Remedies([design], { symbols, library });
    const until = performance.now() + maxTime;
    const found: Fix[] = [];
    for (const [i, each] of remedies.entries()) {
      if (found.length === maxChoices || (i >= leastTried && performance.now() > until)) break;
      const fix = writer.fixOf(each);
      if (fix === undefined || finding.fixes.some(({ title }) => title === fix.title)) continue;
      const after = await trials.after(design.uri.toString(), fix);
      if (after === undefined || !isGone(finding, before, after) || faultsOf(after) >= faultsOf(before)) continue;
      if (breaksAnother(before, after)) continue;
      if (!namedBy(each).some((part) => isUnknownOf(part, finding, after))) found.push(fix);
    }
    return found;
  }

  private action(
    finding: Finding,
    { fix, rank }: { readonly fix: Fix; readonly rank: number },
    { context }: CodeActionParams,
  ): CodeAction | undefined {
    const { documents } = this.services;
    const changes: Record<string, TextEdit[]> = {};
    for (const edit of fix.edits) {
      const { uri } = edit.origin;
      const document = documents.getDocument(URI.parse(uri));
      if (document === undefined) return undefined;
      changes[uri] = [...(changes[uri] ?? []), toTextEdit(edit, document)];
    }
    const { start } = rangeOf(documents, finding.origin) ?? {};
    const diagnostics = context.diagnostics.filter(
      (each) =>
        each.code === finding.rule &&
        each.range.start.line === start?.line &&
        each.range.start.character === start.character,
    );
    // Of several guesses none is better than the others.
    const isChoice = !fix.isSafe && finding.fixes.length > 1;
    const isPreferred = rank === 0 && !isChoice && fix.changesDesign !== true && fix.toFillIn === undefined;
    const edit = this.edited(changes, fix);
    return { title: fix.title, kind: CodeActionKind.QuickFix, isPreferred, diagnostics, edit };
  }

  /** Edits as the client takes them: with places to fill in, where the fix has some. */
  private edited(changes: Readonly<Record<string, TextEdit[]>>, { toFillIn }: Fix): WorkspaceEdit {
    if (toFillIn === undefined || !this.services.hasSnippetEdits()) return { changes };
    return {
      documentChanges: Object.entries(changes).map(([uri, edits]) => ({
        textDocument: { uri, version: null },
        edits: edits.map((each) => withPlaceholders(each, toFillIn)),
      })),
    };
  }

  /** All fixes of a file that can't change what it means, as `lightloom check --fix` applies them. */
  private allFixes(document: LangiumDocument, findings: readonly Finding[]): CodeAction[] {
    const uri = document.uri.toString();
    const text = document.textDocument.getText();
    const safe = findings.flatMap(({ fixes }) => fixes.find((each) => each.isSafe) ?? []);
    const { changed, count } = applyFixes(new Map([[uri, text]]), safe);
    const newText = changed.get(uri);
    if (newText === undefined) return [];
    return sourceAction(`Fix all safe problems (${count})`, fixAll, document, [difference(document, newText)]);
  }

  private inOrder(document: LangiumDocument, findings: readonly Finding[]): CodeAction[] {
    const unused = new Set(findings.flatMap(({ rule, origin }) => (rule === 'unused/import' ? [origin.start] : [])));
    return sourceAction('Organize imports', organizeImports, document, organizedImports(document, unused));
  }
}

/** The parts that a remedy names. */
function namedBy({ changes }: Remedy): readonly string[] {
  return changes.flatMap((each) => ('part' in each ? (each.part ?? []) : []));
}

/** The findings that touch the range that is asked about. */
function findingsAt(
  findings: readonly Finding[],
  { textDocument }: LangiumDocument,
  { range }: CodeActionParams,
): readonly Finding[] {
  const [start, end] = [textDocument.offsetAt(range.start), textDocument.offsetAt(range.end)];
  return findings.filter(({ origin }) => origin.start <= end && start <= origin.end);
}

function isSame(a: CodeAction, b: CodeAction): boolean {
  return a.title === b.title && JSON.stringify(a.edit) === JSON.stringify(b.edit);
}

/** The edit from the text of a document to another one: of what lies between the first and the last difference. */
function difference({ textDocument }: LangiumDocument, after: string): TextEdit {
  const before = textDocument.getText();
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const range = { start: textDocument.positionAt(start), end: textDocument.positionAt(before.length - end) };
  return { range, newText: after.slice(start, after.length - end) };
}

function sourceAction(title: string, kind: string, document: LangiumDocument, edits: TextEdit[]): CodeAction[] {
  return edits.length === 0 ? [] : [{ title, kind, edit: { changes: { [document.uri.toString()]: edits } } }];
}

// Analyses of designs whose texts have since changed in nothing that they read: they are moved instead of made again.
import { byPlace, type Finding, findingsOfStages, type Origin, type Severities } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { addressOf, editsBetween, joined, type TextChange, type TextEdit, wholeText } from '../parse/index.ts';
import {
  type Analysis,
  type AnalysisOptions,
  type AnalysisServices,
  type FilesAnalysis,
  type JudgedFiles,
  writtenDown,
} from './analysis.ts';
import { type Changes, movedAnalysis, movedFinding, placeAfter } from './moved.ts';
import { isLibrary, textFindings } from './text-findings.ts';
import { isUnread } from './unread-numbers.ts';

/** More places in which texts differ are not kept apart: then it is faster to make the analysis again. */
const maxChanges = 30;

/** An analysis, and what it was made of. */
export interface Made {
  readonly analysis: Analysis;
  readonly whole: FilesAnalysis;
  readonly files: readonly ast.FabricFile[];
}

/** An analysis that was moved. */
export interface Move {
  readonly made: Made;
  /** The files as they are after the changes. */
  readonly files: readonly ast.FabricFile[];
  readonly changes: Changes;
  readonly analysis: Analysis;
}

/**
 * An analysis moved to files as they are now; undefined where something has changed that it reads, or where more than the statements
 * counts: a rule of a plug-in may look at anything.
 * @param last the last time that it was moved
 */
export function moveTo(
  { made, last }: { readonly made: Made; readonly last: Move | undefined },
  files: readonly ast.FabricFile[],
  services: AnalysisServices,
  options: AnalysisOptions & { readonly severities: Severities },
): Move | undefined {
  const { whole, analysis } = made;
  const { judged } = whole;
  if (judged.hasHouseRules || judged.house.length > 0) return undefined;
  if (options.settings !== undefined && options.settings.length > 0) return undefined;
  const changes =
    (last?.made === made ? changesTo(files, last) : undefined) ??
    changesTo(files, { files: made.files, changes: new Map() });
  if (changes === undefined) return undefined;
  const now = placeAfter(changes);
  const stages = judged.stages.map((each) => {
    const findings = each.analyzed.findings.map((finding) => movedFinding(finding, now));
    return { ...each, analyzed: { ...each.analyzed, findings } };
  });
  const problems = judged.problems.length === 0 ? [] : problemsNow(judged, files, services, now);
  const { stages: written, aside } = writtenDown({ ...judged, stages, problems }, files, services, options);
  // Only the design itself has these, and they are about whole statements.
  const unused = analysis.findings
    .filter(({ rule }) => rule.startsWith('unused/'))
    .map((each) => movedFinding(each, now));
  const findings = [...aside, ...findingsOfStages(written), ...unused].sort(byPlace);
  return { made, files, changes, analysis: { ...movedAnalysis(analysis, changes), findings } };
}

/** Problems of the text and of what it means: statements are on one line that were so before. */
function problemsNow(
  { elaborated }: JudgedFiles,
  files: readonly ast.FabricFile[],
  services: AnalysisServices,
  now: (there: Origin) => Origin,
): readonly Finding[] {
  const read = files.flatMap(({ $document: each }) => each ?? []);
  const own = read.filter((each) => !isLibrary(each));
  return [...textFindings(read, own, services), ...elaborated.problems.map((each) => movedFinding(each, now))];
}

/** The changes of files up to a state, after those that are known; undefined where more than what is between statements has changed. */
function changesTo(
  files: readonly ast.FabricFile[],
  { files: before, changes: known }: Pick<Move, 'files' | 'changes'>,
): Changes | undefined {
  if (files.length !== before.length) return undefined;
  const changes = new Map(known);
  for (const [i, file] of files.entries()) {
    const was = before[i];
    if (was === file) continue;
    const uri = addressOf(file);
    if (was === undefined || addressOf(was) !== uri) return undefined;
    if (wholeText(was) === wholeText(file)) continue;
    const edits = editsBetween(was, file);
    if (edits?.every((each) => isUnreadBy(files, file, each)) !== true) return undefined;
    const all = edits.reduce((before, { change }) => followedBy(before, change), changes.get(uri) ?? []);
    if (all.length > maxChanges) return undefined;
    changes.set(uri, all);
  }
  return changes;
}

/** Whether some files read nothing of what an edit of one of them has changed. */
function isUnreadBy(files: readonly ast.FabricFile[], file: ast.FabricFile, { of }: TextEdit): boolean {
  return of === 'trivia' || (of !== 'more' && isUnread(of.numberOf, file, files));
}

/** Changes with one more, which is made one with the last where it goes on with it. */
function followedBy(changes: readonly TextChange[], next: TextChange): readonly TextChange[] {
  const last = changes.at(-1);
  const both = last === undefined ? undefined : joined(last, next);
  return both === undefined ? [...changes, next] : [...changes.slice(0, -1), both];
}

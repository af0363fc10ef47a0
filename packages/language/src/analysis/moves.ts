// Analyses of designs whose texts have since changed in nothing that they read, or in lengths of links: they are moved instead of made again.
import {
  type Askers,
  byPlace,
  type Finding,
  findingsOfStages,
  type Origin,
  type Severities,
  type Steps,
} from '@lightloom/core';
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
import { areSameLengths, type JudgedLengths, judgedWith, type OtherLengths, withEdit } from './lengths.ts';
import { type Changes, movedAnalysis, movedFinding, placeAfter, placeBefore } from './moved.ts';
import { isLibrary, textFindings } from './text-findings.ts';
import { isUnread } from './unread-numbers.ts';

/** More places in which texts differ are not kept apart: then it is faster to make the analysis again. */
const maxChanges = 30;

/** An analysis, and what it was made of. */
export interface Made {
  readonly analysis: Analysis;
  readonly whole: FilesAnalysis;
  readonly files: readonly ast.FabricFile[];
  /** Of one with other lengths than those in the files: what they are. */
  readonly measured?: JudgedLengths;
}

/** Files that differ from those of an analysis in nothing but spaces, comments, lengths of links, and numbers that nobody reads. */
export interface Reached {
  /** The files as they are after the changes. */
  readonly files: readonly ast.FabricFile[];
  readonly changes: Changes;
  readonly lengths: OtherLengths;
}

/** An analysis that was moved. */
export interface Move extends Reached {
  readonly made: Made;
  readonly analysis: Analysis;
}

/**
 * How some files differ from those of an analysis; undefined where something else has changed, or where more than the statements counts: a
 * rule of a plug-in may look at anything.
 * @param last the last time that it was moved
 */
export function reach(
  { made, last }: { readonly made: Made; readonly last: Reached | undefined },
  files: readonly ast.FabricFile[],
  { settings = [] }: AnalysisOptions,
): Reached | undefined {
  const { judged } = made.whole;
  if (judged.hasHouseRules || judged.house.length > 0 || settings.length > 0) return undefined;
  return (
    (last === undefined ? undefined : reachedFrom(last, files)) ??
    reachedFrom({ files: made.files, changes: new Map(), lengths: new Map() }, files)
  );
}

/** An analysis that was judged with the lengths of some files, moved to them as they are now. */
export function moveTo(
  made: Made,
  { files, changes, lengths }: Reached,
  services: AnalysisServices,
  options: AnalysisOptions & { readonly severities: Severities },
): Move {
  const { whole, analysis } = made;
  const { judged } = whole;
  const now = placeAfter(changes);
  const stages = judged.stages.map((each) => {
    const findings = each.analyzed.findings.map((finding) => movedFinding(finding, now));
    return { ...each, analyzed: { ...each.analyzed, findings } };
  });
  const problems = judged.problems.length === 0 ? [] : problemsNow(judged, files, services, now);
  const { stages: written, aside } = writtenDown({ ...judged, stages, problems }, files, services, options);
  const unused = unusedIn(analysis).map((each) => movedFinding(each, now));
  const findings = [...aside, ...findingsOfStages(written), ...unused].sort(byPlace);
  return { made, files, changes, lengths, analysis: { ...movedAnalysis(analysis, changes), findings } };
}

/** Whether an analysis was judged with the lengths that links have in some files. */
export function hasLengths({ measured }: Made, { lengths }: Reached): boolean {
  return areSameLengths(measured?.lengths ?? new Map(), lengths);
}

/** What was judged again with the lengths of some files, in steps; undefined where it must be made again. */
export function* measuredAs(
  { whole, measured }: Made,
  { lengths }: Reached,
  askers: Askers,
  options: AnalysisOptions,
): Steps<{ readonly whole: FilesAnalysis; readonly measured: JudgedLengths } | undefined> {
  const before = measured ?? { judged: whole.judged, lengths: new Map(), stands: undefined };
  const again = yield* judgedWith(before, lengths, askers, options);
  if (again === undefined) return undefined;
  const { judged } = again;
  const { stages, elaborated } = judged;
  const findings = [...whole.aside, ...findingsOfStages(stages)].sort(byPlace);
  return { whole: { ...whole, elaborated, stages, judged, findings }, measured: again };
}

/** What is said of declarations that nothing uses: only the design itself has these, and they are about whole statements. */
export function unusedIn({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ rule }) => rule.startsWith('unused/'));
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

/** What leads to some files, after what is known; undefined where more than what can be moved has changed. */
function reachedFrom(
  { files: before, changes: known, lengths: knownLengths }: Reached,
  files: readonly ast.FabricFile[],
): Reached | undefined {
  if (files.length !== before.length) return undefined;
  const changes = new Map(known);
  let lengths = knownLengths;
  for (const [i, file] of files.entries()) {
    const was = before[i];
    if (was === file) continue;
    const uri = addressOf(file);
    if (was === undefined || addressOf(was) !== uri) return undefined;
    if (wholeText(was) === wholeText(file)) continue;
    const edits = editsBetween(was, file);
    if (edits === undefined) return undefined;
    let all = changes.get(uri) ?? [];
    for (const { change, of } of edits) {
      const isLength = typeof of === 'object' && 'link' in of;
      if (isLength) lengths = withEdit(lengths, placeBefore(all, { uri, start: of.link, end: of.link }), of);
      else if (!isUnreadBy(files, file, of)) return undefined;
      all = followedBy(all, isLength ? of.number : change);
    }
    if (all.length > maxChanges) return undefined;
    changes.set(uri, all);
  }
  return { files, changes, lengths };
}

/** Whether some files read nothing of what an edit of one of them has changed. */
function isUnreadBy(files: readonly ast.FabricFile[], file: ast.FabricFile, of: TextEdit['of']): boolean {
  return of === 'trivia' || (typeof of === 'object' && 'numberOf' in of && isUnread(of.numberOf, file, files));
}

/** Changes with one more, which is made one with the last where it goes on with it. */
function followedBy(changes: readonly TextChange[], next: TextChange): readonly TextChange[] {
  const last = changes.at(-1);
  const both = last === undefined ? undefined : joined(last, next);
  return both === undefined ? [...changes, next] : [...changes.slice(0, -1), both];
}

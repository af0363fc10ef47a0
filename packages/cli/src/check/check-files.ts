// Checks files: reads them, and works out what is printed and written, and what the run ends with.
import { printCount } from '@lightloom/core';
import {
  countLimits,
  countText,
  type FindingsDocument,
  findingsDocument,
  summaryText,
  visible,
} from '@lightloom/print';
import { suppressedFindings } from '../baseline/suppressed-findings.ts';
import { useBaseline } from '../baseline/use-baseline.ts';
import { gatheredFindings } from '../input/gathered-findings.ts';
import { openAll } from '../input/open-all.ts';
import { settingProblems } from '../input/setting-problems.ts';
import type { Output } from '../input/several-outputs.ts';
import { isTextError } from '../input/topics.ts';
import type { Workspace } from '../input/workspace.ts';
import { saying } from '../output/deliver.ts';
import { jobSummary, type Outcome, type Piece } from '../output/outcome.ts';
import { plainMarkdown, printed } from '../output/printed.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { progressOf } from '../process/progress.ts';
import type { CheckOptions } from './check-options.ts';
import { findingsOfRun } from './findings-of-run.ts';

/** The files of a run, and what they are checked with. */
export interface CheckRun {
  /** Absolute paths; `-` alone for the standard input. */
  readonly files: readonly string[];
  /** How many folders and links could not be searched. */
  readonly unreadable: number;
  /** Whether folders and patterns leave a file out, by its absolute path. */
  readonly isIgnored: (path: string) => Promise<boolean>;
  readonly options: CheckOptions;
  /** None for a run that prints no findings. */
  readonly outputs: readonly Output[];
  readonly workspace: Workspace;
  readonly io: Io;
  /** The version of the program. */
  readonly version: string;
  /** Whether files are as they would be with fixes that aren't written. */
  readonly wouldChange?: boolean;
}

/** What a check found out. */
export interface Checked {
  readonly outcome: Outcome;
  /** The result in a few words. */
  readonly result: string;
}

/** Checks files. Nothing is printed, and nothing is written but a baseline where that is asked for. */
export async function checkFiles(run: CheckRun): Promise<Checked> {
  const { options, workspace, io, version } = run;
  const progress = progressOf(io, 'checking', options);
  const { designs, problems } = await openAll(run.files, workspace, options.stdinFilename, progress);
  progress.end();
  const unset = settingProblems(designs);
  const said = (unset.length > 0 ? unset : problems).map((each): Piece => toError(saying(each)));
  if (unset.length > 0) return notChecked(said);

  const unreadable = run.unreadable + problems.length;
  const all = gatheredFindings(designs, workspace);
  const isPartial = unreadable > 0 || all.some(({ finding }) => isTextError(finding));
  const { isIgnored } = run;
  const { disk } = workspace;
  const baseline = await useBaseline({ designs, findings: all, isPartial, isIgnored, cwd: io.cwd, disk }, options);
  if (typeof baseline === 'string') return notChecked([...said, toError(saying(baseline))]);
  const accepted = options.reportSuppressed === true ? suppressedFindings(designs, workspace, baseline) : [];
  const document = findingsOfRun(designs, { left: baseline.findings, accepted }, { options, unreadable, version });
  const verdict = verdictOn(document, run, baseline.isStale);
  const pieces = [
    ...said,
    ...documentPieces(document, run),
    ...baseline.said.map(({ message, severity }) => toError(saying(message, severity))),
    ...verdict.said.map((each) => toError(saying(each))),
  ];
  return { outcome: { pieces, code: verdict.code }, result: resultText(document) };
}

/** What comes of files that can't be checked. */
export function notChecked(pieces: readonly Piece[]): Checked {
  return { outcome: { pieces, code: exitCode.usage }, result: 'nothing checked' };
}

function resultText({ counts, unreadable }: FindingsDocument): string {
  const found = [unreadable > 0 ? `${unreadable} unreadable` : '', countText(counts)].filter((each) => each !== '');
  return found.length === 0 ? '0 problems' : found.join(', ');
}

const toError = (text: string): Piece => ({ to: 'stderr', text });

/** The findings in each format that is asked for, and what goes with them. */
function documentPieces(document: FindingsDocument, { options, outputs, workspace, io }: CheckRun): Piece[] {
  const { format: _, output: __, ...shared } = options;
  const { config } = options;
  const pieces = outputs.map(
    (each): Piece => ({
      to: 'output',
      text: printed(findingsDocument, document, { ...shared, ...each }, { io, sources: workspace.source }),
      ...(each.output === undefined ? {} : { output: each.output }),
      ...(config === undefined ? {} : { config }),
    }),
  );
  if (jobSummary(io) !== undefined && outputs.some(({ format }) => format === 'github'))
    pieces.push({ to: 'job summary', text: `${plainMarkdown(findingsDocument, document, workspace.source)}\n` });
  if (outputs.length > 0 && outputs.every(({ output }) => output !== undefined))
    pieces.push(toError(`${visible(summaryText(document))}\n`));
  return pieces;
}

/** What the run ends with, and what has to be said about that. */
function verdictOn(
  { counts, judged, unreadable }: FindingsDocument,
  { options, wouldChange = false }: CheckRun,
  isStale: boolean,
): { readonly said: readonly string[]; readonly code: ExitCode } {
  const limit = options.errorOnWarning === true ? 0 : (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  const overLimit = counts.warning > limit;
  const { open } = countLimits(judged.map((each) => each.judged));
  const isOpen = options.errorOnUnjudged === true && open > 0;
  const said: string[] = [];
  if (overLimit && counts.error === 0)
    said.push(`${printCount(counts.warning, 'warning')}; ${limit === 0 ? 'none is' : `at most ${limit} are`} allowed.`);
  if (isOpen && counts.error === 0)
    said.push(`Some limits aren't judged (${printCount(open, 'reason')}); --error-on-unjudged allows none.`);
  if (unreadable > 0) return { said, code: exitCode.usage };
  const fails = counts.error > 0 || overLimit || isOpen || isStale || wouldChange;
  return { said, code: fails && options.exitZero !== true ? exitCode.findings : exitCode.clean };
}

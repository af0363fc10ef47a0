// `lightloom check`: what is wrong with some files, and whether a build may go on.
import { type Finding, fingerprintsOf, printCount } from '@lightloom/core';
import { reasonOf } from '@lightloom/language/disk';
import {
  countFindings,
  countLimits,
  type FindingsDocument,
  findingsDocument,
  printDocument,
  type Sources,
  summaryText,
  themeFor,
  visible,
} from '@lightloom/print';
import { InvalidArgumentError } from 'commander';
import { basisOf, type DesignOptions } from '../input/design-options.ts';
import { type Gathered, gatheredFindings } from '../input/gathered-findings.ts';
import { settingProblems } from '../input/setting-problems.ts';
import { type Output, outputsOf, type SeveralOutputs } from '../input/several-outputs.ts';
import { allTopics } from '../input/topics.ts';
import type { OpenedFile, Workspace } from '../input/workspace.ts';
import { exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { defineCommand } from './command.ts';
import { addDesignOptions } from './design-options.ts';
import { addFiles, type FileOptions, filesOf } from './file-arguments.ts';
import { deliverDocument, type PrintOptions, say } from './output.ts';

interface CheckOptions extends Omit<PrintOptions, keyof Output>, SeveralOutputs, DesignOptions, FileOptions {
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly errorOnWarning?: boolean;
  readonly errorOnUnjudged?: boolean;
  readonly exitZero?: boolean;
  readonly explain?: boolean;
}

export const command = defineCommand<CheckOptions, [readonly string[]]>({
  name: 'check',
  summary: 'find problems in .fabric files',
  description: 'Finds problems in .fabric files: in the text, and in the design it describes.',
  exits: {
    0: 'no errors, and no more warnings than allowed; notes never fail a build',
    1: "errors, too many warnings, or with --error-on-unjudged a limit that can't be judged",
  },
  prints: [findingsDocument],
  writesSeveral: true,
  notes: `In GitHub Actions, the format github also writes the findings to the summary of the job. A job that uploads a SARIF file does so
even when the check fails: add \`if: always()\` to that step.`,
  examples: [
    { line: 'check', does: 'every .fabric file below this folder' },
    { line: 'check xpo-pod.fabric torus.fabric', does: 'files and folders' },
    { line: 'check "**/*-pod.fabric"', does: 'a pattern, the same on every system' },
    { line: 'check xpo-pod.fabric --quiet', does: 'errors only' },
    { line: 'check torus.fabric --error-on-unjudged', does: 'for a build that must know everything' },
    { line: 'check -f json -o findings.json', does: 'for other programs' },
    {
      line: 'check -f sarif -o findings.sarif -f github',
      does: 'for code scanning, and on the lines of a pull request',
    },
    { line: 'check -f junit -o findings.xml -f compact', does: 'for a test report, and a line for each finding' },
    { line: 'check - < torus.fabric', does: 'the standard input' },
  ],
  takes: (command) =>
    void addDesignOptions(addFiles(command))
      .option('--quiet', 'print errors only; the last line still counts all findings')
      .option('--explain', 'print the whole derivation of each number')
      .option('--max-warnings <count>', 'fail when there are more warnings than this', wholeNumber)
      .option('--error-on-warning', 'fail when there is any warning')
      .option('--error-on-unjudged', "fail when a limit can't be judged and no `allow control/not-judged` accepts it")
      .option('--exit-zero', 'exit with 0 even when there are errors or warnings'),
  async run({ args: [asked], options, io, program }) {
    const outputs = await outputsOf(options, io.cwd);
    if (typeof outputs === 'string') {
      say(io, outputs);
      return exitCode.usage;
    }
    const given = await filesOf(asked, options, io);
    if (given === undefined) return exitCode.usage;
    const { createWorkspace } = await import('../input/workspace.ts');
    const workspace = createWorkspace(io, options);
    const { designs, problems } = await openAll(given.files, workspace, options.stdinFilename);
    const unset = settingProblems(designs);
    for (const problem of unset.length > 0 ? unset : problems) say(io, problem);
    if (unset.length > 0) return exitCode.usage;

    const unreadable = given.unreadable + problems.length;
    const document = documentOf(
      designs,
      gatheredFindings(designs, workspace),
      unreadable,
      options,
      program.version() ?? '',
    );
    for (const each of outputs) {
      const { format: _, output: __, ...shared } = options;
      const isWritten = await deliverDocument(io, findingsDocument, document, { ...shared, ...each }, workspace.source);
      if (!isWritten) return exitCode.usage;
    }
    if (outputs.some(({ format }) => format === 'github')) await writeJobSummary(io, document, workspace.source);
    if (outputs.every(({ output }) => output !== undefined)) io.stderr.write(`${visible(summaryText(document))}\n`);

    const { counts } = document;
    const limit = options.errorOnWarning === true ? 0 : (options.maxWarnings ?? Number.POSITIVE_INFINITY);
    const overLimit = counts.warning > limit;
    if (overLimit && counts.error === 0)
      say(io, `${printCount(counts.warning, 'warning')}; ${limit === 0 ? 'none is' : `at most ${limit} are`} allowed.`);
    const { open } = countLimits(document.judged.map(({ judged }) => judged));
    const isOpen = options.errorOnUnjudged === true && open > 0;
    if (isOpen && counts.error === 0)
      say(io, `Some limits aren't judged (${printCount(open, 'reason')}); --error-on-unjudged allows none.`);
    if (unreadable > 0) return exitCode.usage;
    return (counts.error > 0 || overLimit || isOpen) && options.exitZero !== true ? exitCode.findings : exitCode.clean;
  },
});

/** Adds the findings to the summary of a job of GitHub Actions, where the run is part of one. */
async function writeJobSummary(io: Io, document: FindingsDocument, source: Sources): Promise<void> {
  const path = io.env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  const context = { sources: source, theme: themeFor({ flag: false, env: {}, isTerminal: false }), width: 120 };
  const { appendFile } = await import('node:fs/promises');
  try {
    await appendFile(path, `${printDocument(findingsDocument, document, context, 'md')}\n`);
  } catch (error) {
    say(io, `The summary of the job can't be written: ${reasonOf(error)}.`, 'warning');
  }
}

/** A whole number that isn't negative. */
function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function documentOf(
  designs: readonly OpenedFile[],
  gathered: readonly Gathered[],
  unreadable: number,
  options: CheckOptions,
  version: string,
): FindingsDocument {
  const all = gathered.map(({ finding }) => finding);
  const shown = options.quiet === true ? onlyErrors(gathered) : gathered;
  return {
    files: designs.map(({ path }) => path),
    findings: shown.map(({ finding }) => finding),
    fabrics: new Map(shown.map(({ finding, fabric }) => [finding, fabric])),
    designs: new Map(shown.map(({ finding, designs }) => [finding, designs])),
    fingerprints: fingerprintsIn(shown),
    topics: new Map(allTopics().map((each) => [each.id, each])),
    version,
    counts: countFindings(all),
    judged: designs.map(({ path, analysis }) => ({ design: path, judged: analysis.judged })),
    unreadable,
    settings: options.set ?? [],
    basis: basisOf(options),
    derivations: options.explain === true ? 'whole' : 'short',
  };
}

/** The fingerprint of each finding. */
function fingerprintsIn(gathered: readonly Gathered[]): FindingsDocument['fingerprints'] {
  const fabrics = new Map<Gathered['fabric'], ReturnType<typeof fingerprintsOf>>();
  return new Map(
    gathered.map(({ finding, fabric }) => {
      const known = fabrics.get(fabric) ?? fingerprintsOf(fabric);
      fabrics.set(fabric, known);
      return [finding, known.fingerprint(finding)];
    }),
  );
}

/** Opens files in order; of each that can't be read, one sentence. */
async function openAll(files: readonly string[], workspace: Workspace, stdinFilename: string | undefined) {
  const designs: OpenedFile[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const opened = await workspace.open(file, stdinFilename);
    if (typeof opened === 'string') problems.push(opened);
    else designs.push(opened);
  }
  return { designs, problems };
}

/** The errors, each with those of its consequences that are errors. */
function onlyErrors(gathered: readonly Gathered[]): Gathered[] {
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  return gathered
    .filter(({ finding }) => isError(finding))
    .map((each) => ({ ...each, finding: { ...each.finding, folded: (each.finding.folded ?? []).filter(isError) } }));
}

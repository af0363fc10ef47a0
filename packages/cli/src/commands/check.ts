// `lightloom check`: what is wrong with some files, and whether a build may go on.
import { type Finding, printCount } from '@lightloom/core';
import { countFindings, type FindingsDocument, findingsDocument, summaryText } from '@lightloom/print';
import { InvalidArgumentError } from 'commander';
import { basisOf, type DesignOptions } from '../input/design-options.ts';
import { settingProblems } from '../input/setting-problems.ts';
import type { OpenedFile, Workspace } from '../input/workspace.ts';
import { exitCode } from '../process/exit-code.ts';
import { defineCommand } from './command.ts';
import { addDesignOptions, outputOption } from './design-options.ts';
import { addFiles, type FileOptions, filesOf } from './file-arguments.ts';
import { type Gathered, gatheredFindings } from './gathered-findings.ts';
import { deliverDocument, type PrintOptions, say } from './output.ts';

interface CheckOptions extends PrintOptions, DesignOptions, FileOptions {
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly errorOnWarning?: boolean;
  readonly exitZero?: boolean;
  readonly explain?: boolean;
}

export const command = defineCommand<CheckOptions, [readonly string[]]>({
  name: 'check',
  summary: 'find problems in .fabric files',
  description: 'Finds problems in .fabric files: in the text, and in the design it describes.',
  exits: {
    0: 'no errors, and no more warnings than allowed; notes never fail a build',
    1: 'errors, or too many warnings',
  },
  prints: [findingsDocument],
  examples: [
    { line: 'check', does: 'every .fabric file below this folder' },
    { line: 'check xpo-pod.fabric torus.fabric', does: 'files and folders' },
    { line: 'check "**/*-pod.fabric"', does: 'a pattern, the same on every system' },
    { line: 'check xpo-pod.fabric --quiet', does: 'errors only' },
    { line: 'check -f json -o findings.json', does: 'for other programs' },
    { line: 'check - < torus.fabric', does: 'the standard input' },
  ],
  takes: (command) =>
    void addDesignOptions(addFiles(command))
      .addOption(outputOption())
      .option('--quiet', 'print errors only; the last line still counts all findings')
      .option('--explain', 'print the whole derivation of each number')
      .option('--max-warnings <count>', 'fail when there are more warnings than this', wholeNumber)
      .option('--error-on-warning', 'fail when there is any warning')
      .option('--exit-zero', 'exit with 0 even when there are errors or warnings'),
  async run({ args: [asked], options, io }) {
    const given = await filesOf(asked, options, io);
    if (given === undefined) return exitCode.usage;
    const { createWorkspace } = await import('../input/workspace.ts');
    const workspace = createWorkspace(io, options);
    const { designs, problems } = await openAll(given.files, workspace, options.stdinFilename);
    const unset = settingProblems(designs);
    for (const problem of unset.length > 0 ? unset : problems) say(io, problem);
    if (unset.length > 0) return exitCode.usage;

    const unreadable = given.unreadable + problems.length;
    const paths = designs.map(({ path }) => path);
    const document = documentOf(paths, gatheredFindings(designs, workspace), unreadable, options);
    if (!(await deliverDocument(io, findingsDocument, document, options, workspace.source))) return exitCode.usage;
    if (options.output !== undefined) io.stderr.write(`${summaryText(document)}\n`);

    const { counts } = document;
    const limit = options.errorOnWarning === true ? 0 : (options.maxWarnings ?? Number.POSITIVE_INFINITY);
    const overLimit = counts.warning > limit;
    if (overLimit && counts.error === 0)
      say(io, `${printCount(counts.warning, 'warning')}; ${limit === 0 ? 'none is' : `at most ${limit} are`} allowed.`);
    if (unreadable > 0) return exitCode.usage;
    return (counts.error > 0 || overLimit) && options.exitZero !== true ? exitCode.findings : exitCode.clean;
  },
});

/** A whole number that isn't negative. */
function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function documentOf(
  files: readonly string[],
  gathered: readonly Gathered[],
  unreadable: number,
  options: CheckOptions,
): FindingsDocument {
  const all = gathered.map(({ finding }) => finding);
  const shown = options.quiet === true ? onlyErrors(gathered) : gathered;
  return {
    files,
    findings: shown.map(({ finding }) => finding),
    fabrics: new Map(shown.map(({ finding, fabric }) => [finding, fabric])),
    designs: new Map(shown.map(({ finding, designs }) => [finding, designs])),
    counts: countFindings(all),
    unreadable,
    settings: options.set ?? [],
    basis: basisOf(options),
    derivations: options.explain === true ? 'whole' : 'short',
  };
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

// The runs of `lightloom check`, which are loaded once the command line is known to be one: a check, and one that fixes first.
import { startStoring } from '../cache/store.ts';
import { fixFiles, showFixes } from '../fixes/fix-files.ts';
import { createWorkspace, type WorkspaceFiles } from '../input/workspace.ts';
import { type Outcome, perform } from '../output/outcome.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import { type CheckRun, checkFiles } from './check-files.ts';

export { startStoring };

/** A run of the command. */
type GivenRun = Omit<CheckRun, 'workspace'>;

/** Works out what a check prints and ends with. */
async function outcomeOf(run: GivenRun, files: WorkspaceFiles): Promise<Outcome> {
  return (await checkFiles({ ...run, workspace: createWorkspace(run.io, run.options, files) })).outcome;
}

/**
 * Checks files.
 * @param files where they are read from
 * @param store keeps the outcome, where that is asked for
 */
export async function checkOnce(
  run: GivenRun,
  files: WorkspaceFiles = {},
  store?: (outcome: Outcome) => Promise<void>,
): Promise<ExitCode> {
  const outcome = await outcomeOf(run, files);
  const code = await perform(run.io, outcome);
  if (code === outcome.code) await store?.(outcome);
  return code;
}

/** Fixes files, or shows how they would be fixed; then checks them as they are after that. */
export async function fixAndCheck(run: GivenRun): Promise<ExitCode> {
  const { files, options, io } = run;
  if (options.fix === true) return (await fixFiles(files, options, io)) ? checkOnce(run) : exitCode.usage;
  const fixed = await showFixes(files, options, io);
  return checkOnce({ ...run, outputs: [], wouldChange: fixed.files.length > 0 }, { texts: fixed.texts });
}

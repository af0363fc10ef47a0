// The runs of `lightloom check`, which are loaded once the command line is known to be one: a check, and one that fixes first.
import { storingRun } from '../cache/store.ts';
import { type CheckRun, checkFiles } from '../check/check-files.ts';
import { fixFiles, showFixes } from '../fixes/fix-files.ts';
import { createWorkspace, type WorkspaceFiles } from '../input/workspace.ts';
import { perform } from '../output/outcome.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import { startProgress } from '../process/progress.ts';
import type { GivenFiles } from './file-arguments.ts';

/** A run of the command. */
type GivenRun = Omit<CheckRun, 'workspace'> & Pick<GivenFiles, 'paths' | 'found'>;

/** Checks files, and keeps the outcome where that is asked for. */
export async function checkOnce(run: GivenRun, files: WorkspaceFiles = {}): Promise<ExitCode> {
  const { io, options } = run;
  if (options.cache !== true) return perform(io, await outcomeOf(run, files));
  const storing = storingRun(io, options.cacheLocation, {
    paths: run.paths,
    files: run.files,
    said: run.found.problems,
  });
  const outcome = await outcomeOf(run, { disk: storing.disk });
  const code = await perform(io, outcome);
  if (code === outcome.code) await storing.store(outcome);
  return code;
}

/** Fixes files, or shows how they would be fixed; then checks them as they are after that. */
export async function fixAndCheck(run: GivenRun): Promise<ExitCode> {
  const { files, options, io } = run;
  if (options.fix === true) return (await fixFiles(files, options, io)) ? checkOnce(run) : exitCode.usage;
  const fixed = await showFixes(files, options, io);
  return checkOnce({ ...run, outputs: [], wouldChange: fixed.files.length > 0 }, { texts: fixed.texts });
}

async function outcomeOf(run: GivenRun, files: WorkspaceFiles) {
  const progress = startProgress(run.io);
  try {
    const workspace = createWorkspace(run.io, run.options, files);
    return (await checkFiles({ ...run, workspace, onFile: (done) => progress.note(done, run.files.length) })).outcome;
  } finally {
    progress.end();
  }
}

// Opens the designs of both sides of a comparison and compares them pair by pair.
import { allFigurePairs, diffOf, FabricBuilder, factsOf, type JudgedDesign } from '@lightloom/core';
import { type ComparedDesign, type ComparedPair, sourceTextOf } from '@lightloom/print';
import type { Io } from '../process/io.ts';
import { type ComparedSide, comparedSide, type SideFiles } from './compared.ts';
import { basisOf, type DesignOptions } from './design-options.ts';
import { settingProblems } from './setting-problems.ts';
import { isTextError } from './topics.ts';
import type { OpenedFile, Workspace } from './workspace.ts';

interface CompareOptions extends DesignOptions {
  /** The file name of the standard input. */
  readonly stdinFilename?: string;
  /** Whether every fact is wanted. */
  readonly figures?: boolean;
}

/**
 * Compares the designs of two sides. The result is one sentence when that fails.
 * @param files where the sides are read from
 */
export async function comparePairs(
  old: string,
  now: string,
  options: CompareOptions,
  io: Io,
  files: readonly [old: SideFiles, now: SideFiles] = [{}, {}],
): Promise<readonly ComparedPair[] | string> {
  if (old === '-' && now === '-') return 'The standard input is one design; name a file for the other one.';
  if (options.stdinFilename !== undefined && old !== '-' && now !== '-')
    return '--stdin-filename needs the standard input: name `-` as one of the designs.';
  const before = await comparedSide(old, options, io, files[0]);
  if (typeof before === 'string') return before;
  const after = await comparedSide(now, options, io, files[1]);
  if (typeof after === 'string') return after;
  if (before.isFolder !== after.isFolder)
    return `${before.isFolder ? old : now} is a folder, and ${before.isFolder ? now : old} isn't; compare two files, or two folders.`;
  const names = await comparedNames(before, after);
  if (before.files.size + after.files.size === 0) return `There are no .fabric files in ${old} and ${now}.`;
  if (names.length === 0)
    return `Every .fabric file in ${old} and ${now} is ignored (\`ignore\` of the configuration).`;
  const pairs: ComparedPair[] = [];
  const opened: OpenedFile[] = [];
  for (const name of names) {
    const a = await openIn(before, name, options);
    if (typeof a === 'string') return a;
    const b = await openIn(after, name, options, a && { opened: a, textOf: before.workspace.textOf });
    if (typeof b === 'string') return b;
    opened.push(...[a, b].filter((each) => each !== undefined));
    pairs.push(comparedPair([before, a], [after, b], options));
  }
  return settingProblems(opened)[0] ?? pairs;
}

/**
 * Compares each phase of a design with the one before. The result is one sentence when that fails.
 * @param argument a design, on the disk or in a revision
 */
export async function comparePhases(
  argument: string,
  options: CompareOptions,
  io: Io,
): Promise<readonly ComparedPair[] | string> {
  const side = await comparedSide(argument, options, io);
  if (typeof side === 'string') return side;
  if (side.isFolder) return `${argument} is a folder; --phases compares the phases of one design.`;
  if (side.phase !== undefined) return `${argument} names a phase; --phases compares all of them.`;
  const [name = ''] = side.files.keys();
  const whole = await openIn(side, name, options);
  if (typeof whole === 'string' || whole === undefined) return whole ?? `${argument} doesn't exist.`;
  const names = whole.analysis.fabric.phases.map(({ name }) => name);
  if (names.length < 2)
    return `${whole.path} has ${names.length === 0 ? 'no phases' : 'one phase'}; --phases compares two or more.`;
  const pairs: ComparedPair[] = [];
  for (const [i, phase] of names.slice(1).entries()) {
    const [before, after] = [names[i] ?? '', phase].map((phase) => ({
      side: { ...side, phase },
      opened: { ...whole, analysis: whole.analysis.at(phase) ?? whole.analysis },
    })) as [PhaseSide, PhaseSide];
    pairs.push(comparedPair([before.side, before.opened], [after.side, after.opened], options));
  }
  return settingProblems([whole])[0] ?? pairs;
}

/** A design at one of its phases, as a side of a comparison. */
interface PhaseSide {
  readonly side: ComparedSide;
  readonly opened: OpenedFile;
}

/** What either side has and neither ignores: a design isn't gone when it is ignored from now on. */
async function comparedNames(before: ComparedSide, after: ComparedSide): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of [...new Set([...before.files.keys(), ...after.files.keys()])].sort())
    if (!(await before.isIgnored(name)) && !(await after.isIgnored(name))) names.push(name);
  return names;
}

async function openIn(
  { workspace, files, phase }: ComparedSide,
  name: string,
  { stdinFilename }: CompareOptions,
  elsewhere?: Parameters<Workspace['open']>[3],
): Promise<OpenedFile | string | undefined> {
  const file = files.get(name);
  return file === undefined ? undefined : workspace.open(file, stdinFilename, phase, elsewhere);
}

function comparedPair(
  [before, old]: readonly [ComparedSide, OpenedFile | undefined],
  [after, now]: readonly [ComparedSide, OpenedFile | undefined],
  options: CompareOptions,
): ComparedPair {
  const judged = (opened: OpenedFile | undefined): JudgedDesign => opened?.analysis ?? nothing(options);
  const diff = diffOf(judged(old), judged(now));
  return {
    before: comparedDesign(before, old),
    after: comparedDesign(after, now),
    diff,
    facts: options.figures === true ? allFigurePairs(diff.matching, diff.before, diff.after) : undefined,
  };
}

/** A design in which there is nothing: what one that only one side has is compared with. */
function nothing(options: CompareOptions): JudgedDesign {
  return { facts: factsOf(new FabricBuilder('').finish(), basisOf(options)), findings: [] };
}

function comparedDesign({ workspace, phase }: ComparedSide, opened: OpenedFile | undefined): ComparedDesign {
  if (opened === undefined) return { path: undefined, textErrors: 0, sources: (uri) => sourceTextOf(uri, '') };
  return {
    path: phase === undefined ? opened.path : `${opened.path}@${phase}`,
    textErrors: opened.analysis.findings.filter(isTextError).length,
    sources: workspace.source,
  };
}

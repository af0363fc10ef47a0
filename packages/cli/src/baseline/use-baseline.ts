// What a run does with a baseline: finds it, leaves out what it accepts, reports what is stale in it, and writes it.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Accepted, acceptable, allRules, compareBaseline, mergeAccepted, printCount } from '@lightloom/core';
import { type Disk, reasonOf } from '@lightloom/language/disk';
import { configurationPath, type DesignOptions } from '../input/design-options.ts';
import type { Gathered } from '../input/gathered-findings.ts';
import { shownPath } from '../input/shown-path.ts';
import type { OpenedFile } from '../input/workspace.ts';
import { type Baseline, baselineName, readBaseline, writeBaseline } from './baseline-file.ts';
import type { BaselineOptions } from './baseline-options.ts';

/** Stale entries that are listed. */
const maxListed = 10;

/** What a baseline makes of a run. */
export interface BaselineOutcome {
  /** What is new. */
  readonly findings: readonly Gathered[];
  /** What the baseline accepts. */
  readonly accepted: readonly Gathered[];
  /** The path of the baseline, as it is shown. */
  readonly shown: string;
  /** What to say about the run, a line each. */
  readonly said: readonly { readonly severity: 'error' | 'note'; readonly message: string }[];
  /** Whether the baseline accepts what isn't found any more. */
  readonly isStale: boolean;
}

/** A run of which a baseline is one part. */
interface Run {
  readonly designs: readonly OpenedFile[];
  readonly findings: readonly Gathered[];
  /** Whether there are errors of the text, or files that can't be read: then it isn't known what else is found. */
  readonly isPartial: boolean;
  /** Whether folders leave a file out: a design that is ignored now isn't missing. */
  readonly isIgnored: (path: string) => Promise<boolean>;
  readonly cwd: string;
  readonly disk: Disk;
}

/**
 * Applies the baseline of a run, and writes it where that is asked for.
 * @returns one sentence when that fails
 */
export async function useBaseline(
  run: Run,
  options: BaselineOptions & DesignOptions,
): Promise<BaselineOutcome | string> {
  const { findings, designs, cwd, isPartial, disk } = run;
  if (options.baseline === '') return '`--baseline` names no file.';
  const path = options.baseline === undefined ? await baselineNear(run, options) : resolve(cwd, options.baseline);
  const shown = shownPath(path, cwd);
  const exists = await disk.exists(path);
  const isWritten = options.suppressAll === true || options.pruneSuppressions === true;
  if (!exists && options.suppressAll !== true) {
    const isAsked = options.baseline !== undefined || options.pruneSuppressions === true;
    return isAsked
      ? `${shown} does not exist; --suppress-all writes it.`
      : { findings, accepted: [], shown, said: [], isStale: false };
  }
  const before: Baseline | string = exists ? await readBaseline(path, disk) : { designs: [], accepted: [] };
  if (typeof before === 'string') return `${shown} ${before}`;
  const found = acceptable(designs.map(({ analysis }) => analysis));
  const folder = dirname(path);
  const checked = designs.map(({ uri }) => shownPath(fileURLToPath(uri), folder));
  const others: string[] = [];
  for (const each of before.designs) {
    const design = resolve(folder, each);
    if (!checked.includes(each) && (await disk.exists(design)) && !(await run.isIgnored(design))) others.push(each);
  }
  const isWhole = others.length === 0;
  if (options.pruneSuppressions === true && isPartial)
    return `${shown} isn't pruned: what is stale is known only once the designs have no errors of the text; correct them first.`;
  if (options.pruneSuppressions === true && !isWhole)
    return `${shown} is of more designs than this run checks; check all of them to prune it.`;

  const isRun = rulesRun(designs);
  // What rules would find that aren't run isn't known: their entries stay.
  const unknown = before.accepted.filter(({ rule }) => !isRun(rule));
  const known = before.accepted.filter(({ rule }) => isRun(rule));
  const accepted = writtenEntries(known, found, { ...options, isWhole: isWhole && !isPartial });
  if (isWritten)
    try {
      const entries = mergeAccepted(unknown, accepted);
      await writeBaseline(path, { designs: [...new Set([...checked, ...others])], accepted: entries });
    } catch (error) {
      return `${shown} can't be written: ${reasonOf(error)}.`;
    }
  const compared = compareBaseline(accepted, found);
  const covered: Gathered[] = [];
  const left: Gathered[] = [];
  for (const each of findings) (compared.isAccepted(each.fabric, each.finding) ? covered : left).push(each);
  const judgesStale = isWhole && !isPartial && options.set === undefined && options.basis !== 'typical';
  const stale = judgesStale ? compared.stale : [];
  const count = covered.length;
  const note = `${printCount(count, 'finding is', 'findings are')} accepted by ${shown}.`;
  return {
    findings: left,
    accepted: covered,
    shown,
    said: [
      ...(count > 0 || isWritten ? [{ severity: 'note' as const, message: note }] : []),
      ...staleTexts(stale, shown).map((message) => ({ severity: 'error' as const, message })),
    ],
    isStale: stale.length > 0,
  };
}

/** Whether a rule is run on some designs, as far as its name says: those of plug-ins that aren't loaded are not. */
function rulesRun(designs: readonly OpenedFile[]): (rule: string) => boolean {
  const isLeftOut = designs.some(({ analysis }) => (analysis.configuration?.plugins.notAllowed ?? []).length > 0);
  if (!isLeftOut) return () => true;
  const ofPlugins = designs.flatMap(({ analysis }) => analysis.plugins.flatMap(({ ruleIds }) => ruleIds));
  const run = new Set([...allRules.map(({ id }) => id), ...ofPlugins]);
  return (rule) => run.has(rule);
}

/** The entries that apply, and are written where that is asked for. */
function writtenEntries(
  before: readonly Accepted[],
  found: readonly Accepted[],
  { suppressAll, pruneSuppressions, isWhole }: BaselineOptions & { readonly isWhole: boolean },
): readonly Accepted[] {
  if (suppressAll === true) return isWhole ? found : mergeAccepted(before, found);
  return pruneSuppressions === true ? compareBaseline(before, found).kept : before;
}

function staleTexts(stale: readonly Accepted[], shown: string): string[] {
  const texts = stale.slice(0, maxListed).map(({ rule, count, kind, name }) => {
    const things = count === 1 ? `a ${kind}` : `${count} of the ${kind}s`;
    return `${shown} accepts ${rule} of ${things} like ${name}, and it isn't found any more.`;
  });
  const more = stale.length - texts.length;
  return [
    ...texts,
    ...(more > 0 ? [`${printCount(more, 'other entry is', 'other entries are')} stale.`] : []),
    ...(stale.length > 0 ? ['Remove what is stale with --prune-suppressions.'] : []),
  ];
}

/** Where the baseline is: beside the one configuration of the designs, or in the working directory. */
async function baselineNear({ designs, cwd, disk }: Run, options: DesignOptions): Promise<string> {
  const chosen = configurationPath(options, cwd);
  const own = new Set(designs.map(({ analysis }) => analysis.configuration?.uri));
  const [only] = own;
  const near = chosen ?? (own.size === 1 && only?.startsWith('file:') === true ? fileURLToPath(only) : undefined);
  const here = resolve(cwd, baselineName);
  if (near === undefined) return here;
  const beside = resolve(dirname(near), baselineName);
  return !(await disk.exists(beside)) && (await disk.exists(here)) ? here : beside;
}

// `check --print-config`: the severities that apply to one design, and where each comes from.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { configurationProblems, placeInConfiguration } from './configuration-problems.ts';
import { configurationPath, type DesignOptions } from './design-options.ts';
import { isFabric } from './find-files.ts';
import { shownPath } from './shown-path.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;

/** What is printed, and a sentence for each error in the configuration. */
interface PrintedConfig {
  readonly json: string;
  readonly problems: readonly string[];
}

/**
 * The severity of every rule for a design, as JSON.
 * @param path relative to the working directory
 * @returns one sentence when the file or its configuration can't be read
 */
export async function printedConfig(
  path: string,
  options: DesignOptions,
  cwd: string,
): Promise<PrintedConfig | string> {
  const absolute = resolve(cwd, path);
  const found = await stat(absolute).catch(() => undefined);
  if (found === undefined) return `${path} does not exist.`;
  if (!found.isFile() || !isFabric(absolute)) return `${path} is not a .fabric file.`;
  const chosen = configurationPath(options, cwd);
  const { effectiveConfiguration } = await import('@lightloom/language/node');
  const { configuration, isIgnored, rules } = await effectiveConfiguration(absolute, {
    configuration: chosen,
    allowPlugins: options.allowPlugins === true,
  });
  const unreadable = configuration?.problems.find(({ rule }) => rule === 'config/unreadable');
  if (unreadable !== undefined) return unreadable.message;
  const shown = configuration === undefined ? null : shownPath(configuration.path, cwd);
  const at = (start: number): string | undefined =>
    configuration === undefined ? undefined : placeInConfiguration(configuration, start, cwd);
  const printed = [...rules].map(([id, { severity, set }]) => [
    id,
    set === undefined ? { severity, from: 'default' } : { severity, from: set.list, name: set.name, at: at(set.start) },
  ]);
  const result = {
    version,
    file: shownPath(absolute, cwd),
    configuration: shown,
    ignored: isIgnored,
    rules: Object.fromEntries(printed),
  };
  const problems = configuration === undefined ? [] : configurationProblems(configuration, cwd);
  return { json: `${JSON.stringify(result, null, 2)}\n`, problems };
}

/** What a command line with `--print-config` can't have beside it; undefined when it has none of that. */
export function printConfigConflict(paths: readonly string[], options: object): string | undefined {
  if (paths.length > 0) return '--print-config is about the file after it; remove the other paths.';
  const others = [
    'fix',
    'fixDryRun',
    'suppressAll',
    'pruneSuppressions',
    'stdin',
    'format',
    'output',
    'set',
    'watch',
    'cache',
  ];
  const other = others.find((each) => Object.hasOwn(options, each));
  if (other === undefined) return undefined;
  const name = other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `--print-config checks nothing and prints JSON; remove --${name}.`;
}

// The example designs, and the pod with one thing changed.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../sources.ts';

const folder = join(root, 'examples');

/** The largest example, which is checked as it is by a test of its own. */
export const largest = 'eight-planes.fabric';

/** The text of each example, by file name; of the largest with one unit of its 64, which has every kind of thing that is in it. */
export const examples: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.fabric'))
    .map((name) => [name, textOf(name)]),
);

function textOf(name: string): string {
  const text = readFileSync(join(folder, name), 'utf8');
  return name === largest ? text.replace('let units  = 64', 'let units  = 1') : text;
}

/**
 * Copies the examples, with what is beside them, into a folder.
 * @param only the names of those to copy; all when not given
 */
export function copyExamples(to: string, only: readonly string[] = Object.keys(examples)): void {
  cpSync(folder, to, { recursive: true, filter: (path) => examples[basename(path)] === undefined });
  for (const [name, text] of Object.entries(examples)) if (only.includes(name)) writeFileSync(join(to, name), text);
}

/** The example pod. */
export const pod = examples['xpo-pod.fabric'] as string;

/** The file that the pod imports, as files to put beside it. */
export const site: Readonly<Record<string, string>> = { 'site.fabric': examples['site.fabric'] as string };

/**
 * The example pod with one piece of text replaced.
 * @throws where the pod has no such text
 */
export function podWith(from: string | RegExp, to: string): string {
  const changed = pod.replace(from, to);
  if (changed === pod) throw new Error(`The pod has no ${from}.`);
  return changed;
}

/**
 * The example pod for tests that analyze it hundreds of times: the same text, with its slowest requirement (a bisection
 * with any four of eight spines failed) asked of a CDU instead.
 */
export const quickPod = podWith('any 4 of spine fail', 'any 1 of cdu fail');

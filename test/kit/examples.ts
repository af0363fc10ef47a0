// The example designs, and the pod with one thing changed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../sources.ts';

const folder = join(root, 'examples');

/** The text of each example, by file name. */
export const examples: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.fabric'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

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

// Small designs to start from.
import leafSpine from './leaf-spine.fabric';
import rail from './rail.fabric';
import scaleUp from './scale-up.fabric';
import torus from './torus.fabric';
import xpoPod from './xpo-pod.fabric';

/** A design to start from. */
export interface Template {
  /** As in `--template NAME`; the file is called `NAME.fabric`. */
  readonly name: string;
  readonly text: string;
}

/** All templates; the first is the usual one. */
export const templates: readonly Template[] = [
  { name: 'leaf-spine', text: leafSpine },
  { name: 'xpo-pod', text: xpoPod },
  { name: 'rail', text: rail },
  { name: 'scale-up', text: scaleUp },
  { name: 'torus', text: torus },
];

/** What a template is: the sentence above its design. */
export function titleOf({ text }: Template): string {
  return /^\/\*\* (.*) \*\/$/m.exec(text)?.[1] ?? '';
}

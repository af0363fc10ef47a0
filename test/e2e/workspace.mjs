// The files the tests work on: the examples as they are, and copies with a mistake each.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Mistakes and the text that makes them; each replaces what a line of the pod says. */
const mistakes = {
  // 400 m of fiber and four standard pairs: more loss than the optics allow.
  'long.fabric': ['length 60 m  connectors 4 x MPO16 low-loss', 'length 400 m  connectors 4 x MPO16'],
  // A unit of another dimension.
  'unit.fabric': ['power      128 W ', 'power      400 dB '],
};

/** Copies the examples into a folder and adds what is broken. */
export function fillWorkspace(root, folder) {
  cpSync(join(root, 'examples'), folder, { recursive: true, filter: (path) => !path.includes('golden') });
  const largest = join(folder, 'eight-planes.fabric');
  // Two million links take seconds, which every step of the tests would wait for.
  writeFileSync(largest, readFileSync(largest, 'utf8').replace('let units  = 64', 'let units  = 1'));
  const pod = readFileSync(join(folder, 'xpo-pod.fabric'), 'utf8');
  for (const [name, [good, bad]] of Object.entries(mistakes)) {
    if (!pod.includes(good)) throw new Error(`The pod says no \`${good}\` any more.`);
    writeFileSync(join(folder, name), pod.replace(good, bad));
  }
  cpSync(join(root, 'test/cases/drawings/12-wan25.fabric'), join(folder, 'wan.fabric'));
  writeFileSync(join(folder, 'empty.fabric'), '// Nothing is installed here.\n');
  writeFileSync(join(folder, 'scratch.fabric'), '');
}

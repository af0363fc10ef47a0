// Which file a drawing is of, once files were renamed.
import { expect, it } from 'vitest';
import { movedFile } from '../src/client/topology/moved-file.ts';

const renames = [
  { oldUri: 'file:///w/pod.fabric', newUri: 'file:///w/hall%20%231.fabric' },
  { oldUri: 'file:///w/designs', newUri: 'file:///w/old' },
];

it.each([
  ['a file that was renamed', 'file:///w/pod.fabric', 'file:///w/hall%20%231.fabric'],
  ['a file in a folder that was', 'file:///w/designs/a/b.fabric', 'file:///w/old/a/b.fabric'],
  ['a file beside them', 'file:///w/designs.fabric', undefined],
])('is known of %s', (_, address, expected) => {
  expect(movedFile(address, renames)).toBe(expected);
});

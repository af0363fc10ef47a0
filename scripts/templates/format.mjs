// `npm run new format document name`: a format of a document, ready to be filled in.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const usage =
  'format DOCUMENT NAME        DOCUMENT is a folder of packages/print/src: findings, report, failures, …';

/** The file of a new format; undefined when there is no such document. */
export function scaffold(root, [document = '', name = '']) {
  const file = join(root, `packages/print/src/${document}/document.ts`);
  if (!/^[a-z]+$/.test(document) || !/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(file)) return undefined;
  const kind = /export const (\w+) = defineDocument/.exec(readFileSync(file, 'utf8'))[1];
  return {
    path: `packages/print/src/${document}/${name}.ts`,
    next: 'Fill it in, add it to the walls in test/walls.ts if it imports more, then `npm run ready` and `npm run test:accept`: commands offer it, docs/cli.md lists it, and its golden shows it for the scenarios of packages/print/test.',
    text: `// What it is, and for whom.
import { defineFormat } from '../format/format.ts';
import { ${kind} } from './document.ts';

export const format = defineFormat({
  document: ${kind},
  name: '${name}',
  title: '',
  print() {
    return '';
  },
});
`,
  };
}

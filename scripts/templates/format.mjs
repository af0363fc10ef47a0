// `npm run new format document name`: a format of a document, ready to be filled in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { badName, isKebab, notOneOf } from './refusal.mjs';

export const usage = 'format DOCUMENT NAME';

const folder = 'packages/print/src';

/** The file of a new format; or why it can't be written. */
export function scaffold(root, [document = '', name = '']) {
  const documents = readdirSync(join(root, folder)).filter((each) =>
    existsSync(join(root, folder, each, 'document.ts')),
  );
  if (!documents.includes(document)) return notOneOf('document', document, documents);
  if (!isKebab(name)) return badName('format', name);
  const kind = /export const (\w+) = defineDocument/.exec(
    readFileSync(join(root, folder, document, 'document.ts'), 'utf8'),
  )[1];
  return {
    path: `packages/print/src/${document}/${name}.ts`,
    next: 'Fill it in; accept its golden, and read it. Then `npm run ready`: commands offer it, docs/cli.md lists it. A room that its folder imports for the first time goes to the row of the folder in test/walls.ts.',
    tests: ['packages/print/test/formats.test.ts', '--update'],
    text: `// What it is, and for whom.
import { defineFormat } from '../format/format.ts';
import { ${kind} } from './document.ts';

export const format = defineFormat({
  document: ${kind},
  name: '${name}',
  // What it is for: \`Markdown, for a review or a pull request\`.
  title: '',
  // Names and texts are the user's: what goes to a terminal passes \`visible\` of ../text/cells.ts; escape what the format
  // gives a meaning. \`context\` has the sources, the colors and the width.
  print(_document, _context) {
    return '';
  },
});
`,
  };
}

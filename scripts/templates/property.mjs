// `npm run new property kind name`: a property of a kind of thing, a row in the catalogue.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../packages/core/src/catalogue/index.ts';
import { badName, isKebab, notOneOf } from './refusal.mjs';

export const usage = 'property KIND NAME';

const folder = 'packages/core/src/catalogue';

/** The catalogue with the new row; or why it can't be written. */
export function scaffold(root, [kind = '', name = '']) {
  if (!Object.hasOwn(catalogue, kind)) return notOneOf('kind', kind, Object.keys(catalogue).sort());
  if (!isKebab(name)) return badName('property', name);
  if (Object.hasOwn(catalogue[kind].properties, name))
    return { refused: `A ${kind} has the property \`${name}\` already.` };
  const start = new RegExp(`^  '?${kind}'?: \\{\\n    doc: .*\\n    properties: \\{\\n`, 'm');
  for (const file of readdirSync(join(root, folder))) {
    const path = `${folder}/${file}`;
    const text = readFileSync(join(root, path), 'utf8');
    const found = start.exec(text);
    if (found === null) continue;
    const from = found.index + found[0].length;
    const end = text.indexOf('\n    },\n', from);
    const key = name.includes('-') ? `'${name}'` : name;
    return {
      path,
      next: `The last property of ${kind} is ${name}. Give its kind of value (packages/core/src/catalogue/spec.ts has all) and say what it means. Then \`npm run ready\`: hover, completion, unit checks and docs/properties.md follow; \`lightloom parts\` and \`explain\` show it for a part that has it. CONTRIBUTING.md says how a figure gets into the report.`,
      tests: ['test/new.test.ts'],
      text: `${text.slice(0, end)}\n      ${key}: amount('power', ''),${text.slice(end)}`,
    };
  }
  throw new Error(`The catalogue has the kind ${kind}, and no file declares it.`);
}

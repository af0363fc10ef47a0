// `npm run new property kind name`: a property of a kind of thing, a row in the catalogue.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../packages/core/src/catalogue/index.ts';

export const usage = 'property KIND NAME         KIND is a kind of the catalogue: switch, module, rack, loop, …';

const folder = 'packages/core/src/catalogue';

/** The catalogue with the new row; undefined when it has no such kind, or the kind has that property. */
export function scaffold(root, [kind = '', name = '']) {
  if (!/^[a-z]+$/.test(kind) || !/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
  if (Object.hasOwn(catalogue[kind]?.properties ?? {}, name)) return undefined;
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
      next: `The last property of ${kind} is ${name}. Give its kind of value (packages/core/src/catalogue/spec.ts has all) and say what it means, then \`npm run ready\`. Hover, completion, unit checks and docs/properties.md have it by itself; a part that gives it shows it in \`lightloom parts\`.`,
      text: `${text.slice(0, end)}\n      ${key}: amount('power', ''),${text.slice(end)}`,
    };
  }
  return undefined;
}

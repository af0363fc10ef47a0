// `npm run new KIND …`: adds a rule, a property, a view, a format, a command or an export, and lists it. Tests fail until it
// is filled in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as command from './templates/command.mjs';
import * as exported from './templates/export.mjs';
import * as format from './templates/format.mjs';
import * as property from './templates/property.mjs';
import * as rule from './templates/rule.mjs';
import * as view from './templates/view.mjs';

const templates = { rule, property, view, format, command, export: exported };
const root = join(import.meta.dirname, '..');

const [kind, ...args] = process.argv.slice(2);
const template = Object.hasOwn(templates, kind ?? '') ? templates[kind] : undefined;
if (template === undefined) {
  const usages = Object.values(templates).map(({ usage }) => `  npm run new ${usage}`);
  fail(`${kind === undefined ? 'Name what to add' : `\`${kind}\` can't be added`}:\n${usages.join('\n')}`);
}
const added = template.scaffold(root, args);
if (added.refused !== undefined) fail(`${added.refused}\nUsage: npm run new ${template.usage}`);
const file = join(root, added.path);
if (kind !== 'property' && existsSync(file)) fail(`${added.path} exists already.`);

mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, added.text);
console.log(`${kind === 'property' ? 'Added a row to' : 'Wrote'} ${added.path}`);
for (const script of ['list.mjs', 'generate.mjs']) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', script)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
console.log(added.next);
console.log(`Its tests alone: npx vitest run ${added.tests.join(' ')}`);

function fail(message) {
  console.error(message);
  process.exit(2);
}

// `npm run new rule family/name`: writes a rule to fill in. Its tests fail until it is.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [kind, id] = process.argv.slice(2);
const usage = 'Usage: npm run new rule family/name   (small letters, digits, hyphens)';

if (kind !== 'rule' || !/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id ?? '')) {
  console.error(usage);
  process.exit(2);
}

const path = `packages/core/src/rules/${id}.ts`;
const file = join(import.meta.dirname, '..', path);
if (existsSync(file)) {
  console.error(`${path} already exists.`);
  process.exit(2);
}

mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `// What it finds, in one line.
import { defineRule, type Report } from '../../findings/rule.ts';

export const rule = defineRule({
  id: '${id}',
  severity: 'error',
  level: 'assembly',
  // A short phrase without a full stop: \`A link is longer than its optics reach\`.
  title: '',
  // The physics or the practice behind it, with figures.
  why: '',
  sources: [],
  // How to change the limit: \`Set \\\`reach\\\` on the optics type.\`
  override: '',
  // A complete file; the carets mark the place and give the severity and a part of the message.
  bad: \`import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
//     ^^^^^^^ error: the number and the limit
\`,
  // Replace the text on the left, which is in the file once, by the text on the right.
  fix: { 'height 2 RU': 'height 1 RU' },
  // More cases as the limit asks for; without \`finds\`, nothing is found.
  edges: [{ name: 'exactly at the limit', change: { 'height 2 RU': 'height 1 OU' } }],
  check(facts) {
    const reports: Report[] = [];
    for (const block of facts.fabric.blocks) {
      reports.push({
        message: \`\${block.path} has a number; the limit is another.\`,
        help: 'Say what to do in the imperative.',
        origin: block.origin,
      });
    }
    return reports;
  },
});
`,
);
console.log(
  `Wrote ${path}. Fill it in, then run \`npm run ready\`: it lists the rule, writes its page and runs its examples.`,
);

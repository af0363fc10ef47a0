// `npm run new rule family/name`: a new rule, ready to be filled in. Its tests fail until it is.
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
  console.error(`${path} exists already.`);
  process.exit(2);
}

mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `// What it finds, in a line.
import { defineRule, type Report } from '../../findings/rule.ts';

export const rule = defineRule({
  id: '${id}',
  severity: 'error',
  level: 'assembly',
  title: '',
  why: '',
  sources: [],
  override: '',
  bad: \`import "std/osfp"
\`,
  good: \`import "std/osfp"
\`,
  check(facts) {
    const reports: Report[] = [];
    for (const block of facts.fabric.blocks) {
      reports.push({ message: \`\${block.path} is not judged yet.\`, origin: block.origin });
    }
    return reports;
  },
});
`,
);
console.log(
  `${path} is there. Fill it in, then \`npm run ready\`: it lists the rule, writes its page and runs its examples.`,
);

// `npm run new rule family/name`: a rule, ready to be filled in.

export const usage = 'rule FAMILY/NAME';

/** The file of a new rule; undefined when the arguments are no family and name. */
export function scaffold(_root, [id = '']) {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) return undefined;
  return {
    path: `packages/core/src/rules/${id}.ts`,
    next: 'Fill it in, then `npm run ready`: it lists the rule, writes its page and runs its examples.',
    text: `// What it finds, in a line.
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
  };
}

import { writeFileSync } from 'node:fs';
import { allRules, changed, withoutCarets } from '@lightloom/core';
import { textAnalyzer } from '@lightloom/language/testing';
import { it } from 'vitest';
it('dump', async () => {
  const analyze = textAnalyzer();
  let out = '';
  for (const rule of allRules) {
    const text = withoutCarets(rule.bad);
    const { analysis } = await analyze(text);
    for (const f of analysis.findings) {
      if (f.rule !== rule.id) continue;
      out += `## ${f.rule} ${f.severity} [${f.fixes.map((e) => e.title)}]\n  at: ${text.slice(f.origin.start, f.origin.end).replace(/\s+/g, ' ').slice(0, 110)}\n  msg: ${f.message}\n  help: ${f.help}\n  subj: ${f.subjects?.of} fix: ${JSON.stringify(rule.fix)} ${f.derivation === undefined ? '' : `D ${f.derivation.name ?? ''} ${f.derivation.value}`}\n`;
    }
  }
  writeFileSync('/tmp/w/edit/scratch/rules.txt', out);
});

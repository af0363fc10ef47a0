// What the README shows is what the program prints.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, lightloom } from './lightloom.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

it('the finding of the README', async () => {
  const [, design = '', printed = ''] = /```fabric\n([\s\S]*?)```\n+```\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(printed).toMatch(/^error\[/);
  const { out } = await lightloom(['check', 'pod.fabric'], { cwd: folder({ 'pod.fabric': design }) });
  const finding = out.slice(out.indexOf('error['), out.lastIndexOf('\n\n'));
  expect(finding.trim()).toBe(printed.trim());
});

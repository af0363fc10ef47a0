// What differs between two designs.
import { diffOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';
import { examples, site } from '../kit/examples.ts';

const diffed = async (before: string, after: string) =>
  diffOf(await analysisOf(before, site), await analysisOf(after, site));

describe('a design and itself', () => {
  it.each(Object.keys(examples))('%s', async (name) => {
    const { changes, renamed, cables, isSame } = await diffed(examples[name] as string, examples[name] as string);
    expect(changes).toEqual([]);
    expect(renamed).toEqual([]);
    expect(cables.touched).toEqual([]);
    expect(cables.kept).toBe(Number.isNaN(cables.before.value) ? cables.kept : cables.before.value);
    expect(isSame).toBe(true);
  });
});

it('trial', async () => {
  const text = examples['xpo-pod.fabric'] as string;
  const { matching: _, before: __, after: ___, ...diff } = await diffed(text, text.replace(/leaf\[1\.\.8\]/, 'leaf[1..6]'));
  console.dir({ ...diff, figures: diff.figures.map(({subject,name,before,after,ratio})=>`${subject} ${name} ${before?.value} ${after?.value} ${ratio}`) , cables: {...diff.cables, before: diff.cables.before.value, after: diff.cables.after.value}, requirements: diff.requirements.map(({kind})=>kind), findings: { fresh: diff.findings.fresh.map(({finding,of,count})=>`${finding.message} ${of} ${count}`), gone: diff.findings.gone.map(({finding,of,count})=>`${finding.message} ${of} ${count}`)} }, { depth: 6 });
});

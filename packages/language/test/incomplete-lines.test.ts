// An incomplete line is reported at its end, and the next one is read as written.
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsIn } from '../../../test/kit/design.ts';
import { analyzeText } from '../src/testing.ts';

const design = (torn: string) => `import "std/osfp"
switch type Box { height 2 RU  ports up[1..8] : OSFP }
switch a[1..2] : Box
switch b[1..2] : Box
plug Osfp800Dr8 into a.*, b.*
${torn}
link a[2].up[1] to b[2].up[1] over OS2 { length 30 m }
`;

describe('a statement that breaks off before the next', () => {
  it.each([
    ['link a[1].up[1] to', 'Expected a name, found `link`.'],
    ['link a[1].up[1] to b[1].up[1] over', 'Expected a fiber or cable after `over`, found `link`.'],
    ['link', 'Expected a name, found `link`.'],
    ['link a[', 'Expected a value, found `link`.'],
    ['switch', 'Expected a name after `switch`, found `link`.'],
    ['switch type', 'Expected a name for the type, found `link`.'],
    ['let', 'Expected a name after `let`, found `link`.'],
    ['plug Osfp800Dr8 into a[1].', 'Expected a name after `.`, found `link`.'],
    ['link a[1].up[1] to b[1].up[1] as', 'Expected a pattern after `as`, found `link`.'],
    ['link a[1].up[1] to\n    over OS2 { length 3 m }', 'Expected a name, found `over`.'],
    ['allow', 'Expected a rule, such as `power/rack-budget`, found `link`.'],
    ['loop', 'Expected a name after `loop`, found `link`.'],
    ['loop x {\n    return <=\n    supply 40 °C\n}', 'Expected a value, found `supply`.'],
  ])('%s', async (torn, message) => {
    const { analysis, document } = await analyzeText(design(torn));
    expect(
      errorsIn(analysis).map((each) => [each.message, document.textDocument.positionAt(each.origin.start).line]),
    ).toEqual([[message, torn.startsWith('loop x') ? 6 : 5]]);
    // The links of the next line are laid.
    expect(analysis.fabric.linkGroups.map((each) => each.from.text)).toContain('a[2].up[1]');
  });
});

describe('more than there is room for', () => {
  it('of templates that hold each other twice is reported, and not built', async () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `template T${i + 1}() { a : T${i}  b : T${i} }`);
    const analysis = await analysisOf(['template T0() { }', ...doubling, 'x : T40'].join('\n'));
    expect(analysis.findings.map((each) => each.rule)).toEqual(['value/too-large']);
  });
});

describe('failures of fewer than one', () => {
  it.each(['0', '-1'])('%s', async (count) => {
    const analysis = await analysisOf(`feed B { capacity 1 kW }\nrequire load(B) <= 1 kW when any ${count} of B fail`);
    expect(analysis.findings.map((each) => [each.rule, each.message])).toEqual([
      ['value/kind', `The number of failures of \`B\` is ${count}; it must be at least 1.`],
    ]);
  });
});

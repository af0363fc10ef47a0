// Links whose paths have the same text are read once; what is wrong with each is found at its own line.
import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../packages/language/src/testing.ts';

const head = `import "std/osfp"
switch type Box { height 2 RU  ports s[1..4] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Sr8 into a.s, b.s
`;

async function found(links: string): Promise<unknown> {
  const { analysis, document } = await analyzeText(head + links);
  const text = document.textDocument.getText();
  return analysis.findings
    .filter(({ rule }) => rule === 'optics/reach')
    .map(({ message, origin }) => [
      message.replace(/^The link from | is 101 m long/g, ''),
      text.slice(0, origin.start).split('\n').length - head.split('\n').length + 1,
      text.slice(origin.start, origin.end),
    ]);
}

// Reach of 800GBASE-SR8: 60 m on OM3, 100 m on OM4 (IEEE 802.3df, lanes as 802.3db); OM5 is at least OM4.
describe('paths of equal text', () => {
  it('over different fiber have a finding each', async () => {
    const path = '{ length 101 m  connectors 2 x MPO16 low-loss }';
    const lines = ['OM5', 'OM4', 'OM3'].map((fiber, i) => `link a.s[${i + 1}] to b.s[${i + 1}] over ${fiber} ${path}`);
    expect(await found(lines.join('\n'))).toEqual([
      ['a.s[1] to b.s[1]; 800GBASE-SR8 reaches 100 m on OM5.', 1, 'length 101 m'],
      ['a.s[2] to b.s[2]; 800GBASE-SR8 reaches 100 m on OM4.', 2, 'length 101 m'],
      ['a.s[3] to b.s[3]; 800GBASE-SR8 reaches 60 m on OM3.', 3, 'length 101 m'],
    ]);
  });

  it('in lines that differ by their indices, too', async () => {
    const lines = `optics type Far is 800GBASE-SR8 { reach 70 m }
module type M is Osfp800Sr8 { channels 1 x Far }
switch c : Box
switch d : Box
plug M into c.s, d.s
link a.s[1] to b.s[1] over OM3 { connectors 2 x MPO16 low-loss  length 101 m }
link a.s[2] to b.s[2] over OM3 { connectors 2 x MPO16 low-loss  length 101 m }
link c.s[1] to d.s[1] over OM3 { connectors 2 x MPO16 low-loss  length 101 m }
link c.s[2] to d.s[2] over OM3 { connectors 2 x MPO16 low-loss  length 101 m }`;
    expect(await found(lines)).toEqual([
      ['2 links are 101 m long (a.s[1] to b.s[1], …); 800GBASE-SR8 reaches 60 m on OM3.', 6, 'length 101 m'],
      ['2 links are 101 m long (c.s[1] to d.s[1], …); Far reaches 70 m on OM3.', 8, 'length 101 m'],
    ]);
  });
});

// 800GBASE-DR8 reaches 500 m, and the same with 1 km does not reach 3 km either (FOTC, 800GBASE-DR8; the second is the design's own).
describe('links of one statement that fail for different reasons', () => {
  const text = `import "std/osfp"
optics type Far is 800GBASE-DR8 { reach 1 km }
module type M is Osfp800Dr8 { channels 1 x Far }
switch type Box { height 2 RU  ports s[1..5] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.s[1..2], b.s[1..2]
plug M into a.s[3..5], b.s[3..5]
link a.s to b.s over OS2 { length 3 km }
`;

  it('are all told, the others with the worst of them', async () => {
    const { analysis } = await analyzeText(text);
    const reach = analysis.findings.filter(({ rule }) => rule === 'optics/reach');
    expect(reach).toMatchObject([
      {
        message: '2 links are 3 km long (a.s[1] to b.s[1], …); 800GBASE-DR8 reaches 500 m on OS2.',
        consequences: expect.arrayContaining(['3 links are 3 km long (a.s[3] to b.s[3], …); Far reaches 1 km on OS2.']),
      },
    ]);
    expect(reach[0]?.folded?.map(({ rule }) => rule)).toContain('optics/reach');
  });
});

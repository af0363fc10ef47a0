// Links that repeat an earlier one are not read in full, and make no difference: findings about them are the same.
import { type Finding, linkGroupWith } from '@lightloom/core';
import fc from 'fast-check';
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type * as ast from '../src/generated/ast.ts';
import { createEditorServices } from '../src/lsp/editor-module.ts';
import { foldedLink } from '../src/parse/index.ts';
import { analyzeText, type Tested } from '../src/testing.ts';

const head = `import "std/osfp"
switch type Leaf { height 2 RU  ports up[1..8] : OSFP  ports down[1..2][1..3] : OSFP }
switch leaf[1..12] : Leaf
switch spine[1..2, 7..9][1..2] : Leaf
switch lone : Leaf
plug Osfp800Dr8 into leaf[*].*, spine[*].*
let far = 40 m
template Unit(span = 20 m) {
  switch edge[1..4] : Leaf
  plug Osfp800Dr8 into edge[*].*
`;

/** Where links may start and end; some of it is not there. */
const end = fc.oneof(
  { weight: 14, arbitrary: fc.tuple(fc.nat(12), fc.nat(8)).map(([i, p]) => `leaf[${i}].up[${p}]`) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(10), fc.nat(2), fc.nat(9)).map(([i, j, p]) => `spine[${i}][${j}].up[${p}]`),
  },
  { weight: 2, arbitrary: fc.tuple(fc.nat(9), fc.nat(3)).map(([p, c]) => `leaf[${p}].up[1]/${c}`) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(3), fc.nat(4)).map(([i, j]) => `lone.down[${i}][${j}]`) },
  { weight: 1, arbitrary: fc.nat(9).map((p) => `edge[${p}].up[${p}]`) },
  { weight: 1, arbitrary: fc.constantFrom('leaf[1..2].up[1]', 'leaf[*].up[3]', 'leef[3].up[1]', 'leaf[2].top[1]') },
  { weight: 1, arbitrary: fc.constantFrom('leaf[007].up[1]', 'leaf[999999999999].up[1]', 'leaf[1].up[2]/12') },
);
const path = fc.constantFrom(
  'over OS2 { length 30 m  connectors 2 x MPO16 }',
  'over OS2 { length 30 m  connectors 2 x MPO16 }',
  'over OS2 { length 31 m  connectors 2 x MPO16 }',
  'over OS2 { length 7.25 m  connectors 2 x MPO16 }',
  'over OS2 { length 7000 m  connectors 2 x MPO16 }',
  'over OS2 { length 0 m  connectors 2 x MPO16 }',
  'over OS2 { length 1,200 m  connectors 2 x MPO16 }',
  'over OS2 { length 2.5 km  connectors 2 x MPO16 }',
  'over OS2 { connectors 12 x MPO16  length 30 m  penalty 1 dB }',
  'over OS2 { connectors 12 x MPO16  length 3000 m  penalty 1 dB }',
  'over OS2 { length 30 W }',
  'over OS2 { length far }',
  'over OS2 { length span  polarity type-B }',
  'over Nothing { length 30 m }',
  'over OS2 { lenght 30 m }',
  'over OM4 { length 300 m  connectors 2 x MPO16 low-loss }',
  'over OS2',
  '',
);
const link = fc.tuple(end, end, path).map(([from, to, over]) => `link ${from} to ${to} ${over}`.trimEnd());
const design = fc
  .tuple(fc.array(link, { maxLength: 40 }), fc.array(link, { maxLength: 12 }))
  .map(([top, within]) => [head, ...within, '}', 'su : Unit', 'other : Unit(25 m)', ...top].join('\n'));

/** The same with every link of its own form: a comment that no other has. */
function apart(text: string): string {
  let count = 0;
  return text.replace(/^link/gm, () => `link /*${count++}*/`);
}

function plain(text: string): string {
  return text.replace(/\/\*\d+\*\/ ?/g, '');
}

function said({ analysis, document }: Tested): unknown {
  const { fabric, findings, judged } = analysis;
  const source = document.textDocument.getText();
  const at = ({ start, end: last }: { start: number; end: number }): string => plain(source.slice(start, last));
  const line = (offset: number): number => source.slice(0, offset).split('\n').length;
  return {
    links: [...fabric.links.from].map((from, i) => [from, fabric.links.to[i]]),
    groups: fabric.linkGroups.map((each) => [
      plain(each.from.text),
      plain(each.to.text),
      at(each.origin),
      at(each.from.origin),
      at(each.to.origin),
      each.mediumOrigin === undefined ? undefined : at(each.mediumOrigin),
      each.fiber?.name,
      each.medium.length?.value,
      each.fault?.kind,
    ]),
    gaps: fabric.gaps,
    judged: [judged.judged, judged.unjudged],
    findings: findings.map((each: Finding) => [
      each.rule,
      plain(each.message),
      each.help,
      at(each.origin),
      line(each.origin.start),
      each.related.map((other) => [at(other.origin), other.message]),
      each.fixes.map((fix) => [fix.title, fix.edits.map((edit) => [at(edit.origin), edit.text])]),
    ]),
  };
}

const countedLinks = ({ document }: Tested): ast.Statement[] =>
  (document.parseResult.value as ast.FabricFile).statements.filter((each) => each.$type === 'Link');

describe('links that are alike', () => {
  it('mean what each would mean by itself', async () => {
    await fc.assert(
      fc.asyncProperty(design, async (text) => {
        const separate = await analyzeText(apart(text));
        expect(countedLinks(separate).some((each) => foldedLink(each) !== undefined)).toBe(false);
        expect(said(await analyzeText(text))).toEqual(said(separate));
      }),
      { numRuns: 150 },
    );
  });

  it('have their places where a later link has the text of one that was not read', async () => {
    const link = (from: string, length: string): string =>
      `link ${from} to leaf[1].up[1] over OS2 { length ${length} m  connectors 2 x MPO16 }`;
    const text = `${head}}\n${[
      link('leaf[2].up[1]', '30'),
      link('leaf[2].up[1]', '7000'),
      // The length of the link before it, with which it can't be compared: it is read in full, and repeated with another length.
      link('spine[1][1].up[1]', '7000'),
      link('spine[1][1].up[1]', '800'),
      link('spine[2][1].up[1]', '12000'),
    ].join('\n')}\n`;
    expect(said(await analyzeText(text))).toEqual(said(await analyzeText(apart(text))));
  });

  const lines = Array.from(
    { length: 8 },
    (_, i) => `link leaf[${i + 1}].up[1] to spine[7][1].up[${i + 1}] over OS2 {}`,
  );
  const flat = [head, '}', ...lines.map((each) => each.replace('{}', '{ length 30 m }'))].join('\n');

  it('are read once', async () => {
    const tested = await analyzeText(flat);
    const folded = countedLinks(tested).map((each) => foldedLink(each) !== undefined);
    expect(folded).toEqual([false, true, true, true, true, true, true, true]);
  });

  it('hold all that a link holds when they are asked', async () => {
    const tested = await analyzeText(flat);
    const [first, second] = countedLinks(tested) as ast.Link[];
    expect(second?.from[0]?.$cstNode?.text).toBe('leaf[2].up[1]');
    expect(second?.medium?.definition.ref?.name).toBe('OS2');
    expect(Object.keys(second ?? {}).filter((each) => !each.startsWith('$'))).toEqual(
      expect.arrayContaining(Object.keys(first ?? {}).filter((each) => !each.startsWith('$'))),
    );
    expect(second?.to[0]?.$container).toBe(second);
    expect(foldedLink(second as ast.Link)).toBeUndefined();
  });

  it('are links like others in the fabric, copied with what they compute when they are asked', async () => {
    const { linkGroups } = (await analyzeText(flat)).analysis.fabric;
    const [first, second] = linkGroups;
    if (first === undefined || second === undefined) throw new Error('Links are missing.');
    const { text, origin } = second.from;
    expect([text, flat.slice(origin.start, origin.end)]).toEqual(['leaf[2].up[1]', 'leaf[2].up[1]']);
    const copy = linkGroupWith(second, { first: 70 });
    expect(copy).toMatchObject({ first: 70, from: { text }, to: second.to, origin: second.origin, fiber: first.fiber });
    expect(new Set(Object.keys(copy))).toEqual(new Set(Object.keys(first)));
  });

  it('are found by what they refer to', async () => {
    const { shared, references } = createEditorServices(EmptyFileSystem.fileSystemProvider());
    const uri = URI.parse('file:///flat.fabric');
    shared.workspace.TextDocuments.set(TextDocument.create(uri.toString(), 'fabric', 0, flat));
    await shared.workspace.DocumentBuilder.update([uri], []);
    const document = shared.workspace.LangiumDocuments.getDocument(uri) as LangiumDocument;
    const leaf = (document.parseResult.value as ast.FabricFile).statements.find(
      (each) => each.$type === 'Instance' && each.name === 'leaf',
    ) as ast.Instance;
    const found = references.References.findReferences(leaf, { includeDeclaration: false }).toArray();
    // Each of the eight links, and the line that plugs modules.
    expect(found).toHaveLength(9);
  });
});

// Text of strangers in an editor: comments, sources and names are shown, and nothing in them is Markdown, HTML, a link or an image.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, DocumentSymbol, Hover, MarkupContent } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const text = '<img src=x> ![i](https://evil.example/p.png) [a](command:x) www.evil.example \u202e \u001b[31m **b**';
const source = `import "std/osfp"
/** ${text}
 *
 * \`\`\`
 * ${text}
 */
switch type Evil { height 2 RU source "${text}"  power 1 kW assumed "\`\`\`${text}"  liquid 0 %  ports p[1..2] : OSFP }
/** ${text} */
switch __evil__[1..2] : Evil { power 2 kW source "${text}" }
/** ${text} */
let hosts = 4 /* \`\`\` ${text} */
link __evil__[1].p to __evil__[2].p over OS2 { length 30 m assumed "${text}" /* ${text} */ }
let label = "${text}"
let other = label
network n : scale-out { switch a : Evil }
view tree "${text}"
`;

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
  await editor.open('evil.fabric', source);
});
afterAll(() => editor.stop());

/** What is left of Markdown outside of code and escapes. */
function meaningIn(markdown: string): readonly string[] {
  const rest = markdown
    .replace(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, 'code')
    .replace(/(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)/g, 'code')
    .replace(/\\[!-/:-@[-`{-~]/g, '');
  return rest.match(/<[a-z/!].*|!\[.*|\]\(.*|:\/\/.*|www\..*|command:.*|`.*/gi) ?? [];
}

const unseen = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Every offset of a word: a hover anywhere is tried. */
const offsets = [...source.matchAll(/[A-Za-z_][\w-]*|\d+/g)].map(({ index }) => index);

describe('in an editor', () => {
  it('hovers show it and no more', async () => {
    const shown = new Set<string>();
    for (const offset of offsets) {
      const place = editor.document('evil.fabric').positionAt(offset);
      const found = await editor.ask<Hover | null>('textDocument/hover', 'evil.fabric', place);
      shown.add((found?.contents as MarkupContent | undefined)?.value ?? '');
    }
    expect(
      [...shown].filter((each) => each.includes('evil.example') || each.includes('evil\\.example')).length,
    ).toBeGreaterThan(4);
    for (const each of shown) {
      expect(meaningIn(each)).toEqual([]);
      expect(each).not.toMatch(unseen);
    }
  });

  it('completion shows it and no more', async () => {
    const items: CompletionItem[] = [];
    for (const before of [': Evil', '[1].p to', 'Evil }', 'hosts', '= label']) {
      const place = editor.at('evil.fabric', before, 2);
      const found = await editor.ask<CompletionList | null>('textDocument/completion', 'evil.fabric', place);
      for (const each of found?.items ?? [])
        items.push(
          each.data === undefined
            ? each
            : await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', each),
        );
    }
    const documents = items.map(({ documentation }) => (documentation as MarkupContent | undefined)?.value ?? '');
    expect(documents.filter((each) => each.includes('evil')).length).toBeGreaterThan(1);
    for (const each of documents) expect([meaningIn(each), each]).toEqual([[], expect.not.stringMatching(unseen)]);
    for (const { detail = '' } of items) expect(detail).not.toMatch(unseen);
  });

  it('messages and the outline show it and no more', async () => {
    for (const { message } of editor.diagnostics.get(editor.uri('evil.fabric')) ?? [])
      expect(message).not.toMatch(unseen);
    const symbols = await editor.askAll<DocumentSymbol[]>('textDocument/documentSymbol', 'evil.fabric');
    expect(symbols.length).toBeGreaterThan(3);
    expect(symbols.map(({ name, detail }) => name + detail).filter((each) => unseen.test(each))).toEqual([]);
  });
});

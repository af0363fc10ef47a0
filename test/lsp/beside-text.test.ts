// What the editor shows beside the text and above it: inlay hints, code lenses, signatures, colors by meaning.
import { hintKinds, lensKinds } from '@lightloom/language/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
} from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const pod = 'xpo-pod.fabric';
const auto = 'liquid-hall.fabric';
const small = 'small.fabric';
const text = `import "std/xpo" as x
import "std/fiber"
let n = 4
/** A block of some hosts. */
template Block(hosts = 2, leaf = Box) {
    switch s[1..hosts][1..n] : leaf
    for i in 1..hosts, j in i + 1..n { let pair = i }
    for k in 1..3 { let once = k }
}
switch type Box { ports p[1..n * 2] : x.XPO  power 1 kW  height 2 RU }
module type Quiet is x.Xpo { power 100 W }
network net : storage {
    a : Block(n, Box)
    ring[1..4] : Block(hosts = 1)
    host h[1..2] : Missing
}
cdu c { pressure 10 psi }
loop l { flow 132.6 GPM }
require power(net) <= 1 kW
require margin(net) >= 1 dB
view all "All of it"
`;

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({ [small]: text }, [pod, 'site.fabric', auto]).start({ commands: true });
  for (const each of [pod, auto, small]) await editor.open(each);
});
afterAll(() => editor.stop());

/** A line of a file, from its first character on. */
function lineOf(file: string, start: string) {
  const { line } = editor.at(file, start);
  return { line, text: editor.text(file).split('\n')[line] ?? '' };
}

/** A line with its hints in it. */
async function hinted(file: string, start: string): Promise<string> {
  const { line, text: plain } = lineOf(file, start);
  const range = { start: { line, character: 0 }, end: { line, character: plain.length } };
  const hints = (await editor.askAll<InlayHint[] | null>('textDocument/inlayHint', file, { range })) ?? [];
  return hints
    .sort((a, b) => b.position.character - a.position.character)
    .reduce((sofar, { position: { character }, label }) => {
      return `${sofar.slice(0, character)}‹${label as string}›${sofar.slice(character)}`;
    }, plain)
    .trim();
}

describe('inlay hints', () => {
  it.each([
    // 64 nodes in each of two units; 14.5 kW and 8 modules of 15 W each.
    [pod, 'host   node', '[1..hosts]‹= 64, 128 in all› : Node‹14.62 kW, 13.75 L/min each›'],
    [pod, 'switch leaf', 'leaf[1..8]‹16 in all›     : leafType‹2.524 kW, 3.33 L/min each›'],
    [pod, 'switch spine', 'spine[1..8]: XpoSpine‹'],
    [pod, 'link   node', 'as rails‹1,024 links›'],
    [pod, 'link su', 'as mesh‹1,024 links, 8 a pair›'],
    [pod, 'over OS2 { length 60 m', 'low-loss }‹1.576 dB margin›'],
    [pod, 'plug XpoDr', 'plug XpoDr‹128 W, 0.35 L/min each› into su[*].leaf[*].*, spine[*].*‹192 modules›'],
    [pod, 'su[1..2] ', ': ScalableUnit(‹hosts:›64)'],
    [pod, 'rack net', ': LiquidRack‹at most 30.288 kW, 40 L/min›'],
    [auto, 'over OS2 { length auto', 'length auto‹= 10.2 m to 13.2 m›'],
    [small, 'switch s', '[1..hosts][1..n]‹= 4 to 16, 32 in all›'],
    // Six pairs of four, or three of those with the first; a range in plain numbers says it itself.
    [small, 'for i in', 'j in i + 1..n‹= 3 to 6 times›'],
    [small, 'for k in', 'for k in 1..3 {'],
    [small, 'switch type Box', 'p[1..n * 2]‹= 8›'],
    [small, 'switch type Box', 'height 2 RU‹= 88.9 mm›'],
    [small, 'a : Block', 'Block(‹hosts:›n, ‹leaf:›Box)'],
    [small, 'ring[', 'Block(hosts = 1)'],
    [small, 'cdu c', '10 psi‹= 68.95 kPa›'],
    [small, 'loop l', '132.6 GPM‹= 501.9 L/min›'],
  ])('in %s, at %s', async (file, start, shown) => {
    expect(await hinted(file, start)).toContain(shown);
  });

  it('say nothing of a link that can’t be laid, and follow the text', async () => {
    await editor.replace(pod, 'spine[1..8]:', 'spine[1..7]:');
    expect(await hinted(pod, 'link su')).not.toContain('‹');
    await editor.replace(pod, 'spine[1..7]:', 'spine[1..8]:');
  });

  it('give no margin of a cable with fixed ends, which has no loss to count', async () => {
    const cabled = `import "std/osfp"
import "std/copper"
switch type Box { height 2 RU  ports p[1..8] : OSFP }
network n : storage {
    switch a[1..2] : Box
    link a[1].p[1..4] to a[2].p[1..4] over DAC { length 1 m }
}
`;
    await editor.open('cabled.fabric', cabled);
    expect(await hinted('cabled.fabric', 'link a')).toBe(
      'link a[1].p[1..4] to a[2].p[1..4]‹4 links, 4 a pair› over DAC { length 1 m }',
    );
    await editor.close('cabled.fabric');
  });

  it('give no margin of a path of which a part is not understood', async () => {
    await editor.replace(pod, 'over OS2 { length 60 m  connectors', 'over OS2 { length 60 m  conn');
    expect(await hinted(pod, 'over OS2 { length 60 m')).toContain('‹unknown margin›');
    await editor.replace(pod, '60 m  conn 4', '60 m  connectors 4');
    expect(await hinted(pod, 'over OS2 { length 60 m')).toContain('‹1.576 dB margin›');
  });

  it('are switched off kind by kind', async () => {
    const set = (lightloom: object) =>
      editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { lightloom } });
    await set({ inlayHints: { sizes: false, arguments: false } });
    expect(await hinted(small, 'a : Block')).toBe('a : Block(n, Box)');
    expect(await hinted(small, 'switch type Box')).not.toContain('= 8›');
    await set({ inlayHints: Object.fromEntries(Object.keys(hintKinds).map((each) => [each, false])) });
    expect(await hinted(pod, 'plug XpoDr')).not.toContain('‹');
    await set({ codeLens: Object.fromEntries(Object.keys(lensKinds).map((each) => [each, false])) });
    expect(await editor.askAll('textDocument/codeLens', pod)).toEqual([]);
    await set({});
    expect(await hinted(small, 'a : Block')).toContain('‹hosts:›');
  });
});

describe('code lenses', () => {
  const lenses = async (file: string, start: string): Promise<CodeLens[]> => {
    const { line } = lineOf(file, start);
    const all = (await editor.askAll<CodeLens[] | null>('textDocument/codeLens', file)) ?? [];
    return all.filter(({ range }) => range.start.line === line);
  };
  it.each([
    [
      pod,
      'network backend',
      ['oversubscription 1 · 2,048 links · 128 hosts · 24 switches · 1,216 modules · 1.932 MW', 'Draw'],
    ],
    [pod, 'loop primary', ['1.633 MW of 1.908 MW · headroom 14.42 % · return 52.84 °C']],
    [
      pod,
      'feed A',
      ['A', 'B'].map((each) => `${each}: 965.968 kW, 1.932 MW when others fail, of 2.4 MW · headroom 19.5 %`),
    ],
    [pod, 'require headroom', ['holds: 14.42 %, 4.42 percentage points to spare']],
    [pod, 'require temperature', ['holds: 52.84 °C, 2.16 K to spare']],
    [pod, 'view overview', ['Open']],
    [pod, 'switch type XpoSwitch', ['4 uses']],
    [pod, 'template ScalableUnit', ['1 use']],
    [small, 'module type Quiet', ['0 uses']],
  ])('in %s, at %s', async (file, start, titles) => {
    expect((await lenses(file, start)).map(({ command }) => command?.title)).toEqual(titles);
  });

  it('say by how much a requirement fails, and why one is not known', async () => {
    expect((await lenses(small, 'require power'))[0]?.command?.title).toMatch(/^fails: at least 32 kW/);
    expect((await lenses(small, 'require margin'))[0]?.command?.title).toMatch(/^not known: net has no optical links/);
  });

  it('carry the commands of a client that has them', async () => {
    const [, draw] = await lenses(pod, 'network backend');
    expect(draw?.command).toMatchObject({
      command: 'lightloom.openView',
      arguments: [editor.uri(pod), 'network:backend'],
    });
    const [uses] = await lenses(pod, 'switch type XpoSwitch');
    const position = editor.at(pod, 'XpoSwitch {');
    expect(uses?.command).toMatchObject({ command: 'lightloom.showUses', arguments: [editor.uri(pod), position] });
  });
});

describe('signature help', () => {
  /** The signature while a line is written at the end of the small file, the active parameter between bars. */
  const signature = async (line: string): Promise<string | undefined> => {
    const { document } = { document: editor.document(small) };
    const end = document.getText().length;
    await editor.type(small, end, end, line);
    await editor.settled(small);
    const position = editor.document(small).positionAt(end + line.length);
    const help = await editor.ask<SignatureHelp | null>('textDocument/signatureHelp', small, position);
    await editor.type(small, end, end + line.length, '');
    await editor.settled(small);
    const [only] = help?.signatures ?? [];
    const active = only?.parameters?.[help?.activeParameter ?? 0]?.label as [number, number] | undefined;
    if (only === undefined || active === undefined) return only?.label;
    return `${only.label.slice(0, active[0])}|${only.label.slice(...active)}|${only.label.slice(active[1])}`;
  };
  it.each([
    ['b : Block(', 'Block(|hosts = 2|, leaf = Box)'],
    ['b : Block(4, ', 'Block(hosts = 2, |leaf = Box|)'],
    ['b : Block(leaf = ', 'Block(hosts = 2, |leaf = Box|)'],
    ['link net.a.s.p as torus(2, 3, ', 'torus(|size, …|)'],
    ['link net.a.s.p as dragonfly(2, ', 'dragonfly(routers of a group, |hosts of a router|, global links of a router)'],
    ['require power(', 'power(|device | rack | block | network | feed, …|)'],
    ['require oversubscription(net, ', 'oversubscription(|network | block | device, …|)'],
  ])('at the end of `%s`', async (line, shown) => {
    expect(await signature(line)).toBe(shown);
  });
  it.each(['let q = (1 + ', 'b : Block(4)', 'link net.a.s.p as ring', 'template T('])(
    'is silent at the end of `%s`',
    async (line) => {
      expect(await signature(line)).toBeUndefined();
    },
  );
});

describe('semantic tokens', () => {
  const legend = () => editor.initialized?.capabilities.semanticTokensProvider?.legend;
  /** `Box:type` for each token of a line. */
  const tokensIn = (file: string, { data }: SemanticTokens, wanted: number): string[] => {
    const lines = editor.text(file).split('\n');
    const found: string[] = [];
    for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
      const [lines0 = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
      [line, character] = [line + lines0, lines0 > 0 ? characters : character + characters];
      if (line !== wanted) continue;
      const modifiers = (legend()?.tokenModifiers ?? []).filter((_, bit) => (bits & (1 << bit)) !== 0);
      const name = lines[line]?.slice(character, character + length);
      found.push([`${name}:${legend()?.tokenTypes[type]}`, ...modifiers].join('.'));
    }
    return found;
  };
  it.each([
    [
      'switch type Box',
      'Box:type.declaration p:portGroup.declaration n:variable.readonly x:namespace XPO:type.defaultLibrary power:property 1:number kW:unit height:property 2:number RU:unit',
    ],
    ['template Block', 'Block:class.declaration hosts:parameter.declaration leaf:parameter.declaration Box:type'],
    ['a : Block', 'a:variable.declaration Block:class n:variable.readonly Box:type'],
    ['host h', 'h:variable.declaration Missing:unknown'],
    ['network net', 'net:namespace.declaration storage:enumMember'],
    ['require power', 'power:fact net:namespace 1:number kW:unit'],
  ])('of %s', async (start, shown) => {
    const { line } = lineOf(small, start);
    const all = await editor.askAll<SemanticTokens>('textDocument/semanticTokens/full', small);
    expect(tokensIn(small, all, line).join(' ')).toBe(shown);
    const range = { start: { line, character: 0 }, end: { line, character: 200 } };
    const some = await editor.askAll<SemanticTokens>('textDocument/semanticTokens/range', small, { range });
    expect(tokensIn(small, some, line).join(' ')).toBe(shown);
  });

  it('are sent as what has changed', async () => {
    const before = await editor.askAll<SemanticTokens>('textDocument/semanticTokens/full', small);
    await editor.replace(small, 'host h[1..2] : Missing', 'host h[1..2] : Box');
    const previousResultId = before.resultId;
    const method = 'textDocument/semanticTokens/full/delta';
    const { edits } = await editor.askAll<SemanticTokensDelta>(method, small, { previousResultId });
    const after = [...before.data];
    for (const { start, deleteCount, data = [] } of edits.toReversed()) after.splice(start, deleteCount, ...data);
    expect(edits.length).toBe(1);
    expect(edits[0]?.deleteCount).toBeLessThan(before.data.length / 4);
    const now = await editor.askAll<SemanticTokens>('textDocument/semanticTokens/full', small);
    expect(after).toEqual(now.data);
    await editor.replace(small, 'host h[1..2] : Box', 'host h[1..2] : Missing');
  });
});

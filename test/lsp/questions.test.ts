// What a client can ask beyond the protocol: overview, report, tables, explanations, comparisons, plans; and files it reads itself.
import {
  type Answer,
  type ClientFileInfo,
  clientFiles,
  type OverviewResult,
  questions,
  type RevisionParams,
  type TableInfo,
  type TemplateInfo,
} from '@lightloom/language/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor } from './editor.ts';

const pod = 'xpo-pod.fabric';
const far = 'vscode-vfs://github/someone/pod.fabric';

/** Files that only the client can read. */
const virtual: Readonly<Record<string, string>> = {
  'vscode-vfs://github/someone/parts.fabric': 'rack type Cabinet { height 42 RU }\n',
};

let editor: Editor;
/** Files of a revision by address; what isn't there is as on the disk. */
const revisions = new Map<string, string | null>();
beforeAll(async () => {
  editor = new Editor({}, [pod, 'site.fabric']);
  editor.connection.onRequest(clientFiles.readRevision, ({ uri, revision }: RevisionParams) => {
    const key = `${revision} ${uri}`;
    return revisions.has(key) ? revisions.get(key) : null;
  });
  editor.connection.onRequest(clientFiles.stat, ({ uri }: { uri: string }): ClientFileInfo | null =>
    virtual[uri] === undefined ? null : { isFile: true, isDirectory: false },
  );
  editor.connection.onRequest(clientFiles.read, ({ uri }: { uri: string }) => virtual[uri] ?? null);
  editor.connection.onRequest(clientFiles.list, () => []);
  await editor.start();
  await editor.open(pod);
});
afterAll(() => editor.stop());

const ask = <R>(method: string, params: object = {}): Promise<R> =>
  editor.connection.sendRequest<R>(method, { uri: editor.uri(pod), ...params });

describe('the overview', () => {
  it('has each network, rack, loop and feed with its load, and where it is written', async () => {
    const found = await ask<OverviewResult>(questions.overview);
    expect(found).toMatchObject({ isEmpty: false, power: '1.932 MW', margin: '1.488 dB' });
    expect(found.counts.error).toBe(0);
    const figures = (things: OverviewResult['racks']) => things.map(({ name, figures: of }) => [name, of]);
    expect(figures(found.networks)).toEqual([['backend', expect.stringMatching(/^oversubscription 1 · 2,048 links/)]]);
    expect(figures(found.loops)).toEqual([['primary', '1.633 MW of 1.908 MW · headroom 14.42 % · return 52.84 °C']]);
    expect(figures(found.feeds)).toEqual(
      ['A', 'B'].map((each) => [each, expect.stringMatching(/^965\.968 kW, .* · headroom 19\.5 %$/)]),
    );
    expect(figures(found.racks)).toEqual([
      ['net', '2 racks · LiquidRack'],
      ['gpu', '32 racks · LiquidRack'],
    ]);
    expect(figures(found.racks[0]?.parts ?? [])).toEqual([
      ['net[1]', '30.288 kW · headroom 74.76 % · 12 OU'],
      ['net[2]', '30.288 kW · headroom 74.76 % · 12 OU'],
    ]);
    const [{ place, view, state } = { place: undefined, view: '', state: '' }] = found.networks;
    expect([place?.range.start.line, view, state]).toEqual([
      editor.at(pod, 'network backend').line,
      'network:backend',
      'fine',
    ]);
  });

  it('marks what a finding is about', async () => {
    await editor.replace(pod, 'flow    1900 L/min', 'flow    900 L/min');
    const { loops, counts } = await ask<OverviewResult>(questions.overview);
    expect(loops[0]?.state).toBe('error');
    expect(counts.error).toBeGreaterThan(0);
    await editor.replace(pod, 'flow    900 L/min', 'flow    1900 L/min');
  });
});

describe('documents', () => {
  it('are the report in three formats', async () => {
    expect(await ask<string>(questions.report, { format: 'md' })).toMatch(/^# .*xpo-pod/);
    expect(await ask<string>(questions.report, { format: 'html' })).toContain('Content-Security-Policy');
    expect(JSON.parse(await ask<string>(questions.report, { format: 'json' }))).toHaveProperty('totals');
  });

  it('are the tables', async () => {
    const names = (await ask<TableInfo[]>(questions.tables)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['bom', 'cables', 'labels']));
    expect(await ask<string>(questions.table, { name: 'bom', format: 'csv' })).toContain('XpoDr');
    expect(await ask(questions.table, { name: 'nothing', format: 'csv' })).toBeNull();
  });

  it.each([
    ['su[1].leaf[3].up[1]/5', /linked to backend\.spine\[1\]/],
    ['margin(backend)', /\*\*1\.488 dB\*\*/],
    ['nobody', { problem: expect.stringMatching(/`nobody` matches nothing/) }],
  ])('explain %s', async (asked, says) => {
    const answer = await ask<Answer>(questions.explain, { asked });
    if (says instanceof RegExp) expect('markdown' in answer && answer.markdown).toMatch(says);
    else expect(answer).toEqual(says);
  });
});

describe('comparison with a revision', () => {
  it('reads the design and what it imports there', async () => {
    const at = (name: string, text: string) => revisions.set(`HEAD~1 ${editor.uri(name)}`, text);
    at(pod, editor.text(pod).replace('spine[1..8]: XpoSpine', 'spine[1..4]: XpoSpine'));
    at('site.fabric', 'cdu type RowCdu1MW { capacity 1 MW  flow 1500 L/min  approach 4 K }\n');
    const answer = await ask<Answer>(questions.compare, { revision: 'HEAD~1' });
    expect('markdown' in answer && answer.markdown).toMatch(/HEAD~1:xpo-pod\.fabric/);
    expect('markdown' in answer && answer.markdown).toMatch(/spine/);
  });

  it('says that all is new where there was no such design', async () => {
    const answer = await ask<Answer>(questions.compare, { revision: 'first' });
    expect('markdown' in answer && answer.markdown).toMatch(/xpo-pod\.fabric/);
  });
});

describe('plans', () => {
  it('fill the holes of what is typed', async () => {
    const holes = `switch type Box { power 2 kW  liquid 0 % }
rack type Cabinet { height 42 RU  power 8 kW }
switch box[1..10] : Box
rack r[1..?] : Cabinet
place box[*] in r[*] ? each
require power(r.each) <= 5 kW
`;
    await editor.open('holes.fabric', holes);
    const answer = await ask<Answer>(questions.fill, { uri: editor.uri('holes.fabric') });
    expect('design' in answer && answer.design).toMatch(/rack r\[1\.\.\d+\][\s\S]*in r\[\*\] [12] each/);
    expect(await ask(questions.fill)).toEqual({ problem: 'The design has no `?` to fill.' });
  });

  it('give the smallest network as a design', async () => {
    const types = await ask<string[]>(questions.switchTypes);
    expect(types).toContain('SN5600');
    const request = { folder: editor.uri(''), hosts: 64, rate: 800e9, leaf: 'SN5600' };
    const answer = await ask<Answer>(questions.plan, request);
    expect('design' in answer && answer.design).toMatch(/SN5600/);
    expect(await ask(questions.plan, { ...request, leaf: 'Nothing' })).toHaveProperty('problem');
  });

  it('start from templates', async () => {
    const found = await ask<TemplateInfo[]>(questions.templates);
    expect(found.map(({ name }) => name)).toContain('xpo-pod');
    for (const { title, text } of found) expect([title.length > 5, text.includes('network')]).toEqual([true, true]);
  });
});

it('reads what isn’t on the disk through the client', async () => {
  const found = await editor.open(far, 'import "./parts.fabric"\nimport "./gone.fabric"\nrack r[1..2] : Cabinet\n');
  expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([['import/not-found', 1]]);
});

it('computes figures on the basis that the client asks for', async () => {
  const text = 'switch type Box { power 2 kW  typical-power 1 kW }\nswitch box : Box\n';
  const typical = await new Editor({ 'box.fabric': text }, []).start({ basis: 'typical' });
  await typical.open('box.fabric');
  const uri = typical.uri('box.fabric');
  expect(await typical.connection.sendRequest<OverviewResult>(questions.overview, { uri })).toMatchObject({
    power: '1 kW',
  });
  await typical.stop();
});

// What a client can ask beyond the protocol: overview, report, exports, explanations, lanes, comparisons, plans; and files it reads itself.
import { tableExports } from '@lightloom/core';
import {
  type Answer,
  type ClientFileInfo,
  clientFiles,
  type ExportInfo,
  type ExportResult,
  type OverviewResult,
  questions,
  type RevisionParams,
  type TemplateInfo,
} from '@lightloom/language/protocol';
import { type DocumentKind, formatsOf, reportDocument, tableDocument } from '@lightloom/print';
import { printerIn } from '@lightloom/render/printer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawingFormatOf, drawingFormats } from '../../packages/cli/src/drawing/formats.ts';
import { assetsFolder } from '../../packages/cli/test/lightloom.ts';
import { Editor } from './editor.ts';

const pod = 'xpo-pod.fabric';
const far = 'vscode-vfs://github/someone/pod.fabric';

/** Two switches and a link. */
const two = `import "std/osfp"
switch type Box { height 2 RU  ports p[1..2] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
}
`;

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

  it('are what the command line exports, in its formats that are text', async () => {
    const infos = await ask<ExportInfo[]>(questions.exports);
    const endings = (name: string) => infos.find((each) => each.name === name)?.formats.map(({ ending }) => ending);
    const namesOf = <T>(kind: DocumentKind<T>): string[] => formatsOf(kind).map(({ name }) => name);
    expect(infos.map(({ name }) => name)).toEqual(['report', 'drawings', ...tableExports.map(({ name }) => name)]);
    expect(new Set(endings('report'))).toEqual(new Set(namesOf(reportDocument)));
    for (const { name } of tableExports) expect(endings(name)).toEqual(namesOf(tableDocument));
    // PNG is written by the page, PDF where there are fonts.
    const drawn = drawingFormats.filter((each) => each !== 'png' && each !== 'pdf');
    expect(new Set(endings('drawings')?.map((each) => drawingFormatOf(`a.${each}`)))).toEqual(new Set(drawn));
  });

  it('are written as they are asked for', async () => {
    const file = (name: string, ending: string) => ask<ExportResult>(questions.exportFile, { name, ending });
    const text = async (name: string, ending: string) => {
      const result = await file(name, ending);
      return 'text' in result ? result.text : result;
    };
    expect(await text('bom', 'csv')).toContain('XpoDr');
    expect(await text('report', 'html')).toContain('<svg');
    expect(await text('drawings', 'html')).toContain('network:backend');
    expect(await text('drawings', 'mmd')).toMatch(/^flowchart|^graph/m);
    expect(await file('bom', 'xlsx')).toEqual({ problem: "A browser doesn't write xlsx; choose another format." });
    expect(await file('nothing', 'csv')).toEqual({ problem: 'There is no nothing as csv.' });
  });

  it('are written as bytes too where the server has a printer', async () => {
    const machine = await new Editor({ 'two.fabric': two }, [], printerIn(assetsFolder())).start();
    try {
      await machine.open('two.fabric');
      const asked = <R>(method: string, more: object = {}): Promise<R> =>
        machine.connection.sendRequest<R>(method, { uri: machine.uri('two.fabric'), ...more });
      const infos = await asked<ExportInfo[]>(questions.exports);
      const bytes = infos.flatMap(({ name, formats }) =>
        formats.filter(({ ending }) => ['pdf', 'xlsx'].includes(ending)).map(({ ending }) => ({ name, ending })),
      );
      expect(bytes).toEqual([
        { name: 'drawings', ending: 'pdf' },
        ...tableExports.flatMap(({ name }) => [
          ...(name === 'labels' ? [{ name, ending: 'pdf' }] : []),
          { name, ending: 'xlsx' },
        ]),
      ]);
      for (const each of [
        { name: 'bom', ending: 'xlsx', start: 'PK' },
        { name: 'labels', ending: 'pdf', start: '%PDF-' },
        { name: 'drawings', ending: 'pdf', start: '%PDF-', view: 'network:n' },
      ]) {
        const result = await asked<ExportResult>(questions.exportFile, each);
        expect('base64' in result && atob(result.base64).slice(0, each.start.length), each.name).toBe(each.start);
      }
    } finally {
      await machine.stop();
    }
  });

  it('trace the lanes of a port: what each step loses, the power behind it, and where each lane arrives', async () => {
    const answer = await ask<Answer>(questions.trace, { asked: 'su[1].leaf[3].up[1]/5' });
    expect('markdown' in answer ? answer.markdown : answer).toMatchInlineSnapshot(`
      "### backend.su[1].leaf[3].up[1]/5 → backend.spine[1].down[2]/5

      | | step | loses | up to here |
      |--:|---|--:|--:|
      | 1 | XpoDr in backend.su[1].leaf[3].up[1]/5, 800GBASE-DR4, rack net[1] |  |  |
      | 2 | OS2, 60 m | 0.024 dB | 0.024 dB |
      | 3 | 4 × MPO16, low-loss | 1.4 dB | 1.424 dB |
      | 4 | XpoDr in backend.spine[1].down[2]/5, 800GBASE-DR4, rack net[2] |  | margin 1.576 dB |

      The lanes can\\'t be followed\\: the cords have no \`polarity\`\\.

      A design says how many connectors\\, splices and panels are on a path\\, and not where\\: equal ones are one step\\."
    `);
    await editor.open(
      'lanes.fabric',
      `import "std/qsfp"
switch type Box { height 2 RU  ports p[1..2] : QSFP-DD }
switch a : Box
switch b : Box
plug QsfpDd400Dr4 into a.p, b.p
link a.p to b.p over OS2 { length 100 m  connectors 2 x MPO12  polarity type-B }
`,
    );
    const small = await ask<Answer>(questions.trace, { uri: editor.uri('lanes.fabric'), asked: 'b.p[2]' });
    expect('markdown' in small ? small.markdown : small).toMatchInlineSnapshot(`
      "### b.p[2] → a.p[2]

      | | step | loses | up to here | least power of a lane |
      |--:|---|--:|--:|--:|
      | 1 | QsfpDd400Dr4 in b.p[2], 400GBASE-DR4 |  |  | −2.9 dBm |
      | 2 | OS2, 100 m | 0.04 dB | 0.04 dB | −2.94 dBm |
      | 3 | 2 × MPO12 | 1.5 dB | 1.54 dB | −4.44 dBm |
      | 4 | QsfpDd400Dr4 in a.p[2], 400GBASE-DR4 |  | margin 1.46 dB | −4.44 dBm at least, needs −5.9 dBm |

      | lane | positions in the connectors | arrives at |
      |--:|---|---|
      | 1 | 1 → 12 | receiver of lane 1 |
      | 2 | 2 → 11 | receiver of lane 2 |
      | 3 | 3 → 10 | receiver of lane 3 |
      | 4 | 4 → 9 | receiver of lane 4 |

      A design says how many connectors\\, splices and panels are on a path\\, and not where\\: equal ones are one step\\."
    `);
    expect(await ask<Answer>(questions.trace, { asked: 'margin(backend)' })).toEqual({
      problem: '`margin(backend)` names no ports; write one as `leaf[3].up[1]`, or a channel as `leaf[3].up[1]/5`.',
    });
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

// Quick fixes: each finding that knows a cure offers it, and the cure leaves nothing to find.
import { allRules, withoutCarets } from '@lightloom/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type SnippetTextEdit,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixedInEditor, withoutFix } from '../findings/rules-without-fix.ts';
import { Editor } from './editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start(undefined, {}, { workspaceEdit: { snippetEditSupport: true } });
});
afterAll(() => editor.stop());

const serious = (found: readonly Diagnostic[]) =>
  found.filter((each) => each.severity !== DiagnosticSeverity.Information);

let files = 0;

/** What is offered at the only finding of a text. */
async function offered(text: string): Promise<{ name: string; actions: CodeAction[] }> {
  const name = `fix-${files++}.fabric`;
  const [found, ...others] = serious(await editor.open(name, text));
  expect(others, 'one mistake, one message').toEqual([]);
  if (found === undefined) throw new Error(`Nothing is found in ${text}`);
  const actions = await editor.askAll<CodeAction[] | null>('textDocument/codeAction', name, {
    range: found.range,
    context: { diagnostics: [found] },
  });
  for (const each of actions ?? []) {
    expect(each.kind).toBe(CodeActionKind.QuickFix);
    expect(each.diagnostics).toEqual([found]);
  }
  return { name, actions: actions ?? [] };
}

const part = (body: string) => `import "std/osfp"\nmodule type M is Osfp800Dr8 { ${body} }\n`;
const boxes =
  'import "std/osfp"\nswitch type Box { height 2 RU  ports p[1..2] : OSFP }\nswitch a : Box\nswitch b : Box\n';

describe('the first fix offered', () => {
  it.each([
    ['a misspelt property', part('pwoer 12 W'), part('power 12 W'), 'Change to `power`'],
    ['a misspelt type', `${boxes}switch c : Bxo`, `${boxes}switch c : Box`, 'Change to `Box`'],
    [
      'a name misspelt twice',
      `${boxes}plug Osfp800Rd8 into a.p\nplug Osfp800Rd8 into b.p`,
      `${boxes}plug Osfp800Dr8 into a.p\nplug Osfp800Dr8 into b.p`,
      'Change to `Osfp800Dr8`',
    ],
    [
      'a misspelt port group with an index',
      `${boxes}plug Osfp800Dr8 into a.pp[1]`,
      `${boxes}plug Osfp800Dr8 into a.p[1]`,
      'Change to `p`',
    ],
    ['a misspelt keyword', 'swtich type A { height 1 RU }', 'switch type A { height 1 RU }', 'Change to `switch`'],
    ['a misspelt word', part('interface retimd'), part('interface retimed'), 'Change to `retimed`'],
    ['a missing unit', part('power 12'), part('power 12 W'), 'Change to `12 W`'],
    ['a word for a unit', part('power 12 watts'), part('power 12 W'), 'Change to `W`'],
    ['a unit in the wrong case', part('power 12 w'), part('power 12 W'), 'Change to `W`'],
    ['a decimal comma', part('power 12,5 W'), part('power 12.5 W'), 'Change to `.`'],
    [
      'a missing import',
      'import "std/fiber"\nrack r : OpenRackV3\n',
      'import "std/fiber"\nimport "std/racks"\nrack r : OpenRackV3\n',
      'Add import "std/racks"',
    ],
    [
      'a name behind an alias',
      'import "std/racks" as racks\nrack r : OpenRackV3\n',
      'import "std/racks" as racks\nrack r : racks.OpenRackV3\n',
      'Change to `racks.OpenRackV3`',
    ],
    [
      'a misspelt library file',
      'import "std/raks"\nrack r : OpenRackV3\n',
      'import "std/racks"\nrack r : OpenRackV3\n',
      'Change to `std/racks`',
    ],
    [
      'a library file without `std`',
      'import "racks"\nrack r : OpenRackV3\n',
      'import "std/racks"\nrack r : OpenRackV3\n',
      'Change to `std/racks`',
    ],
    [
      'a second feed that was meant to be the other one',
      'import "std/racks"\nfeed A { capacity 1 MW }\nfeed A { capacity 1 MW }\nrack r : OpenRackV3 { fed by A, B }\n',
      'import "std/racks"\nfeed A { capacity 1 MW }\nfeed B { capacity 1 MW }\nrack r : OpenRackV3 { fed by A, B }\n',
      'Change to `B`',
    ],
    [
      'an allowance that excuses nothing',
      `${boxes}allow power/rack-budget because "the shelf is upgraded" on a\n`,
      `${boxes}\n`,
      'Remove this allowance',
    ],
  ])('of %s mends it', async (_, bad, good, title) => {
    const { name, actions } = await offered(bad);
    const [first] = actions;
    expect(first?.title).toBe(title);
    // Nobody knows which unit was meant.
    expect(first?.isPreferred).toBe(title !== 'Change to `12 W`');
    const edits = first?.edit?.changes?.[editor.uri(name)] ?? [];
    expect(TextDocument.applyEdits(editor.document(name), edits)).toBe(good);
    expect(serious(await editor.open(name, good))).toEqual([]);
  });
});

it('a missing unit offers every unit of its dimension', async () => {
  const { actions } = await offered(part('power 12'));
  expect(actions.map((each) => each.title)).toEqual(['W', 'MW', 'kW', 'mW'].map((unit) => `Change to \`12 ${unit}\``));
});

it('a unit of another dimension offers those of the right one', async () => {
  const { actions } = await offered(part('power 400 dB'));
  expect(actions.map((each) => each.title)).toEqual(['W', 'MW', 'kW', 'mW'].map((unit) => `Change to \`400 ${unit}\``));
});

it.each([
  ['a unit of another dimension', 'require margin(net) >= 1 m', 'require margin(net) >= 1 dB'],
  ['a temperature in Fahrenheit', 'loop l { coolant PG25  supply 104 °F }', 'loop l { coolant PG25  supply 40 °C }'],
  ['a length in feet', 'hall h { rack-pitch 2 ft }', 'hall h { rack-pitch 0.6096 m }'],
  ['an energy for a power', 'feed A { capacity 100 kWh }', 'feed A { capacity 100 kW }'],
])('%s has the value in one that fits', async (_, bad, good) => {
  const design = 'import "std/cooling"\nnetwork net : storage { }\n';
  const { name, actions } = await offered(`${design}${bad}\n`);
  const edits = actions[0]?.edit?.changes?.[editor.uri(name)] ?? [];
  expect(TextDocument.applyEdits(editor.document(name), edits)).toBe(`${design}${good}\n`);
});

it('a word that resembles none of a list offers them all, and prefers none', async () => {
  const { actions } = await offered('view v { color by heat }\n');
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual(
    ['utilization', 'temperature', 'power', 'network', 'rail'].map((each) => [`Change to \`${each}\``, false]),
  );
});

it('what has no cure offers none', async () => {
  const { actions } = await offered(part('power'));
  expect(actions).toEqual([]);
});

describe('another part', () => {
  const leaf = 'import "std/osfp"\nswitch type Leaf { height 2 RU  power 1 kW  ports up[1..2] : OSFP }\n';
  const ends = 'switch a : Leaf\nswitch b : Leaf\n';
  const link = (length: string) => `link a.up to b.up over OS2 { length ${length}  connectors 2 x MPO16 low-loss }\n`;

  it.each([
    [
      'where there is none',
      `${leaf}import "std/fiber"\n${ends}${link('3 m')}`,
      'Add `plug Osfp800Dr8 into a.up, b.up`',
    ],
    ['that fits the cage', `${leaf}import "std/xpo"\nswitch a : Leaf\nplug XpoDr8Lro into a.up\n`, 'Use `Osfp800Dr8`'],
    [
      'that reaches, with its connector',
      `${leaf}import "std/fiber"\n${ends}plug Osfp800Dr8 into a.up, b.up\n${link('900 m')}`,
      'Use `Osfp2x400Fr4`',
    ],
  ])('is chosen %s, and leaves less to find', async (_, text, title) => {
    const name = `fix-${files++}.fabric`;
    const before = serious(await editor.open(name, text));
    const actions = await editor.askAll<CodeAction[]>('textDocument/codeAction', name, {
      range: before[0]?.range,
      context: { diagnostics: before },
    });
    const [chosen] = actions.filter((each) => each.title === title);
    expect(chosen?.isPreferred, actions.map((each) => each.title).join(', ')).toBe(false);
    expect(actions.at(-1)?.title).toMatch(/^Allow .* here, with a reason$/);
    const fixed = TextDocument.applyEdits(editor.document(name), chosen?.edit?.changes?.[editor.uri(name)] ?? []);
    expect(serious(await editor.open(name, fixed)).length).toBeLessThan(before.length);
  });
});

it('neither a part that breaks another rule is offered, nor what only betters a figure', async () => {
  // Multimode optics on single-mode fiber left one error, which hid the warning; low-loss connectors leave another loss that is too high.
  const design = (length: string) => `import "std/osfp"
import "std/fiber"
switch type Box { height 2 RU  power 1 kW  ports p[1..2] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over OS2 { length ${length}  connectors 2 x MPO16 }
}
require oversubscription(n) <= 2
`;
  for (const [length, rule] of [
    ['3 km', 'optics/reach'],
    ['30 km', 'optics/loss-budget'],
  ] as const) {
    const name = `fix-${files++}.fabric`;
    const found = serious(await editor.open(name, design(length)));
    expect(found.map(({ code }) => code)).toEqual([rule, 'requirement/unknown']);
    const actions = await editor.askAll<CodeAction[]>('textDocument/codeAction', name, {
      range: found[0]?.range,
      context: { diagnostics: found },
    });
    expect(actions.map(({ title }) => title).filter((each) => each.startsWith('Use '))).toEqual([]);
  }
});

describe('a rule without a fix of its own', () => {
  const examples = new Map(allRules.map(({ id, bad }) => [id, withoutCarets(bad)]));

  /** What is offered in the example of a rule at what it finds, without allowances. */
  async function fixesOf(id: string) {
    const name = `rule-${files++}.fabric`;
    const found = (await editor.open(name, examples.get(id))).filter(({ code }) => code === id);
    expect(found, id).not.toEqual([]);
    const actions = await editor.askAll<CodeAction[]>('textDocument/codeAction', name, {
      range: found[0]?.range,
      context: { diagnostics: found },
    });
    await editor.close(name);
    return actions.filter(({ title }) => !title.startsWith('Allow '));
  }

  it.each(fixedInEditor)('gets one in the editor: %s', async (id) => {
    // Each was tried, or is filled in by the author.
    expect((await fixesOf(id))[0]?.edit).toBeDefined();
  });

  it.each(Object.keys(withoutFix))('has none: %s', async (id) => {
    expect(await fixesOf(id)).toEqual([]);
  });
});

it('a name that another file of the workspace declares offers its import, and a path the file that is meant', async () => {
  await editor.open('own-racks.fabric', 'import "std/racks"\nrack type Tall is OpenRackV3 { height 50 OU }\n');
  const name = (await offered('import "std/racks"\nrack r : Tall\n')).actions;
  expect(name[0]?.title).toBe('Add import "./own-racks"');
  const path = (await offered('import "./own-rack"\nrack r : Tall\n')).actions;
  expect(path[0]?.title).toBe('Change to `./own-racks`');
});

describe('what nobody gave', () => {
  const withModule = (module: string) => `import "std/osfp"
import "std/racks"
rack type Frame is OpenRackV3 { power 18 kW }
module type Mine { ${module} }
switch type Box { height 1 OU  power 1 kW  ports p[1..2] : OSFP }
switch box : Box
plug Mine into box.p
rack r : Frame
place box in r
`;
  const likeDr8 = 'form-factor OSFP  channels 1 x 800GBASE-DR8  interface retimed';

  async function actionsAt(text: string, rule: string): Promise<{ name: string; actions: CodeAction[] }> {
    const name = `missing-${files++}.fabric`;
    const found = (await editor.open(name, text)).filter(({ code }) => code === rule);
    const [first] = found as [Diagnostic];
    const actions = await editor.askAll<CodeAction[]>('textDocument/codeAction', name, {
      range: first.range,
      context: { diagnostics: [first] },
    });
    return { name, actions };
  }

  const snippetsOf = ({ edit }: CodeAction = { title: '' }): string[] =>
    ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ edits }) =>
      (edits as SnippetTextEdit[]).map(({ snippet }) => snippet.value),
    );

  it('a figure of the only part of the library that agrees is offered with its source, and nothing is missing then', async () => {
    const { name, actions } = await actionsAt(withModule(likeDr8), 'control/not-judged');
    expect(actions[0]?.title).toBe('Set `power` to `17 W`, as Osfp800Dr8 has it');
    const fixed = TextDocument.applyEdits(editor.document(name), actions[0]?.edit?.changes?.[editor.uri(name)] ?? []);
    expect(fixed).toMatch(/interface retimed {2}power 17 W {2}source "[^"]+"/);
    expect((await editor.open(name, fixed)).map(({ code }) => code)).not.toContain('control/not-judged');
  });

  it('a figure that no part has is left to the author, selected where the editor can', async () => {
    const { actions } = await actionsAt(withModule('form-factor OSFP  channels 2 x 400ZR'), 'control/not-judged');
    const [first] = actions;
    expect(first?.title).toBe('Add `power` to Mine');
    expect(first?.isPreferred).toBe(false);
    expect(snippetsOf(first)).toEqual(['  power ${1:unknown} ']);
  });

  it('a part of the library that lacks a figure becomes a type of the design', async () => {
    const text = `import "std/racks"
switch type Box { height 1 OU  power 1 kW  weight 20 kg }
switch box[1..2] : Box
rack r : Eia42
rack s : Eia42
place box[*] in r
`;
    const { actions } = await actionsAt(text, 'control/not-judged');
    expect(actions[0]?.title).toBe('Declare a type of your own, MyEia42');
    expect(snippetsOf(actions[0])).toEqual([
      'rack type MyEia42 is Eia42 { power ${1:unknown} }\n',
      'MyEia42',
      'MyEia42',
    ]);
  });

  it('a figure without a source gets one, and an allowance its reason', async () => {
    const { actions } = await actionsAt(
      `${withModule(`${likeDr8}  power 16 W assumed "no data sheet yet"`)}`,
      'provenance/assumed',
    );
    expect(actions.map(({ title }) => title)).toEqual([
      'Give its source instead',
      'Allow provenance/assumed here, with a reason',
    ]);
    expect(actions.flatMap(snippetsOf)).toEqual([
      '  source "${1:document}"',
      '\n\nallow provenance/assumed because "${1:reason}" on Mine',
    ]);
  });
});

describe('source actions', () => {
  const messy = `import "./own-racks"
import "std/osfp"
import "std/racks"
import "std/osfp"
# parts
switch type Box {
    ports p[1..2] : OSFP
    height 2 RU // as measured
    power 1 kW
}
let unused = 4;
switch a : Box
rack r : Tall
`;
  const run = async (kind: string) => {
    const name = `messy-${files++}.fabric`;
    await editor.open('own-racks.fabric', 'import "std/racks"\nrack type Tall is OpenRackV3 { height 50 OU }\n');
    await editor.open(name, messy);
    const start = { line: 0, character: 0 };
    const actions = await editor.askAll<CodeAction[]>('textDocument/codeAction', name, {
      range: { start, end: start },
      context: { diagnostics: [], only: [kind] },
    });
    expect(actions).toHaveLength(1);
    expect(actions[0]?.kind).toContain(kind);
    return TextDocument.applyEdits(editor.document(name), actions[0]?.edit?.changes?.[editor.uri(name)] ?? []);
  };

  it('fix all that is safe, and leave what is a choice', async () => {
    const fixed = await run('source.fixAll');
    expect(fixed).toContain('// parts\n');
    expect(fixed).toContain('let unused = 4\n');
    expect(fixed).toContain('import "./own-racks"');
  });

  it('put imports in order, each once', async () => {
    expect(await run('source.organizeImports')).toMatch(
      /^import "std\/osfp"\nimport "std\/racks"\nimport "\.\/own-racks"\n# parts/,
    );
  });

  it('put properties in the order of the catalogue, with their comments', async () => {
    expect(await run('source.sortProperties')).toContain(
      '    ports p[1..2] : OSFP\n    power 1 kW\n    height 2 RU // as measured\n}',
    );
  });
});

it('a place without a finding offers none', async () => {
  await editor.open('clean.fabric', part('power 12 W'));
  const start = { line: 0, character: 0 };
  const found = await editor.askAll('textDocument/codeAction', 'clean.fabric', {
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  expect(found ?? []).toEqual([]);
});

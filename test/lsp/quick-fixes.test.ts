// Quick fixes: each finding that knows a cure offers it, and the cure leaves nothing to find.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from './editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
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
    expect(first?.isPreferred).toBe(true);
    const edits = first?.edit?.changes?.[editor.uri(name)] ?? [];
    expect(TextDocument.applyEdits(editor.document(name), edits)).toBe(good);
    expect(serious(await editor.open(name, good))).toEqual([]);
  });
});

it('a missing unit offers every unit of its dimension', async () => {
  const { actions } = await offered(part('power 12'));
  expect(actions.map((each) => each.title)).toEqual(['W', 'MW', 'kW', 'mW'].map((unit) => `Change to \`12 ${unit}\``));
});

it('what has no cure offers none', async () => {
  const { actions } = await offered(part('power 400 dB'));
  expect(actions).toEqual([]);
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

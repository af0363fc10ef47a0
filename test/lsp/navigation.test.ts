// From place to place: definitions, references, rename, outline, folding, links, symbols of the workspace.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  Range,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const pod = 'xpo-pod.fabric';
const aliased = 'aliased.fabric';
const site = 'site.fabric';
const clashing = 'clashing.fabric';
const text = `import "./site.fabric" as s
import "std/xpo" as x
cdu type Mine is s.RowCdu1MW { capacity 2 MW }
cdu pump[1..2] : s.RowCdu1MW
module type Quiet is x.Xpo { power 100 W }
`;
const clashes = `import "std/xpo"
switch type Base { ports up[1..2] : XPO }
switch type More is Base { ports down[1..2] : XPO }
let rows = 2
for i in 1..2 { switch x[i] : More { power (i + rows) * 1 W } }
`;

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({ [aliased]: text, [clashing]: clashes }).start();
  for (const each of [pod, aliased, site, clashing]) await editor.open(each);
});
afterAll(() => editor.stop());

describe('definition', () => {
  const definition = async (file: string, at: string, skip: number) => {
    const [found] =
      (await editor.ask<LocationLink[] | null>('textDocument/definition', file, editor.at(file, at, skip))) ?? [];
    return found;
  };
  const library = async (uri: string, range: Range) => {
    const all = await editor.connection.sendRequest<string>('lightloom/libraryText', { uri });
    return all.split('\n')[range.start.line]?.slice(range.start.character, range.end.character);
  };

  it.each([
    ['a type', 'XpoDr into', 1, 'module type XpoDr', 12],
    ['an array, by its name', 'spine[*] in', 1, 'spine[1..8]', 0],
    ['a member of a template', 'leaf[*].up to', 1, 'leaf[1..8]', 0],
    ['a port group', 'up to spine', 0, 'up[1..4]', 0],
    ['a parameter used as a type', 'leafType\n', 1, 'leafType = XpoLeaf', 0],
    ['a parameter used as a number', 'hosts] : Node', 1, 'hosts = 64', 0],
    ['the template', 'ScalableUnit(64)', 1, 'ScalableUnit(hosts', 0],
    ['a CDU named like its kind', 'cdu[*], n', 1, 'cdu[1..3]', 0],
    ['a feed', 'A, B  flow 40', 0, 'A { capacity', 0],
    ['a network', 'backend) <= 1', 1, 'backend : scale-out', 0],
  ])('leads from %s to its declaration', async (_, at, skip, to, behind) => {
    const found = await definition(pod, at, skip);
    expect(found?.targetUri).toBe(editor.uri(pod));
    expect(found?.targetSelectionRange.start).toEqual(editor.at(pod, to, behind));
  });

  it('leads into another file, with an alias and without', async () => {
    for (const [file, at, skip] of [
      [pod, ': RowCdu1MW', 2],
      [aliased, 's.RowCdu1MW {', 2],
    ] as const) {
      const found = await definition(file, at, skip);
      expect(found?.targetUri).toBe(editor.uri(site));
      expect(editor.slice(site, found?.targetSelectionRange as Range)).toBe('RowCdu1MW');
      expect(editor.slice(file, found?.originSelectionRange as Range)).toBe('RowCdu1MW');
    }
  });

  it('leads from an alias to its import', async () => {
    const found = await definition(aliased, 's.RowCdu1MW {', 0);
    expect(found?.targetSelectionRange.start).toEqual(editor.at(aliased, 'as s', 3));
  });

  it('leads into the library, whose text the server gives', async () => {
    const found = await definition(pod, 'Tomahawk6', 1);
    expect(found?.targetUri).toBe('lightloom:/std/switches.fabric');
    expect(await library('lightloom:/std/switches.fabric', found?.targetSelectionRange as Range)).toBe('Tomahawk6');
  });

  it('works within the library too', async () => {
    const uri = 'lightloom:/std/xpo.fabric';
    const all = await editor.connection.sendRequest<string>('lightloom/libraryText', { uri });
    const line = all.split('\n').findIndex((each) => /module type \S+ is Xpo/.test(each));
    const character = (all.split('\n')[line] ?? '').indexOf('is Xpo') + 4;
    const found = await editor.ask<LocationLink[]>('textDocument/definition', uri, { line, character });
    expect(found[0]?.targetUri).toBe(uri);
    expect(await library(uri, found[0]?.targetSelectionRange as Range)).toBe('Xpo');
  });

  it('leads from an import path to the file', async () => {
    expect((await definition(pod, '"./site.fabric"', 4))?.targetUri).toBe(editor.uri(site));
    expect((await definition(pod, '"std/xpo"', 4))?.targetUri).toBe('lightloom:/std/xpo.fabric');
  });

  it('leads from a property, and from the rule of an allowance, to its page', async () => {
    const property = await definition(pod, 'liquid   85', 1);
    expect(property?.targetUri).toBe('lightloom:/docs/properties/switch.md');
    const page = await editor.connection.sendRequest<string>('lightloom/libraryText', {
      uri: property?.targetUri ?? '',
    });
    expect(page.split('\n').slice(property?.targetRange.start.line).join('\n')).toMatch(
      /^## liquid\n\nShare .*\n\nIt takes a ratio/,
    );
    const rule = await definition(pod, 'provenance/assumed because', 12);
    expect(rule?.targetUri).toBe('lightloom:/docs/rules/provenance/assumed.md');
    expect(await editor.connection.sendRequest('lightloom/libraryText', { uri: rule?.targetUri ?? '' })).toMatch(
      /^# provenance\/assumed\n/,
    );
  });

  it('leads nowhere from what names nothing', async () => {
    expect(await definition(pod, '128 W', 1)).toBeUndefined();
    expect(await definition(pod, 'half-retimed', 1)).toBeUndefined();
  });
});

describe('references', () => {
  const references = async (file: string, at: string, skip: number, includeDeclaration: boolean) =>
    (
      await editor.ask<Location[]>('textDocument/references', file, editor.at(file, at, skip), {
        context: { includeDeclaration },
      })
    ).map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}:${editor.slice(uri, range)}`);

  it('finds all uses in all files', async () => {
    const found = await references(site, 'RowCdu1MW {', 1, true);
    expect(found.sort()).toEqual([
      'aliased.fabric:3:RowCdu1MW',
      'aliased.fabric:4:RowCdu1MW',
      'site.fabric:5:RowCdu1MW',
      'xpo-pod.fabric:33:RowCdu1MW',
      'xpo-pod.fabric:78:RowCdu1MW',
      'xpo-pod.fabric:81:RowCdu1MW',
    ]);
    expect(await references(site, 'RowCdu1MW {', 1, false)).toHaveLength(5);
  });

  it('finds the members of a template through its arrays', async () => {
    // Once in the template, and in `plug`, `link` and `place` of the network.
    expect(await references(pod, 'leaf[1..8]', 1, false)).toEqual(
      [50, 59, 62, 65].map((line) => `xpo-pod.fabric:${line}:leaf`),
    );
  });

  it('finds the uses of an alias', async () => {
    expect(await references(aliased, 'as s', 3, false)).toEqual(['aliased.fabric:3:s', 'aliased.fabric:4:s']);
  });
});

describe('rename', () => {
  const rename = async (file: string, at: string, skip: number, newName: string) =>
    editor.ask<WorkspaceEdit | null>('textDocument/rename', file, editor.at(file, at, skip), { newName });
  const edits = (edit: WorkspaceEdit | null) =>
    Object.entries(edit?.changes ?? {}).flatMap(([uri, list]) =>
      list.map(({ range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}:${editor.slice(uri, range)}`),
    );

  it('changes the name and nothing but the name, in all files', async () => {
    const found = edits(await rename(aliased, 's.RowCdu1MW {', 3, 'InRow'));
    expect(found.sort()).toEqual([
      'aliased.fabric:3:RowCdu1MW',
      'aliased.fabric:4:RowCdu1MW',
      'site.fabric:5:RowCdu1MW',
      'xpo-pod.fabric:33:RowCdu1MW',
      'xpo-pod.fabric:78:RowCdu1MW',
      'xpo-pod.fabric:81:RowCdu1MW',
    ]);
  });

  it('changes an alias', async () => {
    expect(edits(await rename(aliased, 's.RowCdu1MW {', 0, 'plant'))).toEqual(
      [1, 3, 4].map((line) => `aliased.fabric:${line}:s`),
    );
  });

  it('leaves a design without a new finding', async () => {
    const edit = await rename(pod, 'leaf[1..8]', 1, 'tor');
    const changes = (edit?.changes?.[editor.uri(pod)] ?? []).map(({ range, newText }) => ({
      start: editor.document(pod).offsetAt(range.start),
      end: editor.document(pod).offsetAt(range.end),
      newText,
    }));
    for (const { start, end, newText } of changes.sort((a, b) => b.start - a.start))
      await editor.type(pod, start, end, newText);
    const found = await editor.settled(pod);
    expect(found.filter((each) => each.severity !== 3)).toEqual([]);
    expect(editor.text(pod)).toContain('link su[*].tor[*].up to spine[*].down');
    for (const { start, newText } of changes.sort((a, b) => a.start - b.start))
      await editor.type(pod, start, start + newText.length, 'leaf');
    await editor.settled(pod);
  });

  it.each([
    ['a name of the library', pod, 'Tomahawk6', 'Mine', /library/],
    ['what isn’t a name', aliased, 'Mine', 'a b', /isn't a valid name/],
    ['a number', aliased, 'Mine', '5 W', /isn't a valid name/],
    ['nothing', aliased, 'Mine', '', /isn't a valid name/],
    ['a name that is taken', aliased, 'Mine', 'Quiet', /already declared here \(line 5\)/],
    ['a name of the same file', pod, 'XpoLeaf  is', 'LiquidRack', /already declared here/],
    ['a name of the part library', pod, 'XpoLeaf  is', 'Tomahawk6', /something else \(std\/switches\)/],
    ['a name around a use', pod, 'leafType = XpoLeaf', 'XpoSpine', /something else \(line \d+\)/],
    ['a name of the body of a use', clashing, 'rows = 2', 'i', /something else \(line 5\)/],
    ['a name of a file that imports it', site, 'RowCdu1MW {', 'Mine', /something else \(aliased.fabric, line 3\)/],
    ['a port group of a derived type', clashing, 'up[1..2]', 'down', /already declared here \(line 3\)/],
    ['a port group of a base', clashing, 'down[1..2]', 'up', /already declared here \(line 2\)/],
    ['a property', pod, 'liquid   85', 'air', /`liquid` is a property/],
  ])('refuses %s', async (_, file, at, newName, why) => {
    await expect(rename(file, at, 1, newName)).rejects.toThrow(why);
  });

  it('shows beforehand what it would rename', async () => {
    const prepare = (file: string, at: string, skip: number) =>
      editor.ask<Range | null>('textDocument/prepareRename', file, editor.at(file, at, skip));
    expect(editor.slice(aliased, (await prepare(aliased, 's.RowCdu1MW {', 4)) as Range)).toBe('RowCdu1MW');
    expect(await prepare(pod, '128 W', 1)).toBeNull();
    await expect(prepare(pod, 'Tomahawk6', 1)).rejects.toThrow(/library/);
    await expect(prepare(pod, 'liquid   85', 1)).rejects.toThrow(/property/);
  });
});

describe('a file that is renamed', () => {
  const renamed = async (oldName: string, newName: string) => {
    const files = [{ oldUri: editor.uri(oldName), newUri: editor.uri(newName) }];
    const edit = await editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', { files });
    return Object.entries(edit?.changes ?? {})
      .flatMap(([uri, list]) => list.map(({ newText }) => `${uri.slice(editor.uri('').length + 1)}: ${newText}`))
      .sort();
  };

  it('keeps the imports that lead to it, and its own', async () => {
    expect(editor.initialized?.capabilities.workspace?.fileOperations?.willRename?.filters).toHaveLength(2);
    expect(await renamed(site, 'plant/hall.fabric')).toEqual([
      'aliased.fabric: ./plant/hall.fabric',
      'xpo-pod.fabric: ./plant/hall.fabric',
    ]);
    expect(await renamed(pod, 'designs/pod.fabric')).toContain('xpo-pod.fabric: ../site.fabric');
    // As a path is written, whatever is in a name.
    expect(await renamed(site, 'hall #2 ü 100% %20.fabric')).toContain('aliased.fabric: ./hall #2 ü 100% %20.fabric');
    expect(await renamed('clashing.fabric', 'other.fabric')).toEqual([]);
  });
});

describe('the outline', () => {
  it('is nested as the text is', async () => {
    const symbols = await editor.askAll<DocumentSymbol[]>('textDocument/documentSymbol', pod);
    const lines = (list: readonly DocumentSymbol[], indent: string): string[] =>
      list.flatMap((each) => [`${indent}${each.name}: ${each.detail}`, ...lines(each.children ?? [], `${indent}  `)]);
    const outline = lines(symbols, '');
    expect(outline).toEqual(
      expect.arrayContaining([
        'XpoLeaf: switch type is XpoSwitch',
        '  up[1..4]: XPO',
        'ScalableUnit: template(hosts, leafType)',
        '  leaf[1..8]: switch : leafType',
        'backend: scale-out',
        '  spine[1..8]: switch : XpoSpine',
        'density(net): >= 80 Tbps/OU',
        'overview: Pod at a glance',
      ]),
    );
    expect(outline.indexOf('  up[1..4]: XPO')).toBe(outline.indexOf('XpoLeaf: switch type is XpoSwitch') + 1);
  });

  it('keeps each name within its range, and each child within its parent', async () => {
    const holds = (outer: Range, inner: Range): boolean => {
      const [a, b, c, d] = [outer.start, inner.start, inner.end, outer.end].map((each) =>
        editor.document(pod).offsetAt(each),
      );
      return (a as number) <= (b as number) && (c as number) <= (d as number);
    };
    const visit = (each: DocumentSymbol): void => {
      expect(holds(each.range, each.selectionRange), each.name).toBe(true);
      for (const child of each.children ?? []) {
        expect(holds(each.range, child.range), child.name).toBe(true);
        visit(child);
      }
    };
    for (const each of await editor.askAll<DocumentSymbol[]>('textDocument/documentSymbol', pod)) visit(each);
  });

  it('shows more than 100 links one after the other as one', async () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, i) => `link a.p[${i + 1}] to b.p[${i + 1}]\n`).join('');
    const text = `network n {\n${links(1200)}}\n${links(100)}let x = 1\n`;
    await editor.open('many.fabric', text);
    const [network, ...others] = await editor.askAll<DocumentSymbol[]>('textDocument/documentSymbol', 'many.fabric');
    expect(others).toHaveLength(101);
    expect(others.at(-1)?.name).toBe('x');
    expect(network?.children).toMatchObject([
      { name: '1,200 links', detail: 'a.p[1] to b.p[1] … a.p[1200] to b.p[1200]' },
    ]);
    expect(editor.slice('many.fabric', network?.children?.[0]?.range as Range)).toBe(links(1200).trimEnd());
    await editor.close('many.fabric');
  });

  it('of the workspace finds what is declared anywhere, nested or not', async () => {
    const found = await editor.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'leaf' });
    const names = found.map((each) => `${each.containerName}/${each.name}`);
    expect(names).toEqual(expect.arrayContaining(['/XpoLeaf', 'ScalableUnit/leaf']));
  });
});

it('folds bodies, imports and comments, the closing brace in sight', async () => {
  const found = await editor.askAll<FoldingRange[]>('textDocument/foldingRange', pod);
  const line = (at: string) => editor.at(pod, at).line;
  expect(found).toContainEqual({
    startLine: line('import "std/xpo"'),
    endLine: line('import "./site'),
    kind: 'imports',
  });
  expect(found).toContainEqual({ startLine: line('module type XpoDr'), endLine: line('flow       0.35') });
  expect(found.filter((each) => each.startLine === line('network backend'))).toHaveLength(1);
  expect(found.every((each) => each.endLine > each.startLine)).toBe(true);
});

it('folds comments where they are some, and again where the text has changed', async () => {
  const commented = `/* What
   it is. */
switch type Box { height 2 RU  ports p[1..2] : Osfp }
let a = "a /* in a text"
link x.p[1]/* to y.p[1]
// One,
// and two.
/* not closed
/* closed
*/
`;
  const folds = async () =>
    (await editor.askAll<FoldingRange[]>('textDocument/foldingRange', 'folded.fabric')).map(
      ({ startLine, endLine, kind }) => `${kind} ${startLine} to ${endLine}`,
    );
  await editor.open('folded.fabric', commented);
  const expected = ['comment 0 to 1', 'comment 5 to 6'];
  expect(await folds()).toEqual(expected);
  await editor.replace('folded.fabric', '/* not closed\n', '\n');
  expect(await folds()).toEqual(['comment 0 to 1', 'comment 8 to 9', 'comment 5 to 6']);
  await editor.close('folded.fabric');
});

it('links import paths to their files', async () => {
  const found = await editor.askAll<DocumentLink[]>('textDocument/documentLink', pod);
  expect(found.map((each) => `${editor.slice(pod, each.range)} ${each.target}`)).toEqual([
    'provenance/assumed lightloom:/docs/rules/provenance/assumed.md',
    'provenance/assumed lightloom:/docs/rules/provenance/assumed.md',
    'optics/draft-pmd lightloom:/docs/rules/optics/draft-pmd.md',
    'control/not-judged lightloom:/docs/rules/control/not-judged.md',
    'control/not-judged lightloom:/docs/rules/control/not-judged.md',
    'std/xpo lightloom:/std/xpo.fabric',
    'std/switches lightloom:/std/switches.fabric',
    'std/hosts lightloom:/std/hosts.fabric',
    `./site.fabric ${editor.uri(site)}`,
  ]);
});

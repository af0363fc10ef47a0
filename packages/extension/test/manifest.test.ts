// The manifest keeps its promises: what it names is there, and what the code registers is named.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hintKinds, lensKinds } from '@lightloom/language/protocol';
import { describe, expect, it } from 'vitest';
import { panelType } from '../src/messages.ts';

const folder = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const language = JSON.parse(readFileSync(join(folder, 'language-configuration.json'), 'utf8'));
const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((each) => each.endsWith('.ts'))
  .map((each) => readFileSync(join(folder, 'src', each), 'utf8'))
  .join('\n');

type Setting = Readonly<Record<'default' | 'description' | 'markdownDescription' | 'scope', unknown>>;
const settings: [string, Setting][] = manifest.contributes.configuration.flatMap(
  ({ properties }: { properties: Record<string, Setting> }) => Object.entries(properties),
);

describe('the manifest', () => {
  it('names files that are there', () => {
    const { languages, grammars, jsonValidation, walkthroughs } = manifest.contributes;
    const files = [
      manifest.icon,
      ...languages.flatMap((each: { configuration: string; icon: Record<string, string> }) => [
        each.configuration,
        ...Object.values(each.icon),
      ]),
      ...grammars.map((each: { path: string }) => each.path),
      ...jsonValidation.map((each: { url: string }) => each.url),
      ...walkthroughs.flatMap((each: { steps: { media: { markdown: string } }[] }) =>
        each.steps.map(({ media }) => media.markdown),
      ),
    ];
    expect(files.filter((each) => !existsSync(join(folder, each)))).toEqual([]);
  });

  it('names the commands that the code registers, and no others', () => {
    const registered = [...sources.matchAll(/registerCommand\('([^']+)'/g)].map(([, id]) => id).sort();
    const named = manifest.contributes.commands.map((each: { command: string }) => each.command).sort();
    expect(registered).toEqual(named);
    expect(manifest.contributes.commands.every((each: { category: string }) => each.category === 'Lightloom')).toBe(
      true,
    );
  });

  it('has a switch for each kind of hint and lens, with the text of its documentation', () => {
    const texts = JSON.parse(readFileSync(join(folder, 'package.nls.json'), 'utf8'));
    const switches = (area: string) =>
      settings.flatMap(([name]) => (name.startsWith(`lightloom.${area}.`) ? [name.split('.')[2]] : []));
    for (const [area, kinds] of Object.entries({ inlayHints: hintKinds, codeLens: lensKinds })) {
      expect(switches(area)).toEqual(Object.keys(kinds));
      for (const [kind, doc] of Object.entries(kinds)) expect(texts[`setting.${area}.${kind}`]).toBe(doc);
    }
  });

  it('gives each setting a default, a description and a scope; what runs programs only a person can set', () => {
    for (const [name, { default: usual, description, markdownDescription, scope }] of settings)
      expect([name, usual !== undefined, description ?? markdownDescription, scope]).toEqual([
        name,
        true,
        expect.stringMatching(/^%.+%$/),
        expect.stringMatching(/^(window|resource|machine)$/),
      ]);
    const { restrictedConfigurations, supported } = manifest.capabilities.untrustedWorkspaces;
    expect(supported).toBe('limited');
    for (const name of restrictedConfigurations)
      expect(settings.find(([each]) => each === name)?.[1].scope).toBe('machine');
  });

  it('shows commands where they apply only', () => {
    const { commandPalette } = manifest.contributes.menus;
    const always = manifest.contributes.commands
      .map(({ command }: { command: string }) => command)
      .filter((each: string) => !commandPalette.some(({ command }: { command: string }) => command === each));
    expect(always).toEqual(['lightloom.plan', 'lightloom.newDesign']);
    for (const [menu, items] of Object.entries(manifest.contributes.menus))
      for (const { command, submenu, when } of items as { command?: string; submenu?: string; when?: string }[])
        if (menu !== 'lightloom.design' && menu !== 'file/newFile')
          expect([menu, command ?? submenu, when]).not.toContain(undefined);
  });

  it('is active only where there are designs', () => {
    expect(manifest.activationEvents).toEqual(['workspaceContains:**/*.fabric', `onWebviewPanel:${panelType}`]);
  });

  it('names the servers for agents that the code provides', () => {
    const provided = /registerMcpServerDefinitionProvider\((\w+)/.exec(sources)?.[1];
    const id = new RegExp(`const ${provided} = '([^']+)'`).exec(sources)?.[1];
    expect(manifest.contributes.mcpServerDefinitionProviders).toEqual([{ id, label: 'Lightloom' }]);
  });

  it('asks itself for the style, which is one for all', () => {
    const defaults = manifest.contributes.configurationDefaults['[fabric]'];
    expect(defaults).toMatchObject({
      'editor.defaultFormatter': `${manifest.publisher}.${manifest.name}`,
      'editor.formatOnType': true,
      'editor.tabSize': 4,
      'editor.insertSpaces': true,
      'editor.detectIndentation': false,
    });
  });

  it('begins a line on Enter where the suggestion is what was typed', () => {
    expect(manifest.contributes.configurationDefaults['[fabric]']).toMatchObject({
      'editor.acceptSuggestionOnEnter': 'smart',
    });
  });

  it('starts with a drawing that is restored', () => {
    expect(manifest.activationEvents).toContain(`onWebviewPanel:${panelType}`);
  });

  it('asks for the VS Code whose interface the code is written against', () => {
    expect(`^${manifest.devDependencies['@types/vscode']}`).toBe(manifest.engines.vscode);
  });
});

describe('a word of the language', () => {
  const word = new RegExp(language.wordPattern, 'g');
  it.each([
    ['channels 16 x 800GBASE-DR4', ['channels', '16', 'x', '800GBASE-DR4']],
    ['8 x 1.6TBASE-DR8', ['8', 'x', '1.6TBASE-DR8']],
    ['interface half-retimed', ['interface', 'half-retimed']],
    ['leaf[1..8]', ['leaf', '1', '8']],
    ['su[*].leaf-1.up/5', ['su', 'leaf-1', 'up', '5']],
    ['allow provenance/assumed', ['allow', 'provenance', 'assumed']],
  ])('in `%s`', (text, words) => {
    expect(text.match(word)).toEqual(words);
  });
});

describe('the enter key', () => {
  const action = (line: string) =>
    language.onEnterRules.find((each: { beforeText: string }) => new RegExp(each.beforeText).test(line))?.action;
  const after = (line: string) => action(line)?.appendText;
  it('goes on with a documentation comment, and with nothing else', () => {
    expect(after('/** What it is')).toBe(' * ');
    expect(after(' * and more')).toBe('* ');
    expect(after('    // a remark')).toBeUndefined();
    expect(after('switch type Leaf {')).toBeUndefined();
  });
  it('takes the indent back behind the end of a body that began on an earlier line', () => {
    expect(action('    ports nic : OSFP }')).toEqual({ indent: 'outdent' });
    for (const line of [
      '}',
      '    }',
      'feed A { capacity 1 MW }',
      '    // a remark }',
      ' * a remark }',
      '    power 1 kW',
    ])
      expect([line, action(line)?.indent]).not.toEqual([line, 'outdent']);
  });
  it('indents behind an open brace', () => {
    const { increaseIndentPattern } = language.indentationRules;
    expect('switch type Leaf {').toMatch(new RegExp(increaseIndentPattern));
    expect('feed A { capacity 1 MW }').not.toMatch(new RegExp(increaseIndentPattern));
    expect('// a remark {').not.toMatch(new RegExp(increaseIndentPattern));
  });
});

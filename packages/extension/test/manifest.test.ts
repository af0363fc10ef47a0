// The manifest keeps its promises: what it names is there, and what the code registers is named.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { panelType } from '../src/messages.ts';

const folder = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const language = JSON.parse(readFileSync(join(folder, 'language-configuration.json'), 'utf8'));
const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((each) => each.endsWith('.ts'))
  .map((each) => readFileSync(join(folder, 'src', each), 'utf8'))
  .join('\n');

describe('the manifest', () => {
  it('names files that are there', () => {
    const { languages, grammars, snippets, jsonValidation } = manifest.contributes;
    const files = [
      manifest.icon,
      ...languages.flatMap((each: { configuration: string; icon: Record<string, string> }) => [
        each.configuration,
        ...Object.values(each.icon),
      ]),
      ...[...grammars, ...snippets].map((each: { path: string }) => each.path),
      ...jsonValidation.map((each: { url: string }) => each.url),
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
  const after = (line: string) =>
    language.onEnterRules.find((each: { beforeText: string }) => new RegExp(each.beforeText).test(line))?.action
      .appendText;
  it('goes on with a documentation comment, and with nothing else', () => {
    expect(after('/** What it is')).toBe(' * ');
    expect(after(' * and more')).toBe('* ');
    expect(after('    // a remark')).toBeUndefined();
    expect(after('switch type Leaf {')).toBeUndefined();
  });
  it('indents behind an open brace', () => {
    const { increaseIndentPattern } = language.indentationRules;
    expect('switch type Leaf {').toMatch(new RegExp(increaseIndentPattern));
    expect('feed A { capacity 1 MW }').not.toMatch(new RegExp(increaseIndentPattern));
    expect('// a remark {').not.toMatch(new RegExp(increaseIndentPattern));
  });
});

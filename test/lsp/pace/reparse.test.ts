// A text that is read again after an edit, as far as it has changed, has the tree that it has when it is read as a whole.
import { EmptyFileSystem, isReference } from 'langium';
import { expect, it } from 'vitest';
import type * as ast from '../../../packages/language/src/generated/ast.ts';
import { createEditorServices } from '../../../packages/language/src/lsp/editor-module.ts';
import { reparse } from '../../../packages/language/src/parse/again/reparse.ts';
import {
  allReferencesIn,
  extentOf,
  foldedLink,
  nameExtentOf,
  parseFabric,
  type RootNode,
  SyntaxNode,
  textOfNode,
  wordExtentOf,
} from '../../../packages/language/src/parse/index.ts';
import { Dice } from '../../fuzz/dice.ts';
import { mutated } from '../../fuzz/mutations.ts';
import { smallTexts } from '../../fuzz/texts.ts';
import { splice, tokensOf } from '../../kit/tokens.ts';

const services = createEditorServices(EmptyFileSystem.fileSystemProvider());
const linker = () => services.references.Linker;

/** All that is known of a tree, with the places of it. */
function described(file: ast.FabricFile): string[] {
  const lines: string[] = [];
  const visit = (node: SyntaxNode, depth: number): void => {
    const { start, end } = extentOf(node);
    const name = nameExtentOf(node as SyntaxNode & { readonly name?: string });
    const plain: string[] = [];
    const inner: [string, unknown][] = [];
    for (const [feature, value] of Object.entries(node)) {
      if (feature.startsWith('$')) continue;
      if (isReference(value))
        plain.push(`${feature}>${value.$refText}@${value.$refNode?.offset}-${value.$refNode?.end}`);
      else if (value instanceof SyntaxNode || Array.isArray(value)) inner.push([feature, value]);
      else if (value !== undefined) plain.push(`${feature}=${String(value)}`);
    }
    const words = Object.keys(node.$words ?? {}).map((each) => JSON.stringify(wordExtentOf(node, each)));
    const text = depth === 0 ? '' : textOfNode(node);
    lines.push(
      `${' '.repeat(depth)}${node.$type} ${start}-${end} ${name.start}-${name.end} ${plain.sort().join()} ${words.join()} ${text.slice(0, 40)}`,
    );
    for (const [feature, value] of inner.sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const each of Array.isArray(value) ? value : [value])
        if (each instanceof SyntaxNode) {
          expect(each.$container, feature).toBe(node);
          visit(each, depth + 1);
        } else lines.push(`${feature} ${String(each)}`);
  };
  const references = allReferencesIn(file).map((each) => `${each.$type} ${extentOf(each).start}`);
  visit(file as ast.FabricFile & RootNode, 0);
  return [...lines, ...references.sort()];
}

/** Where the sides of links are that aren't read in full. */
function folds(file: ast.FabricFile): ReadonlyMap<number, string> {
  const found = file.statements.flatMap((each) => {
    const { model: _, indices: __, first, second = 0, ...places } = foldedLink(each) ?? {};
    return first === undefined ? [] : [[extentOf(each).start, JSON.stringify([second - first, places])] as const];
  });
  return new Map(found);
}

function edited(text: string, dice: Dice): string {
  if (dice.once(3)) return mutated(text, dice, smallTexts);
  const tokens = tokensOf(text);
  if (tokens.length === 0) return `${text} // first`;
  const { start, end } = dice.pick(tokens);
  const lines = text.split('\n');
  const at = dice.between(0, lines.length - 1);
  return dice.pick([
    () => splice(text, start, start, dice.pick([' ', '\n', '/* a */', '// b\n', '/** c */\n'])),
    () => splice(text, end, end, dice.pick([' ', '\n', ' /* a */', ' // b\n'])),
    () => splice(text, start, end, String(dice.between(1, 99))),
    () => text.replace(/[ \t]*\/\/[^\r\n]*/, ''),
    () => [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n'),
    () =>
      [...lines.slice(0, at), lines[at], lines[dice.between(0, lines.length - 1)], ...lines.slice(at + 1)].join('\n'),
    () => text + dice.pick(['\n', ' ', '\nlet last = 3', '//']),
  ])();
}

/** Links that are alike, some of them in a body, and what is around them. */
const lists = [
  [
    'switch a[1..9] : Leaf',
    ...lines('a', 9),
    'network n : scale-out {',
    ...lines('b', 7),
    '}',
    ...lines('c', 5),
    '',
  ].join('\n'),
  [
    '// x',
    ...lines('a', 4),
    'for i in 1..2 {',
    'if i == 1 {',
    ...lines('b', 5),
    '} else {',
    ...lines('d', 3),
    '}',
    '}',
  ].join('\n'),
];

function lines(name: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) =>
      `  link ${name}[${i + 1}].up[1] to s[2].down[${i * 7}] over OS2 { length ${3 * i + 7.5} m }${i % 2 === 0 ? '' : ' // c'}`,
  );
}

const rounds = Number(process.env['REPARSE_ROUNDS'] ?? 40);

it('an edited text is read as one that is new', () => {
  let again = 0;
  let all = 0;
  for (let seed = 0; seed < rounds; seed++) {
    const dice = new Dice(seed);
    let text = dice.once(2) ? dice.pick(lists) : dice.pick(smallTexts);
    let tree = parseFabric(text, linker).file as ast.FabricFile & RootNode;
    for (let edit = 0; edit < 6; edit++) {
      const before = text;
      text = edited(text, dice);
      const read = reparse(tree, text, linker);
      const fresh = parseFabric(text, linker);
      all++;
      if (read !== undefined) again++;
      const shown = JSON.stringify([before, text]);
      if (read !== undefined) {
        expect(fresh.problems, shown).toEqual([]);
        const there = folds(fresh.file);
        for (const [start, sides] of folds(read)) expect(there.get(start) ?? sides, shown).toBe(sides);
        // A tree that is described is read in full.
        if (dice.once(3)) expect(described(read), shown).toEqual(described(fresh.file));
      }
      tree = (read ?? fresh.file) as ast.FabricFile & RootNode;
      // A mistake is corrected.
      if (fresh.problems.length === 0) continue;
      text = before;
      tree = parseFabric(text, linker).file as ast.FabricFile & RootNode;
    }
    if (tree.$again !== undefined) expect(described(tree)).toEqual(described(parseFabric(text, linker).file));
  }
  expect(again / all).toBeGreaterThan(0.5);
});

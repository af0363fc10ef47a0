// Changes of a design that change nothing of what it means: renaming, reordering, splitting, folding into arrays and unfolding.
import { parseFabric } from '../../packages/language/src/parse/index.ts';
import { splice, type Token, tokensOf } from './tokens.ts';

/** A design with the files beside it. */
export interface Files {
  readonly text: string;
  readonly beside: Readonly<Record<string, string>>;
}

/** A change, which depends on a random number; undefined where it has nothing to change. */
export type Refactoring = (files: Files, random: number) => Files | undefined;

interface Statement {
  readonly $type: string;
  readonly $cstNode?: { readonly offset: number; readonly end: number };
}

/** The top-level statements of a text, each with the comments before it. */
function statementsOf(text: string): { readonly kind: string; readonly text: string }[] {
  const statements = parseFabric(text).file.statements as readonly Statement[];
  let start = 0;
  return statements.map(({ $type, $cstNode }, i) => {
    const end = i + 1 < statements.length ? ($cstNode?.end ?? start) : text.length;
    const own = { kind: $type, text: text.slice(start, end).replace(/^\n/, '') };
    start = end;
    return own;
  });
}

const declares = /^(type|let|template|network|loop|feed|branch|switch|host|rack|cdu|group)$/;

/** Names that a text declares, each with what names it. */
function namesOf(text: string): ReadonlyMap<string, readonly Token[]> {
  const tokens = tokensOf(text);
  const declared = tokens.filter(
    ({ text: name }, i) =>
      /^[A-Za-z_]\w*$/.test(name) &&
      declares.test(tokens[i - 1]?.text ?? '') &&
      !declares.test(name) &&
      /^(\{|:|\[|is|=|\()$/.test(tokens[i + 1]?.text ?? ''),
  );
  return new Map(declared.map(({ text: name }) => [name, tokens.filter((each) => each.text === name)]));
}

function replaced(text: string, changes: readonly (Pick<Token, 'start' | 'end'> & { readonly by: string })[]): string {
  return [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, by }) => splice(all, start, end, by), text);
}

const rename: Refactoring = ({ text, beside }, random) => {
  const names = [...namesOf(text)].filter((_, i) => (random >> (i % 8)) % 2 === 0);
  if (names.length === 0) return undefined;
  const changes = names.flatMap(([name, uses]) => uses.map((each) => ({ ...each, by: `other_${name}` })));
  return { text: replaced(text, changes), beside };
};

const reorder: Refactoring = ({ text, beside }, random) => {
  const statements = statementsOf(text);
  const imports = statements.filter(({ kind }) => kind === 'Import');
  const others = statements.filter(({ kind }) => kind !== 'Import');
  if (others.length < 2) return undefined;
  const by = random % others.length;
  const turned = [...others.slice(by), ...others.slice(0, by)];
  return { text: [...imports, ...turned].map((each) => each.text).join('\n'), beside };
};

const split: Refactoring = ({ text, beside }) => {
  const statements = statementsOf(text);
  const imports = statements.filter(({ kind }) => kind === 'Import').map((each) => each.text);
  const types = statements.filter(({ kind }) => kind === 'TypeDeclaration').map((each) => each.text);
  const others = statements
    .filter(({ kind }) => kind !== 'TypeDeclaration' && kind !== 'Import')
    .map((each) => each.text);
  if (types.length === 0 || 'parts.fabric' in beside) return undefined;
  return {
    text: [...imports, 'import "./parts.fabric"', ...others].join('\n'),
    beside: { ...beside, 'parts.fabric': [...imports, ...types].join('\n') },
  };
};

/** Two neighbors that are declared alike become one array. */
const fold: Refactoring = ({ text, beside }) => {
  const pair =
    /\b(switch|host|rack|cdu) +([A-Za-z]\w*) *: *(\w+)[ \t]*(\n[ \t]*)\1 +([A-Za-z]\w*) *: *\3[ \t]*(?=\n)/.exec(text);
  if (pair === null) return undefined;
  const [whole, kind, first = '', type, , second = ''] = pair;
  const array = `both_${first}`;
  const end = pair.index + whole.length;
  const uses = tokensOf(text)
    .filter(({ start }) => start < pair.index || start >= end)
    .flatMap((each) => {
      const index = [first, second].indexOf(each.text) + 1;
      return index === 0 ? [] : [{ ...each, by: `${array}[${index}]` }];
    });
  return {
    text: replaced(text, [...uses, { start: pair.index, end, by: `${kind} ${array}[1..2] : ${type}` }]),
    beside,
  };
};

/** An array of two becomes two; a selection of both becomes a list. */
const unfold: Refactoring = ({ text, beside }) => {
  const declared = /\b(switch|host|rack|cdu) +([A-Za-z]\w*)\[1\.\.2\] *: *(\w+)[ \t]*(?=\n)/.exec(text);
  if (declared === null) return undefined;
  const [whole, kind, name = '', type] = declared;
  const rest = text.replace(whole, `${kind} ${name}_1 : ${type}\n${kind} ${name}_2 : ${type}`);
  if (name === kind) return undefined;
  const path = new RegExp(
    `(?<![\\w.])((?:\\w+\\.)*)${name}(?![\\w-])(?:\\[(1|2|\\*|1\\.\\.2)\\])?((?:\\.[\\w*]+(?:\\[[^\\]]*\\])?)*)`,
    'g',
  );
  const after = rest.replace(path, (_, before: string, index: string | undefined, behind: string) =>
    (index === '1' || index === '2' ? [index] : ['1', '2'])
      .map((each) => `${before}${name}_${each}${behind}`)
      .join(', '),
  );
  return { text: after, beside };
};

/** All of them, by name. */
export const refactorings: Readonly<Record<string, Refactoring>> = { rename, reorder, split, fold, unfold };

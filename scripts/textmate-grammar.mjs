// The TextMate grammar, which colors the language in editors: made from the tables of kinds, statements, words, properties
// and units. A pattern looks back one character at most, as hosts other than VS Code can't do more.
import { catalogue, partKinds, requirableFacts } from '../packages/core/src/catalogue/index.ts';
import { unitSpellings } from '../packages/core/src/units/index.ts';
import { innerWords, networkKindNames, statementSpec } from '../packages/language/src/syntax/index.ts';

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const oneOf = (list) => list.join('|');

/** No part of a name or a path is before, or part of a name after. */
const start = '(?<![A-Za-z0-9_.-])';
const end = '(?![A-Za-z0-9_-])';
const plainName = '[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*';
const digitName = '[0-9]+(?:\\.[0-9]+)?(?!x\\b)[A-Za-z][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*';
const name = `((?:${plainName}|${digitName}))`;

const properties = Object.values(catalogue).flatMap((kind) => Object.entries(kind.properties));
// `of` is a word of the language before it is a property.
const propertyNames = [...new Set(properties.map(([each]) => each))].filter((each) => each !== 'of').sort();
const partProperties = [...new Set(properties.filter(([, { value }]) => value.type === 'part').map(([each]) => each))];
/** Words of values. `KP4 + inner` is two words and a sign; `power` and `network` are words of another kind already. */
const valueWords = properties
  .flatMap(([, { value }]) => (value.type === 'word' || value.type === 'words' ? value.words : []))
  .flatMap((each) => each.split(' + '))
  .filter((each) => !['power', 'network'].includes(each));

/** Facts, the longest first. */
const factNames = Object.keys(requirableFacts).sort((a, b) => b.length - a.length);

/** Words within statements that have a color of their own; all others are keywords wherever they follow a space. */
const constants = ['full', 'low-loss'];
const operators = ['div', 'mod'];
const withPattern = ['as', 'over', 'row', 'source', 'assumed', 'by', 'x'];
const plainWords = Object.keys(innerWords).filter(
  (each) => ![...constants, ...operators, ...withPattern].includes(each),
);

const scoped = (scope) => `${scope}.fabric`;
/** A pattern whose groups have scopes. */
const pattern = (match, ...scopes) => ({
  match,
  captures: Object.fromEntries(scopes.map((scope, i) => [i + 1, { name: scoped(scope) }])),
});

/** The pattern of statements of one form: the keyword, and with `next` what follows it. */
function statement(types, next, ...others) {
  const specs = types.map(statementSpec);
  const [{ scopes }] = specs;
  const words = oneOf(specs.flatMap(({ keywords }) => keywords));
  // Statements of one pattern have a scope each where it is their keyword.
  const keyword = specs.every((each) => each.scopes.keyword === scopes.keyword) ? scopes.keyword : 'keyword.control.$1';
  return pattern(`${start}(${words})${next}`, keyword, ...(scopes.name === undefined ? [] : [scopes.name]), ...others);
}
const named = `\\s+${name}`;

const declarations = [
  // switch type Leaf is Base
  pattern(
    `${start}(${oneOf(partKinds)})\\s+(type)\\s+${name}(?:\\s+(is)\\s+${name})?`,
    statementSpec('TypeDeclaration').scopes.keyword,
    'storage.type',
    statementSpec('TypeDeclaration').scopes.name,
    'storage.modifier.is',
    'entity.other.inherited-class',
  ),
  // switch leaf[1..8]
  statement(['Instance'], `\\s+(?!(?:fail|to|in|into|and|as|on)${end})${name}(?=\\s*(?:[\\[:{]|$|//|at${end}))`),
  // network backend : scale-out
  statement(['Network'], `${named}(?:\\s*(:)\\s*${name})?`, 'punctuation.separator', 'constant.language.network-kind'),
  statement(['Template'], named),
  statement(['View'], named),
  statement(['Phase'], named),
  statement(['Ports'], named),
  statement(['Let'], `${named}(?=\\s*=)`),
  // (hosts = 64, leafType = XpoLeaf)
  pattern(`(?<=[(,])\\s*((?:${plainName}))(?=\\s*(?::\\s*[A-Za-z-]+\\s*)?=(?!=))`, 'variable.parameter'),
  // su[1..2] : ScalableUnit
  pattern(`(?:^|(?<=[{}]))\\s*${name}(?=\\s*(?:\\[[^\\]]*\\]\\s*)*:)`, 'variable.other.constant'),
  // … : Type
  pattern(`(:)\\s*${name}`, 'punctuation.separator', 'entity.name.type'),
];

const statements = [
  statement(['Import'], '(?=\\s*"|\\s*$)'),
  statement(['Allow'], '\\s+([A-Za-z][A-Za-z0-9_-]*(?:/[A-Za-z0-9_-]*)?)'),
  statement(['Require'], '(?=\\s+[A-Za-z0-9_(]|\\s*$)'),
  // power(leaf, spine)
  pattern(`${start}(${oneOf(factNames)})(?=\\()`, 'support.function.fact'),
  statement(['Plug'], named),
  statement(['For'], `\\s+((?:${plainName}))`),
  // , j in 1..n
  pattern(`(?<=,)\\s*((?:${plainName}))(?=\\s+in\\s)`, 'variable.parameter'),
  statement(['If', 'Else'], '(?=\\s+[A-Za-z0-9_(]|\\s*\\{|\\s*$)'),
  statement(['Link', 'Place'], '(?=\\s+[A-Za-z_]|\\s*$)'),
  pattern(`(?<=\\s)(over)\\s+${name}`, 'keyword.control.over', 'entity.name.type'),
  pattern(`(?<=\\s)(as)\\s+${name}`, 'keyword.control.as', 'support.function.pattern'),
  pattern(
    `(?<=\\s)(?:(at)\\s+(row)|(position)(?=\\s+[0-9]))${end}`,
    'keyword.control.at',
    'keyword.control.row',
    'keyword.control.position',
  ),
  pattern(`${start}(source|assumed)(?=\\s*"|\\s*$)`, 'storage.modifier.provenance'),
  // view … { of net }
  pattern('(\\{)\\s*(of)(?=\\s+[A-Za-z_])', 'punctuation.section.block.begin', 'variable.property'),
  pattern(`(?<=\\s)(${oneOf(plainWords)})${end}(?!\\s*[\\[.:=])`, 'keyword.control'),
];

const propertyPatterns = [
  // asic Tomahawk6
  pattern(
    `${start}(${oneOf(partProperties.sort())})\\s+(?!unknown${end})${name}`,
    'variable.property',
    'entity.name.type',
  ),
  // cooled by primary
  pattern(
    `${start}(${oneOf(propertyNames)})(?:\\s+(by)${end})?(?=\\s+(?:[<>=]=?|-?[0-9]|"|[A-Za-z_]))(?!\\s+(?:to|into|in|as|over|and|fail)${end})`,
    'variable.property',
    'keyword.control.by',
  ),
  // any other name before a value
  pattern(`^\\s*${name}(?=\\s+(?:[<>]=?|[0-9]|"))`, 'variable.property'),
];

const values = [
  // 40 V..54 V: the end of a range
  pattern(
    `(\\.\\.)(-?[0-9]+(?:\\.[0-9]+)?)[ \\t]*(${oneOf(unitSpellings().map(escaped))})(?![A-Za-z0-9_°µ·³%]|-[A-Za-z0-9]|/[A-Za-z])`,
    'keyword.operator.range',
    'constant.numeric',
    'keyword.other.unit',
  ),
  // 400 W
  pattern(
    `${start}(-?[0-9]+(?:\\.[0-9]+)?)[ \\t]*(${oneOf(unitSpellings().map(escaped))})(?![A-Za-z0-9_°µ·³%]|-[A-Za-z0-9]|/[A-Za-z])`,
    'constant.numeric',
    'keyword.other.unit',
  ),
  // 16 x 800GBASE-DR4
  pattern(
    `${start}([0-9]+)\\s*(x|×)\\s+(?![0-9.]+(?:\\s|$))${name}`,
    'constant.numeric',
    'keyword.operator.times',
    'entity.name.type',
  ),
  pattern(`${start}([0-9]+)\\s*(x|×)(?=\\s*[0-9])`, 'constant.numeric', 'keyword.operator.times'),
  // n+1
  { name: scoped('constant.language.redundancy'), match: `${start}n\\+[0-9]+${end}` },
  { name: scoped('entity.name.type'), match: `${start}${digitName}` },
  { name: scoped('constant.numeric'), match: '(?<![A-Za-z0-9_-])-?[0-9]+(?:\\.[0-9]+)?' },
];

const wordPatterns = [
  {
    name: scoped('constant.language'),
    match: `${start}(?:${oneOf([...new Set(['unknown', ...constants, ...valueWords, ...networkKindNames])])})${end}(?!\\s*[\\[.:(])`,
  },
  { name: scoped('keyword.operator.word'), match: `(?<=\\s)(?:${oneOf(operators)})(?=\\s)` },
  // Any other name as a whole, so that nothing matches inside it.
  { match: `(?:${plainName}|${digitName})` },
];

const punctuation = [
  ['keyword.operator.comparison', '<=|>=|==|!=|<|>'],
  ['keyword.operator.assignment', '='],
  ['punctuation.section.block', '[{}]'],
  ['punctuation.section.brackets', '[\\[\\]]'],
  ['punctuation.section.parens', '[()]'],
  ['punctuation.separator', '[,:]'],
  ['keyword.operator.arithmetic', '(?<=\\s)/(?=\\s)'],
  ['punctuation.accessor', '\\.(?!\\.)|/'],
  ['keyword.operator.range', '\\.\\.'],
  ['keyword.operator.all', '\\*'],
  ['keyword.operator.arithmetic', '[+×-]'],
].map(([scope, match]) => ({ name: scoped(scope), match }));

const comments = [
  {
    name: scoped('comment.block.documentation'),
    begin: '/\\*\\*(?!/)',
    end: '\\*/',
    patterns: [{ name: scoped('markup.inline.raw.string'), match: '`[^`\\r\\n]*`' }],
  },
  { name: scoped('comment.block'), begin: '/\\*', end: '\\*/' },
  { name: scoped('comment.line.double-slash'), match: '//.*$' },
];

const texts = [
  {
    name: scoped('string.quoted.double'),
    begin: '"',
    end: '"|$',
    patterns: [{ name: scoped('constant.character.escape'), match: '\\\\.' }],
  },
];

/** The grammar; patterns of a room are tried in order, and rooms too. */
export function textMateGrammar() {
  const rooms = {
    comment: comments,
    text: texts,
    declaration: declarations,
    statement: statements,
    property: propertyPatterns,
    value: values,
    word: wordPatterns,
    punctuation,
  };
  return {
    name: 'Fabric',
    scopeName: 'source.fabric',
    patterns: Object.keys(rooms).map((room) => ({ include: `#${room}` })),
    repository: Object.fromEntries(Object.entries(rooms).map(([room, patterns]) => [room, { patterns }])),
  };
}

// What each word of the language means, from the tables that hover, completion and the documentation read.
import {
  catalogue,
  findUnit,
  type Kind,
  partKinds,
  propertiesOf,
  requirableFacts,
  unitSpellings,
  units,
} from '@lightloom/core';
import { alternatives, capitalized, withArticle } from '../problems/wording.ts';
import { innerWords, networkKinds, statementSpec, statementTypes } from '../syntax/index.ts';
import { shapeText } from './shapes.ts';

/** A word with a line about it. */
interface Entry {
  readonly name: string;
  readonly doc: string;
}

/** One meaning of a word. */
interface Meaning {
  /** What the word is: `a property of a link`. */
  readonly is: string;
  readonly doc: string;
  /** How it is written, or what it takes. */
  readonly form?: string;
  /** What belongs to it: the properties of a kind, the units of a dimension. */
  readonly entries?: readonly Entry[];
}

/** A word or a subject with all that is known of it. */
export interface Reference {
  readonly word: string;
  readonly meanings: readonly Meaning[];
}

const kinds = Object.keys(catalogue) as readonly Kind[];

/** The kinds that have statements, parts or devices of their own, as `host type` and `link` are written. */
const kindName = (kind: Kind): string => ((partKinds as readonly Kind[]).includes(kind) ? `${kind} type` : kind);

/** Subjects that list words. */
const subjects: Readonly<Record<string, () => Meaning>> = {
  language: () => ({
    is: 'the statements of the language',
    doc: 'A design is a list of statements. Replace what is in capitals.',
    entries: statementTypes.map((type) => ({ name: statementSpec(type).form, doc: statementSpec(type).doc })),
  }),
  kinds: () => ({
    is: 'the kinds of part, and what else has properties',
    doc: 'Each has properties of its own: `lightloom explain "host type"` lists those of hosts.',
    entries: kinds.map((kind) => ({ name: kindName(kind), doc: catalogue[kind].doc })),
  }),
  words: () => ({
    is: 'the words within statements',
    doc: 'All of them stay usable as names.',
    entries: Object.entries(innerWords).map(([name, doc]) => ({ name, doc })),
  }),
  facts: () => ({
    is: 'the facts of a design',
    doc: 'What `require` can ask of a design, and `lightloom explain FILE "FACT"` shows.',
    entries: Object.entries(requirableFacts).map(([name, { doc }]) => ({ name, doc })),
  }),
  units: () => ({
    is: 'the units',
    doc: 'A number and its unit are one value: `400 W`. Upper and lower case differ.',
    entries: [...new Set(units.map((each) => each.dimension))].map((dimension) => ({
      name: capitalized(dimension),
      doc: units.flatMap((each) => (each.dimension === dimension ? [each.name] : [])).join(', '),
    })),
  }),
};

/** The subjects that list words, each with what it lists. */
export const referenceTopics: readonly Entry[] = Object.entries(subjects).map(([name, meaning]) => ({
  name,
  doc: capitalized(meaning().is),
}));

/** Every word that has a meaning: keywords, kinds, properties, units, facts, and the subjects that list them. */
export function referenceWords(): readonly string[] {
  const properties = kinds.flatMap((kind) => Object.keys(propertiesOf(kind)));
  const keywords = statementTypes.flatMap((type) => statementSpec(type).keywords);
  const words = [...keywords, ...kinds.map(kindName), ...Object.keys(innerWords), ...Object.keys(networkKinds)];
  return [
    ...new Set([
      ...Object.keys(subjects),
      ...words,
      ...properties,
      ...Object.keys(requirableFacts),
      ...unitSpellings(),
    ]),
  ];
}

/**
 * What a word of the language means.
 * @param word a keyword, a kind as `host` or `host type`, a property, a unit, a fact, a word that a property takes, or a subject
 * @returns undefined where it has no meaning of its own
 */
export function referenceOf(word: string): Reference | undefined {
  const subject = Object.hasOwn(subjects, word) ? subjects[word]?.() : undefined;
  const meanings = [
    ...(subject === undefined ? [] : [subject]),
    ...statementsOf(word),
    ...kindsOf(word),
    ...propertiesNamed(word),
    ...valuesNamed(word),
    ...rowOf(innerWords, word, 'a word within statements'),
    ...rowOf(networkKinds, word, 'a kind of network'),
    ...factNamed(word),
    ...unitNamed(word),
  ];
  return meanings.length === 0 ? undefined : { word, meanings };
}

function statementsOf(word: string): Meaning[] {
  const specs = statementTypes.map(statementSpec).filter((each) => each.keywords.includes(word));
  return specs.map(({ form, doc }) => ({
    is: 'a keyword that starts a statement',
    doc,
    form: form.replace(/^KIND\b/, word),
  }));
}

function kindsOf(word: string): Meaning[] {
  const kind = kinds.find((each) => each === word || kindName(each) === word);
  if (kind === undefined) return [];
  const entries = Object.entries(propertiesOf(kind)).map(([name, { doc }]) => ({ name, doc }));
  return [{ is: 'what has these properties', doc: catalogue[kind].doc, entries }];
}

/** A property by its name: the kinds for which it means the same are one meaning. */
function propertiesNamed(word: string): Meaning[] {
  const found = new Map<string, { readonly doc: string; readonly form: string; readonly of: string[] }>();
  for (const kind of kinds) {
    const spec = Object.hasOwn(propertiesOf(kind), word) ? propertiesOf(kind)[word] : undefined;
    if (spec === undefined) continue;
    const form = shapeText(spec.value);
    const key = `${spec.doc}\n${form}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { doc: spec.doc, form, of: [kindName(kind)] });
    else known.of.push(kindName(kind));
  }
  return [...found.values()].map(({ doc, form, of }) => ({
    is: `a property of ${alternatives(of.map(withArticle))}`,
    doc,
    form: `${word}: ${form}`,
  }));
}

/** A word that properties take as a value: `half-retimed`. */
function valuesNamed(word: string): Meaning[] {
  const names = new Map<string, string>();
  for (const kind of kinds)
    for (const [name, { value, doc }] of Object.entries(propertiesOf(kind)))
      if ((value.type === 'word' || value.type === 'words') && (value.words as readonly string[]).includes(word))
        names.set(name, doc);
  return [...names].map(([name, doc]) => ({ is: `a value of \`${name}\``, doc }));
}

function rowOf(table: Readonly<Record<string, string>>, word: string, is: string): Meaning[] {
  const doc = Object.hasOwn(table, word) ? table[word] : undefined;
  return doc === undefined ? [] : [{ is, doc }];
}

function factNamed(word: string): Meaning[] {
  const fact = Object.hasOwn(requirableFacts, word) ? requirableFacts[word] : undefined;
  if (fact === undefined) return [];
  return [
    {
      is: 'a fact that `require` can ask for',
      doc: fact.doc,
      form: `require ${word}(NAME) ${fact.lowestIsWorst === true ? '>=' : '<='} LIMIT`,
    },
  ];
}

function unitNamed(word: string): Meaning[] {
  const unit = findUnit(word);
  if (unit === undefined) return [];
  return [{ is: `a unit of ${unit.dimension}`, doc: `As in \`1 ${unit.name}\`.` }];
}

// What a test asks of a design: its analysis, its findings, a figure, a part.
import {
  type Derivation,
  type Finding,
  findUnit,
  type Part,
  requirableFacts,
  type Setting,
  unitsOf,
  type Verdict,
  verdictsOf,
} from '@lightloom/core';
import { libraryNames } from '@lightloom/language';
import { analyzeText, textAnalyzer } from '@lightloom/language/testing';

/** Other files beside the design, by name, as `{ 'site.fabric': '…' }`. */
export type Files = Readonly<Record<string, string>>;

type Analysis = Awaited<ReturnType<typeof analyzeText>>['analysis'];

/** A finding with the text that it points at. */
export interface Found extends Finding {
  /** The text itself. */
  readonly at: string;
  /** The line it is on, trimmed. */
  readonly line: string;
}

const noFiles: Files = {};

/** Analyzers by the files beside the design. Each has read the part library, which takes longer than most designs. */
const analyzers = new WeakMap<Files, ReturnType<typeof textAnalyzer>>();

/** The last analysis that was asked for: an analyzer takes one text after another. */
let last: Promise<unknown> = Promise.resolve();

/** The analysis of a design. */
export async function analysisOf(
  text: string,
  files: Files = noFiles,
  settings: readonly Setting[] = [],
): Promise<Analysis> {
  if (settings.length > 0) return (await analyzeText(text, files, settings)).analysis;
  const analyze = analyzers.get(files) ?? textAnalyzer(files);
  analyzers.set(files, analyze);
  const next = last.then(() => analyze(text));
  last = next.catch(() => undefined);
  return (await next).analysis;
}

/** The last that {@link knownAnalysisOf} made, of at most so many texts with the same files: a hundred kilobytes each. */
const known = new WeakMap<Files, Map<string, Promise<Analysis>>>();
const mostKnown = 1000;

/**
 * The analysis of a design, made once in each process for all who ask: many laws hold of the same examples. A test that compares two
 * analyses of one text makes them by {@link analysisOf}.
 */
export function knownAnalysisOf(text: string, files: Files = noFiles): Promise<Analysis> {
  const all = known.get(files) ?? new Map<string, Promise<Analysis>>();
  known.set(files, all);
  const analysis = all.get(text) ?? analysisOf(text, files);
  // The one that was asked for last is the last.
  all.delete(text);
  all.set(text, analysis);
  for (const oldest of all.keys()) {
    if (all.size <= mostKnown) break;
    all.delete(oldest);
  }
  return analysis;
}

/** The analysis of a design with all types of the library files that it imports, not only those that it uses. */
export async function wholeAnalysisOf(text: string) {
  return (await analyzeText(text, {}, [], 'all')).analysis;
}

/** The facts of a design. */
export const factsOf = async (text: string, files: Files = noFiles) => (await analysisOf(text, files)).facts;

/** The errors and warnings of a design; notes are left out. */
export async function findingsOf(text: string, files: Files = noFiles): Promise<Found[]> {
  return seriousIn(await analysisOf(text, files)).map((each) => located(each, text));
}

/** The errors and warnings of an analysis. */
export const seriousIn = ({ findings }: Pick<Analysis, 'findings'>): Finding[] =>
  findings.filter(({ severity }) => severity !== 'note');

/** The errors of an analysis. */
export const errorsIn = ({ findings }: Pick<Analysis, 'findings'>): Finding[] =>
  findings.filter(({ severity }) => severity === 'error');

/** The errors of a design, each as `rule: message`. */
export const errorsOf = async (text: string, files: Files = noFiles): Promise<string[]> =>
  briefly(errorsIn(await analysisOf(text, files)));

/** The rules of the errors and warnings of a design. */
export const rulesOf = async (text: string, files: Files = noFiles): Promise<string[]> =>
  (await findingsOf(text, files)).map(({ rule }) => rule);

/** Findings as `rule: message`. */
export const briefly = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, message }) => `${rule}: ${message}`);

/** A finding with the text that it points at; it must lie in that text. */
function located(finding: Finding, text: string): Found {
  const { start, end } = finding.origin;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', start);
  return { ...finding, at: text.slice(start, end), line: text.slice(from, to < 0 ? undefined : to).trim() };
}

/** Figures of a design, in the order in which they were asked for. */
export interface Figures {
  readonly analysis: Analysis;
  readonly verdicts: readonly Verdict[];
  /** In SI units; `NaN` where a figure is unknown. */
  readonly values: readonly number[];
}

/**
 * Several figures of one design, each asked for as in a requirement: `margin(backend)`, `head(l) >= 1 psi when any 1 of cdu
 * fail`. Where no limit is given, the worst case is that of a limit the fact usually has.
 * @throws where something else than a requirement is wrong with the design, unless a rule is expected
 */
export async function figures(text: string, asked: readonly string[], options: FigureOptions = {}): Promise<Figures> {
  const analysis = await analysisOf(`${text}\n${asked.map(requirement).join('\n')}\n`, options.files);
  const expected = options.expected ?? /^requirement\/(unmet|unknown)$/;
  const strange = errorsIn(analysis).filter(({ rule }) => !rule.startsWith('requirement/un') && !expected.test(rule));
  if (strange.length > 0) throw new Error(briefly(strange).join('\n'));
  const verdicts = verdictsOf(analysis.facts).slice(-asked.length);
  if (verdicts.length !== asked.length) throw new Error(`${verdicts.length} answers to ${asked.join(', ')}`);
  return { analysis, verdicts, values: verdicts.map(({ value }) => value.value) };
}

/** What else {@link figures} may be told. */
export interface FigureOptions {
  readonly files?: Files;
  /** Rules whose errors are no reason to throw. */
  readonly expected?: RegExp;
}

/** One figure of a design with its derivation: `figure(text, 'margin(backend)')`. */
export async function figure(text: string, asked: string, options: FigureOptions = {}): Promise<Derivation> {
  const { verdicts } = await figures(text, [asked], options);
  return (verdicts[0] as Verdict).value;
}

function requirement(asked: string): string {
  if (/[<>=]/.test(asked)) return `require ${asked}`;
  const [, fact = '', when = ''] = /^(.*?\))(\s+when\s.*)?$/.exec(asked) ?? [];
  const { dimension, bare, lowestIsWorst } = requirableFacts[fact.slice(0, fact.indexOf('('))] ?? {};
  if (dimension === undefined) throw new Error(`There is no fact ${asked}.`);
  const unit = dimension === 'count' || bare === true ? '' : ` ${unitsOf(dimension)[0]?.name ?? ''}`;
  return `require ${fact} ${lowestIsWorst === true ? '>=' : '<='} 0${unit}${when}`;
}

/** How many of the SI unit one of a unit is: 6894.757 for `psi`. */
export function unitFactor(name: string): number {
  const unit = findUnit(name);
  if (unit === undefined) throw new Error(`There is no unit ${name}.`);
  return unit.factor;
}

/** Imports of some files of the part library, or of all. */
export const libraryImports = (names: readonly string[] = libraryNames()): string =>
  names.map((name) => `import "std/${name}"\n`).join('');

/** A part by its name. */
export function partIn<K extends Part['kind']>({ parts }: Pick<Analysis['fabric'], 'parts'>, name: string): Part<K> {
  const found = parts.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no part ${name}.`);
  return found as Part<K>;
}

// Findings for people: each with the source it is about, what follows from it, why, and what to do.
import { type Derivation, derivationLines, type Finding, type Origin } from '@lightloom/core';
import { visible } from './cells.ts';
import { type FrameStyle, frameLines, gutterFor } from './frame.ts';
import { type Mark, placeMark } from './marks.ts';
import type { Source, Sources } from './source.ts';
import type { Theme } from './theme.ts';

/** How findings are printed. */
export interface PrettyStyle {
  readonly theme: Theme;
  /** Cells of a line of output. */
  readonly width: number;
  /** Whether derivations are printed whole. */
  readonly whole: boolean;
}

/** Lines of a derivation that are printed when it is not printed whole. */
const longest = 12;

/** One finding, as lines. */
export function prettyFinding(finding: Finding, sources: Sources, style: PrettyStyle): string[] {
  const { theme } = style;
  const paint = theme.severity[finding.severity];
  const frames = framesOf(finding);
  const gutter = Math.max(1, ...frames.map(({ uri, marks }) => gutterFor(sources(uri), marks)));
  const frameStyle: FrameStyle = { theme, primary: paint, gutter, width: style.width };
  const bar = theme.frame(`${' '.repeat(gutter)} │`);
  const rows = [headline(finding, theme)];
  for (const [i, { uri, marks }] of frames.entries()) {
    const source = sources(uri);
    const place = placeText(source, (marks.find((each) => each.primary) ?? marks[0]) as Mark);
    rows.push(`${theme.frame(`${' '.repeat(gutter)}${i === 0 ? '-->' : ':::'}`)} ${place}`, bar);
    rows.push(...frameLines(source, marks, frameStyle));
  }
  const remarks = remarksOn(finding, style);
  if (remarks.length > 0 && frames.length > 0) rows.push(bar);
  const indent = ' '.repeat(gutter + 1);
  return [...rows, ...remarks.map((each) => (indent + each).trimEnd())];
}

/** A note, which is worth knowing but nothing to work on: its message and place, in a line. */
export function prettyNote(finding: Finding, sources: Sources, { theme }: PrettyStyle): string {
  const { origin } = finding;
  const mark: Mark = { ...origin, label: undefined, primary: true };
  const place = origin.uri === '' ? '' : ` ${theme.frame('-->')} ${placeText(sources(origin.uri), mark)}`;
  return headline(finding, theme) + place;
}

/** `error[power/module-over-cage]: XpoDr draws 420 W; its XPO cage gives 400 W.` */
function headline({ severity, rule, message }: Finding, theme: Theme): string {
  return `${theme.severity[severity](`${severity}[${rule}]`)}${theme.strong(`: ${visible(message)}`)}`;
}

/** `examples/pod.fabric:42:5`; a terminal makes it a link. */
function placeText(source: Source, mark: Mark): string {
  const { firstLine, firstColumn } = placeMark(source, mark);
  return `${visible(source.path)}:${firstLine + 1}:${firstColumn + 1}`;
}

/** The places of a finding by file, the one it is about first. */
function framesOf(finding: Finding): { readonly uri: string; readonly marks: readonly Mark[] }[] {
  const byFile = new Map<string, Mark[]>();
  const add = ({ uri, start, end }: Origin, label: string | undefined, primary: boolean): void => {
    if (uri === '') return;
    const marks = byFile.get(uri);
    const mark: Mark = { start, end, label, primary };
    if (marks === undefined) byFile.set(uri, [mark]);
    else marks.push(mark);
  };
  add(finding.origin, finding.label, true);
  for (const { origin, message } of finding.related) add(origin, message.replace(/\.$/, ''), false);
  return [...byFile].map(([uri, marks]) => ({ uri, marks }));
}

/** What stands below the frames: why, what also fails, what to do. */
function remarksOn(finding: Finding, { theme, whole }: PrettyStyle): string[] {
  const rows: string[] = [];
  const add = (name: string, lines: readonly string[], paint: (text: string) => string): void => {
    const [first = '', ...rest] = lines.map(visible);
    rows.push(`${theme.frame('=')} ${theme.strong(`${name}:`)} ${paint(first)}`);
    for (const line of rest) rows.push(`${' '.repeat(name.length + 4)}${paint(line)}`);
  };
  if (finding.derivation !== undefined) add('because', becauseLines(finding.derivation, whole), theme.quiet);
  for (const each of finding.consequences) add('also', [each], (text) => text);
  if (finding.help !== undefined) add('help', [finding.help], (text) => text);
  return rows;
}

/** A derivation, cut to as many levels as can be taken in at a glance. */
function becauseLines(derivation: Derivation, whole: boolean): string[] {
  if (whole) return derivationLines(derivation);
  const all = derivationLines(Number.isNaN(derivation.value) ? whyUnknown(derivation) : derivation);
  if (all.length <= longest) return all;
  const levels = all.map((line) => (line.length - line.trimStart().length) / 2);
  let kept = all;
  for (let depth = Math.max(...levels); depth > 0 && kept.length > longest; depth--)
    kept = all.filter((_, i) => (levels[i] as number) < depth);
  kept = kept.length > 1 ? kept.slice(0, longest) : all.slice(0, longest);
  return [...kept, `… ${all.length - kept.length} more with --explain`];
}

/** Of what is unknown, only the way to the first thing nobody said. */
function whyUnknown(derivation: Derivation): Derivation {
  const term = derivation.terms.find((each) => Number.isNaN(each.value));
  return { ...derivation, terms: term === undefined ? [] : [whyUnknown(term)] };
}

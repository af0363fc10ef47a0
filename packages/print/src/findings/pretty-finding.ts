// One finding for the terminal: its message, the source it points at, why, its consequences, and what to do.
import { concernedText, type Derivation, derivationLines, type Finding, type Origin } from '@lightloom/core';
import { type FrameStyle, frameLines, gutterFor } from '../frame/frame.ts';
import { type Mark, placeMark } from '../frame/marks.ts';
import { visible } from '../shown/index.ts';
import type { Sources, SourceText } from '../text/source-text.ts';
import type { Theme } from '../text/theme.ts';
import type { FindingsDocument } from './document.ts';

/** How findings are printed. */
interface PrettyStyle extends Pick<FindingsDocument, 'files' | 'designs' | 'fabrics'> {
  readonly theme: Theme;
  /** Cells of a line of output. */
  readonly width: number;
  readonly derivations: FindingsDocument['derivations'];
}

/** Lines of a derivation that are printed when it isn't printed whole. */
const maxLines = 12;
/** Designs that are named with a finding. */
const maxDesigns = 4;

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
  const remarks = remarksOn(finding, sources, style);
  if (remarks.length > 0 && frames.length > 0) rows.push(bar);
  const indent = ' '.repeat(gutter + 1);
  return [...rows, ...remarks.map((each) => (indent + each).trimEnd())];
}

/** A note, which needs no action: its message and place in one line. */
export function prettyNote(finding: Finding, sources: Sources, style: PrettyStyle): string {
  const { origin } = finding;
  const { theme } = style;
  const mark: Mark = { ...origin, label: undefined, primary: true };
  const place = origin.uri === '' ? '' : ` ${theme.frame('-->')} ${placeText(sources(origin.uri), mark)}`;
  const designs = designsText(finding, sources, style);
  return headline(finding, theme) + place + (designs === undefined ? '' : theme.quiet(` in ${designs}`));
}

/** `error[power/module-over-cage]: XpoDr draws 420 W; its XPO cage gives 400 W.` */
function headline({ severity, rule, message }: Finding, theme: Theme): string {
  return `${theme.severity[severity](`${severity}[${rule}]`)}${theme.strong(`: ${visible(message)}`)}`;
}

/** `examples/pod.fabric:42:5`; a terminal makes it a link. */
function placeText(source: SourceText, mark: Mark): string {
  const { firstLine, firstColumn } = placeMark(source, mark);
  return `${visible(source.path)}:${firstLine + 1}:${firstColumn + 1}`;
}

/** The places of a finding by file, its own place first. */
function framesOf(finding: Finding): { readonly uri: string; readonly marks: readonly Mark[] }[] {
  const byFile = new Map<string, Mark[]>();
  const add = ({ uri, start, end }: Origin, of: Pick<Mark, 'label' | 'primary'>): void => {
    if (uri === '') return;
    const marks = byFile.get(uri);
    const mark: Mark = { start, end, ...of };
    if (marks === undefined) byFile.set(uri, [mark]);
    else marks.push(mark);
  };
  add(finding.origin, { label: finding.label, primary: true });
  for (const { origin, message } of finding.related) add(origin, { label: message.replace(/\.$/, ''), primary: false });
  return [...byFile].map(([uri, marks]) => ({ uri, marks }));
}

/** The remarks below the frames: why, what also fails, what to do. */
function remarksOn(finding: Finding, sources: Sources, style: PrettyStyle): string[] {
  const { theme, derivations } = style;
  const designs = designsText(finding, sources, style);
  const rows: string[] = [];
  const add = (name: string, lines: readonly string[], paint: (text: string) => string): void => {
    const [first = '', ...rest] = lines.map(visible);
    rows.push(`${theme.frame('=')} ${theme.strong(`${name}:`)} ${paint(first)}`);
    for (const line of rest) rows.push(`${' '.repeat(name.length + 4)}${paint(line)}`);
  };
  if (finding.derivation !== undefined) {
    const { derivation } = finding;
    add('because', derivations === 'whole' ? derivationLines(derivation) : shortLines(derivation), theme.quiet);
  }
  const concerned = concernedText(finding, style.fabrics.get(finding));
  if (concerned !== undefined) add('concerns', [concerned], (text) => text);
  if (designs !== undefined) add('in', [designs], (text) => text);
  for (const each of finding.consequences) add('also', [each], (text) => text);
  if (finding.help !== undefined) add('help', [finding.help], (text) => text);
  return rows;
}

/** The designs a finding is about, where several were checked and its own file isn't one of them. */
function designsText(finding: Finding, sources: Sources, { files, designs }: PrettyStyle): string | undefined {
  const all = designs.get(finding) ?? [];
  if (files.length < 2 || all.length === 0 || all.includes(sources(finding.origin.uri).path)) return undefined;
  const rest = all.length - maxDesigns;
  return visible(rest > 0 ? `${all.slice(0, maxDesigns).join(', ')} and ${rest} more` : all.join(', '));
}

/** A derivation, cut to as many levels as fit a few lines. */
function shortLines(derivation: Derivation): string[] {
  const all = linesOf(derivation);
  if (all.length <= maxLines) return all;
  const levels = all.map((line) => (line.length - line.trimStart().length) / 2);
  let kept = all;
  for (let depth = Math.max(...levels); depth > 0 && kept.length > maxLines; depth--)
    kept = all.filter((_, i) => (levels[i] ?? 0) < depth);
  kept = kept.length > 1 ? kept.slice(0, maxLines) : all.slice(0, maxLines);
  return [...kept, `… ${all.length - kept.length} more with --explain`];
}

/** The lines of a derivation; of an unknown one, those that lead to what isn't given, with the known terms where there is room. */
function linesOf(derivation: Derivation): string[] {
  if (!Number.isNaN(derivation.value)) return derivationLines(derivation);
  const withKnown = derivationLines(whyUnknown(derivation, isKnown));
  return withKnown.length <= maxLines ? withKnown : derivationLines(whyUnknown(derivation, () => false));
}

/**
 * Of an unknown figure, the path to the first value that isn't given.
 * @param isKept which of the terms beside that path are kept
 */
function whyUnknown(derivation: Derivation, isKept: (term: Derivation) => boolean): Derivation {
  const missing = derivation.terms.find((each) => Number.isNaN(each.value));
  const kept = derivation.terms.filter((each) => each === missing || (derivation.known > 0 && isKept(each)));
  return { ...derivation, terms: kept.map((each) => (each === missing ? whyUnknown(each, isKept) : each)) };
}

/** Whether a term is known, or a part of it is. */
function isKnown({ value, known }: Derivation): boolean {
  return !Number.isNaN(value) || known > 0;
}

// Mermaid flowcharts (mermaid.js.org/syntax/flowchart.html): what Git hosts and wikis draw in Markdown.
import type { Placed } from '../layout/index.ts';
import type { PaperTheme } from '../svg/index.ts';
import { paletteOf } from '../svg/palette.ts';
import { lineOf } from './line.ts';
import { namesFor } from './names.ts';
import { defineNotation } from './notation.ts';
import { childrenOf, type Outline, type OutlineBox, outlineOf, severityOf, sheetLines } from './outline.ts';

export const notation = defineNotation({ name: 'mermaid', print: mermaidOf });

/** Brackets of a box by its kind. */
const brackets: Readonly<Record<OutlineBox['kind'], readonly [open: string, close: string]>> = {
  switch: ['[', ']'],
  host: ['(', ')'],
  rack: ['[[', ']]'],
  cdu: ['([', '])'],
  feed: ['[', ']'],
  main: ['{{', '}}'],
  other: ['[', ']'],
};

/** A drawing as a flowchart with its title; what surrounds it is in comments. */
function mermaidOf(placed: Placed, theme: PaperTheme): string {
  const { graph } = placed;
  return `${[
    '---',
    `title: ${yaml([graph.title, graph.block?.verdict?.text ?? ''].filter((each) => each !== '').join(' · '))}`,
    '---',
    // A `%%{` anywhere would be a directive.
    ...sheetLines(graph).map((each) => `%% ${lineOf(each).replaceAll('%', '％')}`),
  ].join('\n')}\n${flowchartOf(placed, theme)}`;
}

/** The flowchart alone. */
export function flowchartOf({ graph }: Placed, theme: PaperTheme): string {
  const outline = outlineOf(graph);
  const { boxes, frames, edges } = outline;
  const names = namesFor(
    [...frames, ...boxes].map(({ id }) => id),
    'n',
  );
  const nameOf = (id: string): string => names.get(id) as string;
  const links = edges.map(({ from, to, lines, directed, missing }) => {
    const arrow = directed ? (missing ? '-.->' : '-->') : missing ? '-.-' : '---';
    return `  ${nameOf(from)} ${arrow}${lines.length === 0 ? '' : `|"${label(lines)}"|`} ${nameOf(to)}`;
  });
  const { over, warning } = paletteOf(theme);
  const styles = (
    [
      ['error', over],
      ['warning', warning],
    ] as const
  ).flatMap(([severity, color]) => {
    const look = `stroke:${color},stroke-width:3px`;
    const marked = [...frames, ...boxes].filter(({ marks }) => severityOf(marks) === severity);
    const wrong = edges.flatMap(({ marks }, i) => (severityOf(marks) === severity ? [i] : []));
    return [
      ...(marked.length === 0
        ? []
        : [`  classDef ${severity} ${look}`, `  class ${marked.map(({ id }) => nameOf(id)).join(',')} ${severity}`]),
      ...(wrong.length === 0 ? [] : [`  linkStyle ${wrong.join(',')} ${look}`]),
    ];
  });
  return `${['flowchart TB', ...inside(outline, undefined, nameOf, '  '), ...links, ...styles].join('\n')}\n`;
}

function inside(
  outline: Outline,
  parent: string | undefined,
  nameOf: (id: string) => string,
  indent: string,
): string[] {
  const { boxes, frames } = childrenOf(outline, parent);
  return [
    ...boxes.map(({ id, kind, lines }) => {
      const [open, close] = brackets[kind];
      return `${indent}${nameOf(id)}${open}"${label(lines)}"${close}`;
    }),
    ...frames.flatMap(({ id, lines }) => [
      `${indent}subgraph ${nameOf(id)}["${label(lines)}"]`,
      ...inside(outline, id, nameOf, `${indent}  `),
      `${indent}end`,
    ]),
  ];
}

const label = (lines: readonly string[]): string => lines.map(coded).join('<br/>');

/** Words that Mermaid looks for in whole lines, before it reads them. */
const words = /style|classdef|direction|click|call|href/gi;

/** The sign that would make a text a list of Markdown. */
const listSign = /^([-+]|[0-9]+[.)])(?=\s|$)/;

/** What is a code in any text: all but letters, digits and signs without a meaning. A percent sign has one before another. */
const signs = /[^\p{L}\p{M}\p{N} .,:·×–—→≤≥µ°²³✕⚠…()[\]/+?!='%-]|%(?=[%{])|(?<=%)%/gu;

/** A text of which the language sees nothing: what could be a sign of it is an entity code, `#35;`. */
function coded(text: string): string {
  return lineOf(text)
    .replace(signs, code)
    .replace(words, (word) => `${code(word)}${word.slice(1)}`)
    .replace(listSign, (sign) => `${sign.slice(0, -1)}${code(sign.slice(-1))}`);
}

const code = (text: string): string => `#${text.codePointAt(0)};`;

/** A string of YAML, which takes those of JSON; `<` has a code, because tags are changed before the title is read. */
const yaml = (text: string): string =>
  JSON.stringify(lineOf(text)).replaceAll('<', '\\u003c').replaceAll('%', '\\u0025');

// The colors of the terminal, in one place. Without colors every entry gives its text back.
import type { Severity } from '@lightloom/core';

type Paint = (text: string) => string;

export interface Theme {
  readonly severity: Readonly<Record<Severity, Paint>>;
  /** What is read first. */
  readonly strong: Paint;
  /** What is there for those who look for it. */
  readonly quiet: Paint;
  /** Line numbers and the lines that hold a frame together. */
  readonly frame: Paint;
  /** A place that belongs to a finding. */
  readonly related: Paint;
  /** What went well. */
  readonly good: Paint;
}

const plain: Paint = (text) => text;

/** No colors. */
export const plainTheme: Theme = {
  severity: { error: plain, warning: plain, note: plain },
  strong: plain,
  quiet: plain,
  frame: plain,
  related: plain,
  good: plain,
};

/** The sixteen colors each terminal has, so that its own palette decides what is legible. */
const paint =
  (...codes: number[]): Paint =>
  (text) =>
    text === '' ? '' : `\u001b[${codes.join(';')}m${text}\u001b[0m`;

export const colorTheme: Theme = {
  severity: { error: paint(1, 31), warning: paint(1, 33), note: paint(1, 36) },
  strong: paint(1),
  quiet: paint(2),
  frame: paint(34),
  related: paint(34),
  good: paint(32),
};

/** What decides whether there are colors. */
export interface ColorWish {
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** The theme to print with: the flag beats the environment, and that what the output is. */
export function themeFor({ flag, env, isTerminal }: ColorWish): Theme {
  return (flag ?? fromEnvironment(env) ?? (isTerminal && env['TERM'] !== 'dumb')) ? colorTheme : plainTheme;
}

/** FORCE_COLOR and NO_COLOR, in the order in which Node itself reads them. */
function fromEnvironment(env: ColorWish['env']): boolean | undefined {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return env['NO_COLOR'] === undefined || env['NO_COLOR'] === '' ? undefined : false;
}

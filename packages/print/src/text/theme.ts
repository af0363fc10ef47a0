// The colors of the terminal, in one place. Without colors every entry returns its text unchanged.
import type { Severity } from '@lightloom/core';

type Paint = (text: string) => string;

export interface Theme {
  readonly severity: Readonly<Record<Severity, Paint>>;
  /** What is read first. */
  readonly strong: Paint;
  /** Details for those who look for them. */
  readonly quiet: Paint;
  /** Line numbers and the lines of a frame. */
  readonly frame: Paint;
  /** A place related to a finding. */
  readonly related: Paint;
  /** Success. */
  readonly good: Paint;
}

const plain: Paint = (text) => text;

/** No colors. */
const plainTheme: Theme = {
  severity: { error: plain, warning: plain, note: plain },
  strong: plain,
  quiet: plain,
  frame: plain,
  related: plain,
  good: plain,
};

/** The sixteen standard colors, so that the terminal's own palette decides what is legible. */
const paint =
  (...codes: number[]): Paint =>
  (text) =>
    text === '' ? '' : `\u001b[${codes.join(';')}m${text}\u001b[0m`;

const colorTheme: Theme = {
  severity: { error: paint(1, 31), warning: paint(1, 33), note: paint(1, 36) },
  strong: paint(1),
  quiet: paint(2),
  frame: paint(34),
  related: paint(34),
  good: paint(32),
};

/** What decides whether there are colors. */
export interface ColorRequest {
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** The theme to print with: the flag overrides the environment, which overrides the kind of output. */
export function themeFor({ flag, env, isTerminal }: ColorRequest): Theme {
  return (flag ?? fromEnvironment(env) ?? (isTerminal && env['TERM'] !== 'dumb')) ? colorTheme : plainTheme;
}

/** FORCE_COLOR and NO_COLOR, in the order in which Node itself reads them. */
function fromEnvironment(env: ColorRequest['env']): boolean | undefined {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return env['NO_COLOR'] === undefined || env['NO_COLOR'] === '' ? undefined : false;
}

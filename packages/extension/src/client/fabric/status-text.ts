// The text of the status bar, short: it shares one line with everything else.

/** `$(error) 2 $(warning) 1  1.932 MW  1.488 dB`; nothing is wrong: `$(pass)`. */
export function statusText(design: {
  readonly errors: number;
  readonly warnings: number;
  readonly power: string | undefined;
  readonly margin: string | undefined;
}): string {
  const { errors, warnings, power, margin } = design;
  const problems = [
    ...(errors === 0 ? [] : [`$(error) ${errors}`]),
    ...(warnings === 0 ? [] : [`$(warning) ${warnings}`]),
  ];
  return [
    problems.length === 0 ? '$(pass)' : problems.join(' '),
    ...(power === undefined ? [] : [power]),
    ...(margin === undefined ? [] : [margin]),
  ].join('  ');
}

// Applies the changes of a diff, as pages and the example of a pull request show them.

/**
 * The text with a diff applied: lines with ` ` and `-` must occur in it, together and once; ` ` and `+` take their place. Headers
 * are passed over, and a line with `@@` starts another change.
 * @throws where the text hasn't these lines, or has them twice
 */
export function patched(text: string, diff: string): string {
  const changes = diff
    .replace(/^(?:diff|index|---|\+\+\+) .*\n/gm, '')
    .split(/^@@.*\n/m)
    .filter((each) => each !== '');
  return changes.reduce((before, change) => {
    const lines = change.replace(/\n$/, '').split('\n');
    const side = (sign: string): string =>
      lines
        .filter((each) => each === '' || each[0] === ' ' || each[0] === sign)
        .map((each) => `${each.slice(1)}\n`)
        .join('');
    const parts = `\n${before}`.split(`\n${side('-')}`);
    if (parts.length !== 2) throw new Error(`These lines occur ${parts.length - 1} times:\n${side('-')}`);
    return parts.join(`\n${side('+')}`).slice(1);
  }, text);
}

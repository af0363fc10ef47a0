// A diff changes the lines it names, and none where it doesn't fit.
import { describe, expect, it } from 'vitest';
import { patched } from './patch.ts';

const text = 'one\ntwo\nthree\ntwo\nfour\n';

describe('a diff', () => {
  it('replaces, adds and removes lines at the top, within and at the end', () => {
    expect(patched(text, '-one\n+ONE\n two\n three\n')).toBe('ONE\ntwo\nthree\ntwo\nfour\n');
    expect(patched(text, ' three\n+3.5\n')).toBe('one\ntwo\nthree\n3.5\ntwo\nfour\n');
    expect(patched(text, '-four\n')).toBe('one\ntwo\nthree\ntwo\n');
  });

  it('may have the headers of Git, and several changes', () => {
    const diff = `diff --git a/t b/t\nindex 1..2 100644\n--- a/t\n+++ b/t\n@@ -1,1 +1,1 @@\n-one\n+1\n@@ -5 +5 @@ two\n-four\n+4\n`;
    expect(patched(text, diff)).toBe('1\ntwo\nthree\ntwo\n4\n');
  });

  it.each([' two\n+x\n', '-five\n', ' thre\n+x\n'])('that fits nowhere or twice is refused: %j', (diff) => {
    expect(() => patched(text, diff)).toThrow(/These lines occur [02] times/);
  });
});

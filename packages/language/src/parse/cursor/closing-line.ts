// A line at whose end a body ends that began on an earlier one.
import { Kind } from '../tokens/token.ts';
import type { Cursor } from './cursor.ts';

/** Whether a brace is closed from this token to the end of its line that isn't opened there. */
export function closesMore(at: Cursor): boolean {
  let open = 0;
  for (let ahead = 0; at.kindAt(ahead) !== Kind.end; ahead++) {
    const kind = at.kindAt(ahead);
    if (kind === Kind.braceOpen) open++;
    else if (kind === Kind.braceClose && --open < 0) return true;
    if (/[\r\n]/.test(at.slice(at.startAt(ahead), at.startAt(ahead + 1)))) return false;
  }
  return false;
}

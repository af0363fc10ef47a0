// The command that a misspelt one resembles.
import { closest } from '@lightloom/language';

/** The command that was meant; undefined where none resembles the word. */
export function closestCommand(word: string, commands: readonly string[]): string | undefined {
  return closest(word, commands);
}

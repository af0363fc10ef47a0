// What a source says of itself.

/** Whether a source speaks of a standard that is not published. */
export function isDraft(source: string): boolean {
  return /\bdraft\b|\bP802\.3|\bD\d\.\d\b/i.test(source);
}

// Drafts among sources.

/** Whether a source is a draft of a standard. */
export function isDraft(source: string): boolean {
  return /\bdraft\b|\bP802\.3|\bD\d\.\d\b/i.test(source);
}

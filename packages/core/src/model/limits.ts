// How large a fabric may be.

/** Most rows a table may have, so that a slip like `host[1..1000000000]` gets a message and not a crash. */
export const largestTable = 10_000_000;

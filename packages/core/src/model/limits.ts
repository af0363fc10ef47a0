// Limits on the size of a fabric.

/** Most rows a table may have, so that a typo like `host[1..1000000000]` gets a message and not a crash. */
export const maxTableRows = 10_000_000;

/** Most racks and most CDUs: each is judged by itself. The largest halls have some thousands. */
export const maxRacks = 200_000;

/** Most instances of templates: each is a scope of its own, and a few nested ones make very many. */
export const maxBlocks = 200_000;

/** Most of one part that a property counts, as the channels of a module or the connectors of a link. */
export const maxCounted = 10_000;

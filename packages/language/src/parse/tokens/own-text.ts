// Pieces of a text that outlast it.

/** How many characters are copied at once. */
const atOnce = 4096;

/** A copy of a piece of a text. Engines keep the whole text for a piece that was cut out of it. */
export function ownText(piece: string): string {
  if (piece.length <= atOnce) return copied(piece);
  const copies: string[] = [];
  for (let at = 0; at < piece.length; at += atOnce) copies.push(copied(piece.slice(at, at + atOnce)));
  return copies.join('');
}

function copied(piece: string): string {
  const codes = new Array<number>(piece.length);
  for (let i = 0; i < piece.length; i++) codes[i] = piece.charCodeAt(i);
  return String.fromCharCode(...codes);
}

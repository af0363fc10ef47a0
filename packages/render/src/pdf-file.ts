// What every PDF of ours has in common: the same bytes for the same content.

/** Leaves out dates, once the identifier of the file is computed. */
export function withoutDates(document: PDFKit.PDFDocument): void {
  delete document.info.CreationDate;
  // The same metadata once more as XML: pdfkit's has a date, and characters such as & unescaped.
  document.endMetadata = () => {};
}

/** What a document writes, once it has ended. */
export function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}

/** A number for a text: 52 bits of FNV-1a over two halves. */
export function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193) >>> 0;
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - i), 0x01000193) >>> 0;
  }
  return (high & 0xfffff) * 2 ** 32 + low;
}

/** Lets others have a turn between two pages: a server that writes a long file answers requests meanwhile. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

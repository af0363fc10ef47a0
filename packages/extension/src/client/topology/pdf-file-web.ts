// In a browser no PDF is made: what makes it reads fonts from the disk.

/** @throws always: what to do instead. The bundle of the browser has it in the place of the other. @public */
export async function pdfFile(): Promise<Uint8Array> {
  throw new Error("a browser doesn't make PDF; save the drawing as SVG or PNG.");
}

// The request to the page for its drawing as a file: one at a time.

export interface ExportRequest {
  /**
   * Asks for the drawing; a request that is still open ends with undefined.
   * @param send asks the page; false when the page can't answer
   */
  ask(send: () => boolean): Promise<string | undefined>;
  /** The answer of the page; undefined when it has no drawing, or is gone. */
  answer(file: string | undefined): void;
}

export function createExportRequest(): ExportRequest {
  let resolveOpen: ((file: string | undefined) => void) | undefined;
  const answer = (file: string | undefined): void => {
    resolveOpen?.(file);
    resolveOpen = undefined;
  };
  return {
    answer,
    ask: (send) =>
      new Promise((resolve) => {
        answer(undefined);
        resolveOpen = resolve;
        if (!send()) answer(undefined);
      }),
  };
}

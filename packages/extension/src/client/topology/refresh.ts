// Draws again whenever asked, one drawing at a time; a drawing that fails is tried again.

export interface RefreshOptions {
  /** Whether somebody looks at the drawing; a drawing that nobody sees waits. */
  isVisible(): boolean;
  draw(): Promise<void>;
  /** Called for each failure. */
  onError(error: unknown): void;
}

/** How often, and after how many ms, a failed drawing is tried again. */
const retries = { max: 3, delay: 300 };

/** A function that draws: at once, or after the drawing under way. */
export function createRefresh({ isVisible, draw, onError }: RefreshOptions): () => Promise<void> {
  let wanted = false;
  let drawing = false;
  let failures = 0;
  return async function refresh() {
    wanted = true;
    if (drawing) return;
    drawing = true;
    while (wanted && isVisible()) {
      wanted = false;
      try {
        await draw();
        failures = 0;
      } catch (error) {
        // The server may have been between two states of the text.
        if (!wanted && ++failures <= retries.max) setTimeout(() => void refresh(), retries.delay);
        onError(error);
      }
    }
    drawing = false;
  };
}

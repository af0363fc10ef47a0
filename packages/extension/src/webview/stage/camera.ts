// The part of the drawing in sight: moved and zoomed by mouse, touch pad, keys and buttons.
import type { Camera as View } from '../../messages.ts';
import { onDrag, onKeys, onWheel } from './gestures.ts';
import { fitted, held, margin, panned, type Size, zoomedAt } from './sight.ts';

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Camera {
  /** Sets the size of the drawing, after it was put on the stage. */
  setSize(size: Size): void;
  /** Shows the whole drawing. */
  fit(): void;
  moveTo(view: View): void;
  /** Zooms by a factor around the middle. */
  zoom(factor: number): void;
  /** Moves as little as needed to have a box of the screen in sight. */
  bringIntoView(box: Box): void;
}

/**
 * A camera over the drawing on a stage.
 * @param changed called on every move; `fits` when the whole drawing is in sight, as `fit` leaves it
 */
export function createCamera(stage: HTMLElement, changed: (view: View, fits: boolean) => void): Camera {
  let view: View = { x: 0, y: 0, scale: 1 };
  let size: Size = { width: 1, height: 1 };
  let fits = true;
  const stageSize = (): Size => ({ width: stage.clientWidth, height: stage.clientHeight });
  const show = (next: View, whole: boolean): void => {
    const { width, height } = stageSize();
    view = held(next, size, { width, height });
    fits = whole;
    const box = [view.x, view.y, width / view.scale, height / view.scale];
    stage.querySelector('svg')?.setAttribute('viewBox', box.join(' '));
    changed(view, fits);
  };
  const moveTo = (next: View): void => show(next, false);
  const fit = (): void => show(fitted(size, stageSize()), true);
  const zoomAt = (factor: number, x: number, y: number): void => moveTo(zoomedAt(view, factor, x, y));
  const zoom = (factor: number): void => zoomAt(factor, stage.clientWidth / 2, stage.clientHeight / 2);
  const pan = (dx: number, dy: number): void => moveTo(panned(view, dx, dy));

  onWheel(stage, { pan, zoomAt });
  onDrag(stage, pan);
  onKeys(stage, { pan, zoom, fit });
  new ResizeObserver(() => (fits ? fit() : moveTo(view))).observe(stage);

  return {
    fit,
    zoom,
    moveTo,
    setSize({ width, height }) {
      size = { width: Math.max(1, width), height: Math.max(1, height) };
      show(view, fits);
    },
    bringIntoView(box) {
      const room = stage.getBoundingClientRect();
      const over = (low: number, high: number, from: number, to: number): number =>
        low < from + margin ? low - from - margin : high > to - margin ? high - to + margin : 0;
      const dx = over(box.x, box.x + box.width, room.left, room.right);
      const dy = over(box.y, box.y + box.height, room.top, room.bottom);
      if (dx !== 0 || dy !== 0) pan(dx, dy);
    },
  };
}

// The part of the drawing in sight: moved and zoomed by mouse, touch pad, keys and buttons. A move is a transform and nothing else.
import type { Camera as View } from '../../messages.ts';
import { onDrag, onKeys, onWheel } from './gestures.ts';
import { type Box, fitted, fittedWidth, held, margin, panned, type Size, showing, zoomedAt } from './sight.ts';

export interface Camera {
  /** Sets the size of the drawing, after it was put on the stage. */
  setSize(size: Size, isRows: boolean): void;
  /** Shows the whole drawing. */
  fit(): void;
  /** Shows a drawing that has just come: the whole, or the width of one that is in rows. */
  begin(): void;
  moveTo(view: View): void;
  /** Zooms by a factor around the middle. */
  zoom(factor: number): void;
  /** Moves as little as needed to have a box of the screen in sight. */
  bringIntoView(box: Box): void;
  /** Has a box of the drawing in sight, large enough to be read. */
  show(box: Box): void;
  view(): View;
}

/** Called when the camera moves. */
export interface CameraListener {
  /** On every move; `fits` when the whole drawing is in sight, as `fit` leaves it; `room`: the size of the stage. */
  moved(view: View, fits: boolean, room: Size): void;
  /** When it has come to rest: texts are written for its scale. */
  rests(view: View): void;
}

/** How long after the last move the camera is at rest, in ms. */
const rest = 110;
/** Scale from which on a thing that is jumped to can be read. */
const readable = 0.85;

/** A camera over a plane on a stage. */
export function createCamera(stage: HTMLElement, plane: HTMLElement, listener: CameraListener): Camera {
  let view: View = { x: 0, y: 0, scale: 1 };
  let size: Size = { width: 1, height: 1 };
  let isRows = false;
  let fits = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Asked for when it may have changed: to ask for it in a move would lay the page out in each.
  let room: Size = { width: 1, height: 1 };
  const stageSize = (): Size => {
    room = { width: stage.clientWidth, height: stage.clientHeight };
    return room;
  };
  const settle = (): void => {
    timer = undefined;
    // Without a layer of its own the drawing is painted again, sharp at its new scale.
    stage.classList.remove('moving');
    listener.rests(view);
  };
  const show = (next: View, whole: boolean, atOnce = false): void => {
    const { scale, x, y } = held(next, size, room);
    view = { x, y, scale };
    fits = whole;
    plane.style.transform = `translate(${-x * scale}px, ${-y * scale}px) scale(${scale})`;
    listener.moved(view, fits, room);
    clearTimeout(timer);
    if (atOnce) settle();
    else {
      stage.classList.add('moving');
      timer = setTimeout(settle, rest);
    }
  };
  const moveTo = (next: View): void => show(next, false);
  const fit = (): void => show(fitted(size, stageSize()), true, true);
  const begin = (): void => show((isRows ? fittedWidth : fitted)(size, stageSize()), true, true);
  const zoomAt = (factor: number, x: number, y: number): void => moveTo(zoomedAt(view, factor, x, y));
  const zoom = (factor: number): void => zoomAt(factor, room.width / 2, room.height / 2);
  const pan = (dx: number, dy: number): void => moveTo(panned(view, dx, dy));

  onWheel(stage, { pan, zoomAt });
  onDrag(stage, pan);
  onKeys(stage, { pan, zoom, fit });
  new ResizeObserver(() => {
    stageSize();
    if (fits) begin();
    else show(view, false, true);
  }).observe(stage);

  return {
    fit,
    begin,
    zoom,
    moveTo: (next) => show(next, false, true),
    setSize({ width, height }, rows) {
      size = { width: Math.max(1, width), height: Math.max(1, height) };
      isRows = rows;
      stageSize();
      show(view, fits, true);
    },
    bringIntoView(box) {
      const room = stage.getBoundingClientRect();
      const over = (low: number, high: number, from: number, to: number): number =>
        low < from + margin ? low - from - margin : high > to - margin ? high - to + margin : 0;
      const dx = over(box.x, box.x + box.width, room.left, room.right);
      const dy = over(box.y, box.y + box.height, room.top, room.bottom);
      if (dx !== 0 || dy !== 0) pan(dx, dy);
    },
    show(box) {
      const next = showing(box, view, stageSize(), readable);
      if (next !== view) show(next, false, true);
    },
    view: () => view,
  };
}

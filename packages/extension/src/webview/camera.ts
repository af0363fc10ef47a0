// What part of the drawing is in sight: moved and zoomed by mouse, touch pad, keys and buttons.

/** `x`, `y`: the drawing's point in the top left corner; `scale`: screen pixels for one of the drawing's. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  /** Says how large the drawing is, after it was put on the stage. */
  setSize(width: number, height: number): void;
  fit(): void;
  moveTo(view: View): void;
  /** Zooms by a factor around the middle. */
  zoom(factor: number): void;
  /** Moves as little as needed to have a box of the screen in sight. */
  bringIntoView(box: Box): void;
  /** Whether the drawing is as `fit` left it. */
  untouched(): boolean;
}

const [smallest, largest] = [0.02, 8];
/** Room around a drawing that fits, in screen pixels. */
const margin = 12;
/** Most room above a drawing that fits: its title stands at the top, as on a page. */
const top = 24;
/** How far the mouse may move in a click. */
const still = 4;

/** A camera over the drawing on a stage. */
export function createCamera(stage: HTMLElement, changed: (view: View, fitted: boolean) => void): Camera {
  let view: View = { x: 0, y: 0, scale: 1 };
  let size = { width: 1, height: 1 };
  let fitted = true;

  const apply = (next: View, byFit = false): void => {
    const scale = Math.min(largest, Math.max(smallest, next.scale));
    const { clientWidth, clientHeight } = stage;
    // Some of the drawing stays in sight, however far one drags.
    const hold = (at: number, length: number, screen: number): number =>
      Math.min(length - 40 / scale, Math.max(at, (40 - screen) / scale));
    view = { x: hold(next.x, size.width, clientWidth), y: hold(next.y, size.height, clientHeight), scale };
    fitted = byFit;
    const box = [view.x, view.y, clientWidth / scale, clientHeight / scale];
    stage.querySelector('svg')?.setAttribute('viewBox', box.join(' '));
    changed(view, fitted);
  };

  const fit = (): void => {
    const { clientWidth, clientHeight } = stage;
    const scale = Math.min(
      1.5,
      (clientWidth - 2 * margin) / size.width,
      Math.max((clientHeight - 2 * margin) / size.height, 0),
    );
    const held = Math.max(scale, smallest);
    apply(
      {
        x: (size.width - clientWidth / held) / 2,
        y: Math.max((size.height - clientHeight / held) / 2, -top / held),
        scale: held,
      },
      true,
    );
  };

  /** Zooms around a point of the screen, counted from the stage's corner. */
  const zoomAt = (factor: number, x: number, y: number): void => {
    const scale = Math.min(largest, Math.max(smallest, view.scale * factor));
    apply({ x: view.x + x / view.scale - x / scale, y: view.y + y / view.scale - y / scale, scale });
  };
  const zoom = (factor: number): void => zoomAt(factor, stage.clientWidth / 2, stage.clientHeight / 2);
  const pan = (dx: number, dy: number): void =>
    apply({ ...view, x: view.x + dx / view.scale, y: view.y + dy / view.scale });

  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      if (event.shiftKey) return pan((event.deltaX || event.deltaY) * unit, 0);
      const corner = stage.getBoundingClientRect();
      // A pinch on a touch pad comes as small wheel steps with the control key.
      const step = event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0015);
      zoomAt(Math.exp(-step), event.clientX - corner.left, event.clientY - corner.top);
    },
    { passive: false },
  );

  stage.addEventListener('pointerdown', (down) => {
    if (down.button !== 0 && down.button !== 1) return;
    let last = down;
    let moved = false;
    const move = (event: PointerEvent): void => {
      if (!moved && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < still) return;
      if (!moved) stage.setPointerCapture(down.pointerId);
      moved = true;
      stage.classList.add('dragged');
      pan(last.clientX - event.clientX, last.clientY - event.clientY);
      last = event;
    };
    const up = (): void => {
      stage.removeEventListener('pointermove', move);
      // The click that ends a drag is none; it comes right after this.
      setTimeout(() => stage.classList.remove('dragged'));
    };
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', up, { once: true });
    stage.addEventListener('pointercancel', up, { once: true });
  });

  const pans: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-60, 0],
    ArrowRight: [60, 0],
    ArrowUp: [0, -60],
    ArrowDown: [0, 60],
  };
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
    const by = pans[event.key];
    if (event.key === '+' || event.key === '=') zoom(1.25);
    else if (event.key === '-') zoom(0.8);
    else if (event.key === '0') fit();
    else if (by !== undefined && (event.shiftKey || !stage.contains(document.activeElement))) pan(...by);
    else return;
    event.preventDefault();
  });

  new ResizeObserver(() => (fitted ? fit() : apply(view))).observe(stage);

  return {
    fit,
    zoom,
    moveTo: apply,
    untouched: () => fitted,
    setSize(width, height) {
      size = { width: Math.max(1, width), height: Math.max(1, height) };
      apply(view, fitted);
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

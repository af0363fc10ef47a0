// Moving and zooming with the wheel, by dragging, and with keys.

/** Moves by screen pixels. */
type Pan = (dx: number, dy: number) => void;

/** Zoom factor of a key or button. */
export const zoomStep = 1.25;
/** How far the mouse may move in a click. */
const maxClick = 4;
/** Pixels of a line of a wheel that counts in lines. */
const wheelLine = 16;
/** Zoom for a pixel of the wheel, and of a pinch on a touch pad. */
const wheelZoom = { wheel: 0.0015, pinch: 0.01 };

const pans: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-60, 0],
  ArrowRight: [60, 0],
  ArrowUp: [0, -60],
  ArrowDown: [0, 60],
};

/** The wheel zooms around the pointer; with the shift key it moves sideways. */
export function onWheel(
  stage: HTMLElement,
  { pan, zoomAt }: { readonly pan: Pan; readonly zoomAt: (factor: number, x: number, y: number) => void },
): void {
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? wheelLine : 1;
      if (event.shiftKey) return pan((event.deltaX || event.deltaY) * unit, 0);
      const corner = stage.getBoundingClientRect();
      // A pinch on a touch pad comes as small wheel steps with the control key.
      const step = event.deltaY * unit * (event.ctrlKey ? wheelZoom.pinch : wheelZoom.wheel);
      zoomAt(Math.exp(-step), event.clientX - corner.left, event.clientY - corner.top);
    },
    { passive: false },
  );
}

/** Dragging moves; the stage has the class `dragged` while it lasts. */
export function onDrag(stage: HTMLElement, pan: Pan): void {
  stage.addEventListener('pointerdown', (down) => {
    if ((down.button !== 0 && down.button !== 1) || !stage.contains(down.target as Node)) return;
    let last = down;
    let moved = false;
    const move = (event: PointerEvent): void => {
      if (!moved && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < maxClick) return;
      if (!moved) stage.setPointerCapture(down.pointerId);
      moved = true;
      stage.classList.add('dragged');
      pan(last.clientX - event.clientX, last.clientY - event.clientY);
      last = event;
    };
    const up = (): void => {
      stage.removeEventListener('pointermove', move);
      // The click that ends a drag comes right after this, and is ignored.
      setTimeout(() => stage.classList.remove('dragged'));
    };
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', up, { once: true });
    stage.addEventListener('pointercancel', up, { once: true });
  });
}

/** `+` and `-` zoom, `0` fits, arrow keys move when no box has the focus. */
export function onKeys(
  stage: HTMLElement,
  { pan, zoom, fit }: { readonly pan: Pan; readonly zoom: (factor: number) => void; readonly fit: () => void },
): void {
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const by = pans[event.key];
    if (event.key === '+' || event.key === '=') zoom(zoomStep);
    else if (event.key === '-') zoom(1 / zoomStep);
    else if (event.key === '0') fit();
    else if (by !== undefined && (event.shiftKey || isNowhere(stage))) pan(...by);
    else return;
    event.preventDefault();
  });
}

/** Whether keys are for a field, a list or a tree. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('select, input, [role="tree"]') !== null;
}

/** Whether the focus is on the stage itself, or on nothing. */
function isNowhere(stage: HTMLElement): boolean {
  return document.activeElement === stage || document.activeElement === document.body;
}

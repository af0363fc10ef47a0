// Moving boxes by hand: by dragging, or with Alt and the arrow keys; only while the reader has asked for it.
import type { Box, PlacedAt } from '@lightloom/diagram';
import { idAt } from './items.ts';

/** What moving works on. */
export interface MovingGround {
  readonly stage: HTMLElement;
  /** Whether boxes can be moved now. */
  isOn(): boolean;
  /** The box of a thing that can be moved; undefined for frames and bands. */
  boxOf(id: string): Box | undefined;
  /** Elements of a thing, with its labels. */
  elementsOf(id: string): readonly SVGElement[];
  /** Screen pixels for one of the drawing's. */
  scale(): number;
  /** A box has another place. */
  moved(at: PlacedAt): void;
}

/** How far a key moves a box, in the drawing's pixels. */
const step = 12;
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Listens before the stage does, which would move the drawing. */
export function onMoveBoxes(ground: MovingGround): void {
  const { stage } = ground;
  stage.addEventListener('pointerdown', (down) => drag(ground, down), { capture: true });
  stage.addEventListener(
    'keydown',
    (event) => {
      const by = event.altKey ? steps[event.key] : undefined;
      const id = idAt(event.target);
      const box = id === undefined || !ground.isOn() ? undefined : ground.boxOf(id);
      if (by === undefined || id === undefined || box === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      ground.moved({ id, x: box.x + by[0], y: box.y + by[1] });
    },
    { capture: true },
  );
}

function drag({ stage, isOn, boxOf, elementsOf, scale, moved }: MovingGround, down: PointerEvent): void {
  const id = idAt(down.target);
  const box = id === undefined || down.button !== 0 || !isOn() ? undefined : boxOf(id);
  if (id === undefined || box === undefined) return;
  down.stopImmediatePropagation();
  const elements = elementsOf(id);
  let [dx, dy] = [0, 0];
  const move = (event: PointerEvent): void => {
    [dx, dy] = [(event.clientX - down.clientX) / scale(), (event.clientY - down.clientY) / scale()];
    stage.setPointerCapture(down.pointerId);
    stage.classList.add('dragged');
    for (const each of elements) each.setAttribute('transform', `translate(${dx} ${dy})`);
  };
  const end = (isDropped: boolean): void => {
    stage.removeEventListener('pointermove', move);
    // The click that ends a drag comes right after this, and is ignored.
    setTimeout(() => stage.classList.remove('dragged'));
    if (dx === 0 && dy === 0) return;
    if (isDropped) moved({ id, x: box.x + dx, y: box.y + dy });
    else for (const each of elements) each.removeAttribute('transform');
  };
  stage.addEventListener('pointermove', move);
  stage.addEventListener('pointerup', () => end(true), { once: true });
  stage.addEventListener('pointercancel', () => end(false), { once: true });
}

// The whole drawing in a corner, with what is in sight: shown while something is out of sight; a click goes there.
import type { Camera as View } from '../../messages.ts';
import type { Scene } from '../model/scene.ts';
import type { Size } from './sight.ts';

export interface Minimap {
  show(scene: Scene): void;
  /** Shows what is in sight of a stage. */
  look(view: View, stage: Size): void;
  clear(): void;
}

/** Longest sides in pixels. */
const most = { width: 150, height: 110 };
const namespace = 'http://www.w3.org/2000/svg';

/** @param goTo centers a point of the drawing */
export function createMinimap(element: HTMLElement, goTo: (x: number, y: number) => void): Minimap {
  let size: Size = { width: 0, height: 0 };
  /** Pixels of the map for one of the drawing. */
  let reduction = 1;
  let framed = '';
  const svg = element.querySelector('svg') as SVGSVGElement;
  const sight = element.querySelector('.sight') as HTMLElement;
  const go = ({ clientX, clientY }: PointerEvent): void => {
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = width / size.width;
    goTo((clientX - left) / scale, (clientY - top) / scale);
  };
  element.addEventListener('pointerdown', (event) => {
    event.stopPropagation();
    element.setPointerCapture(event.pointerId);
    go(event);
  });
  element.addEventListener('pointermove', (event) => {
    if (element.hasPointerCapture(event.pointerId)) go(event);
  });
  return {
    show({ width, height, items }) {
      size = { width, height };
      reduction = Math.min(most.width / width, most.height / height);
      svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
      svg.setAttribute('width', String(width * reduction));
      svg.setAttribute('height', String(height * reduction));
      svg.replaceChildren(
        ...items
          .filter(({ kind }) => kind !== 'trunk')
          .map(({ kind, box, severity }) => {
            const shape = document.createElementNS(namespace, 'rect');
            for (const each of ['x', 'y', 'width', 'height'] as const) shape.setAttribute(each, String(box[each]));
            shape.setAttribute('class', severity === undefined ? kind : `${kind} ${severity}`);
            return shape;
          }),
      );
    },
    look({ x, y, scale }, stage) {
      const [width, height] = [stage.width / scale, stage.height / scale];
      const whole = x <= 0 && y <= 0 && x + width >= size.width && y + height >= size.height;
      element.toggleAttribute('hidden', whole || size.width === 0);
      // A move is a transform and nothing else: only a zoom gives the frame another size.
      const frame = `${width * reduction} ${height * reduction}`;
      if (frame !== framed) {
        framed = frame;
        sight.style.width = `${width * reduction}px`;
        sight.style.height = `${height * reduction}px`;
      }
      sight.style.transform = `translate(${x * reduction}px, ${y * reduction}px)`;
    },
    clear() {
      size = { width: 0, height: 0 };
      element.toggleAttribute('hidden', true);
    },
  };
}

// The stage: the drawing on its plane, labels over it, the camera, the minimap, the tooltip.
import type { DrawingMessage } from '../../messages.ts';
import type { Picture } from '../layout/layout-messages.ts';
import type { Scene } from '../model/scene.ts';
import { createTooltip } from '../panels/tooltip.ts';
import type { Aim } from '../state/effect.ts';
import type { Event } from '../state/event.ts';
import { anchored } from './anchored.ts';
import { type Camera, createCamera } from './camera.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { createLabelLayer } from './label-layer.ts';
import { createMinimap } from './minimap.ts';
import { onMoveBoxes } from './move-boxes.ts';
import { centered, type Size } from './sight.ts';

export interface Stage {
  readonly camera: Camera;
  readonly drawing: Drawing;
  /** Puts a drawing on the stage; throws when it isn't SVG. */
  draw(picture: Picture, drawing: DrawingMessage, aim: Aim | undefined): void;
  /**
   * Width of the stage divided by its height, in steps, as it was when a view was first drawn: boxes stay where they are when the window
   * changes.
   */
  shape(view: string): number;
  clear(): void;
  /** Brings a thing into sight, large enough to be read. */
  bring(id: string): void;
  /** Adds to the tooltip how the figures of a thing come about. */
  explain(id: string, lines: readonly string[]): void;
  /** Takes the keyboard to the drawing, to what is selected if anything is. */
  focus(): void;
  /** Hides the tooltip; whether it was there. */
  quiet(): boolean;
  /** Lets boxes be moved by hand, or no longer. */
  setMoving(isOn: boolean): void;
}

/** How long the pointer is at a thing before its derivation is asked for, in ms. */
const pause = 350;
const nothing: Scene = { width: 1, height: 1, items: [] };

/** Shapes of rooms that drawings are laid out for. */
const shapes = [0.7, 0.9, 1.15, 1.45, 1.8];

function nearestShape({ width, height }: Size): number {
  const shape = width / Math.max(height, 1);
  return shapes.reduce((best, each) =>
    Math.abs(Math.log(each / shape)) < Math.abs(Math.log(best / shape)) ? each : best,
  );
}

export function createStage(dispatch: (event: Event) => void): Stage {
  const element = document.getElementById('stage') as HTMLElement;
  const plane = document.getElementById('plane') as HTMLElement;
  const labels = createLabelLayer(plane, document.querySelector('#labels') as SVGSVGElement);
  const tooltip = createTooltip(document.getElementById('tooltip') as HTMLElement);
  let scene = nothing;
  let graph: DrawingMessage['graph'] | undefined;
  let pointed: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = 0;
  let moving = false;
  let shaped: { readonly view: string; readonly shape: number } | undefined;

  const size = (): { readonly width: number; readonly height: number } => {
    return { width: element.clientWidth, height: element.clientHeight };
  };
  const minimap = createMinimap(document.getElementById('minimap') as HTMLElement, (x, y) => {
    const { scale } = camera.view();
    camera.moveTo(centered({ x, y, width: 0, height: 0 }, size(), scale));
  });
  const camera = createCamera(element, plane, {
    moved(view, fitted, room) {
      minimap.look(view, room);
      dispatch({ kind: 'camera-moved', camera: view, fitted });
    },
    rests({ scale }) {
      if (scale === written) return;
      written = scale;
      labels.show(scene, scale);
      drawing.refresh();
    },
  });
  const drawing = createDrawing(
    { stage: element, sheet: document.getElementById('sheet') as HTMLElement, labels },
    {
      point(id, text, x, y) {
        tooltip.show(text, x, y);
        if (id === pointed) return;
        pointed = id;
        clearTimeout(timer);
        timer = setTimeout(() => dispatch({ kind: 'asked', id }), pause);
      },
      leave() {
        pointed = undefined;
        clearTimeout(timer);
        tooltip.hide();
      },
      select: (id) => dispatch({ kind: 'selected', id }),
      reveal: (id, focus) => dispatch({ kind: 'reveal', id, focus }),
      fold(id) {
        const all = [...(graph?.nodes ?? []), ...(graph?.groups ?? [])];
        if (all.find((each) => each.id === id)?.folding === undefined) return false;
        dispatch({ kind: 'folded', id });
        return true;
      },
      follow: (box) => camera.bringIntoView(box),
      connected: () => dispatch({ kind: 'connected' }),
    },
  );

  onMoveBoxes({
    stage: element,
    isOn: () => moving,
    boxOf: (id) => scene.items.find((each) => each.id === id && each.kind === 'node')?.box,
    elementsOf: (id) => [...drawing.elementsOf(id), ...labels.elements(id)],
    scale: () => camera.view().scale,
    moved(at) {
      const before = scene.items.flatMap(({ id, kind, box: { x, y } }) => (kind === 'node' ? [{ id, x, y }] : []));
      dispatch({ kind: 'moved', before, at });
    },
  });

  return {
    camera,
    drawing,
    draw(picture, message, aim) {
      const held =
        typeof aim === 'object' && 'anchor' in aim ? anchored(scene, picture.scene, aim.anchor, camera.view()) : aim;
      drawing.show(picture.svg, message.graph, new Set(message.linked));
      ({ scene } = picture);
      ({ graph } = message);
      written = 0;
      plane.classList.toggle('floor', message.graph.arrangement === 'floor');
      minimap.show(scene);
      camera.setSize(scene, message.graph.arrangement === 'chart' || message.graph.arrangement === 'racks');
      if (held === 'fit') camera.begin();
      else if (held !== undefined) camera.moveTo(held);
    },
    shape(view) {
      if (shaped?.view !== view) shaped = { view, shape: nearestShape(size()) };
      return shaped.shape;
    },
    clear() {
      scene = nothing;
      graph = undefined;
      minimap.clear();
      drawing.clear();
    },
    bring(id) {
      const found = scene.items.find((each) => each.id === id);
      if (found !== undefined) camera.show(found.box);
    },
    explain(id, lines) {
      if (id === pointed) tooltip.explain(lines);
    },
    focus() {
      if (!drawing.focus()) element.focus();
    },
    quiet() {
      const was = tooltip.isShown();
      tooltip.hide();
      return was;
    },
    setMoving(isOn) {
      moving = isOn;
    },
  };
}

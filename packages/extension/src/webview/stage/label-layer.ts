// Labels over the drawing: written for a scale, and moved with the drawing until it has another one.
import type { Scene } from '../model/scene.ts';
import { heightOf, typeSizes, widthOf } from './label-size.ts';
import { type Label, labelsAt, ownTexts } from './labels.ts';

export interface LabelLayer {
  /** Writes the labels of a drawing at a scale. */
  show(scene: Scene, scale: number): void;
  /** The elements of a label, for what stands out. */
  elements(id: string): readonly SVGElement[];
  clear(): void;
}

const namespace = 'http://www.w3.org/2000/svg';

/** @param plane what the drawing is on; it has the class `far` where labels replace the drawing's own texts */
export function createLabelLayer(plane: HTMLElement, layer: SVGSVGElement): LabelLayer {
  const byId = new Map<string, SVGElement[]>();
  return {
    show(scene, scale) {
      layer.setAttribute('width', String(scene.width));
      layer.setAttribute('height', String(scene.height));
      plane.classList.toggle('far', scale < ownTexts);
      plane.classList.toggle('farther', scale < ownTexts * 0.7);
      byId.clear();
      const made = labelsAt(scene, scale).map((label) => {
        const element = elementOf(label, scale);
        byId.set(label.id, [...(byId.get(label.id) ?? []), element]);
        return element;
      });
      layer.replaceChildren(...made);
    },
    elements: (id) => byId.get(id) ?? [],
    clear() {
      byId.clear();
      layer.replaceChildren();
    },
  };
}

function elementOf(label: Label, scale: number): SVGElement {
  const { id, kind, x, y, anchor, name, figures, sign } = label;
  const outer = make('g', { 'data-label': id, class: `label ${kind}` });
  const lines = make('g', { transform: `translate(${x} ${y}) scale(${1 / scale})` });
  if (kind === 'trunk' && name !== '') {
    const [width, height] = [widthOf(label), heightOf(label)];
    const left = anchor === 'middle' ? -width / 2 : 0;
    const values = { x: left - 2, y: -1, width: width + 4, height: height + 2 };
    lines.append(make('rect', Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))));
  }
  const write = (text: string, kindOf: keyof typeof typeSizes, top: number): void => {
    const line = make('text', { class: kindOf, y: String(top + typeSizes[kindOf].size), 'text-anchor': anchor });
    line.textContent = text;
    lines.append(line);
  };
  if (name !== '') write(name, 'name', 0);
  const top = name === '' ? 0 : typeSizes.name.line;
  for (const [i, text] of figures.entries()) write(text, 'figure', top + i * typeSizes.figure.line);
  outer.append(lines);
  if (sign !== undefined) outer.append(signOf(sign, scale));
  return outer;
}

function signOf({ severity, x, y }: NonNullable<Label['sign']>, scale: number): SVGElement {
  const mark = make('g', { class: `sign ${severity}`, transform: `translate(${x} ${y}) scale(${1 / scale})` });
  const isError = severity === 'error';
  mark.append(
    isError ? make('circle', { r: '6.5' }) : make('path', { d: 'M0 -7L7 5.5H-7Z' }),
    make('path', { class: 'stroke', d: isError ? 'M-2.6 -2.6L2.6 2.6M2.6 -2.6L-2.6 2.6' : 'M0 -3V1.2M0 3.4V3.5' }),
  );
  return mark;
}

function make(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(namespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

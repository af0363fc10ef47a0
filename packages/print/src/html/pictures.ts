// Pictures of a page: SVG of our own drawings, as it is, so that its text can be searched and read aloud.
import { Html, html } from '../shown/index.ts';

/** A drawing for a page. */
interface Drawing {
  readonly id: string;
  readonly title: string;
  /** SVG without scripts, style sheets or anything to load. */
  readonly svg: string;
}

/** Characters of a picture, and of all of them: one that is larger is named instead. */
const maxPicture = 1024 * 1024;
const maxPictures = 4 * maxPicture;

/** Each picture with its title; one that is too large is left out and says how to get it. */
export function picturesHtml(drawings: readonly Drawing[]): Html[] {
  let length = 0;
  return drawings.map(({ id, title, svg }) => {
    const isLarge = svg.length > maxPicture || length + svg.length > maxPictures;
    if (isLarge) {
      const size = (svg.length / 1024 / 1024).toFixed(1);
      return html`<p class="more">${title}: the drawing has ${size} MiB and is left out; <code>lightloom render --view ${id}</code> writes it to a file.</p>`;
    }
    length += svg.length;
    return html`<figure>
<figcaption class="hidden">${title}</figcaption>
<div class="wide" role="region" aria-label="${title}" tabindex="0">${new Html(svg.trim())}</div>
</figure>`;
  });
}

// A page of a report: self-contained, with a table of contents.
import { type Html, html, htmlOf } from '../shown/index.ts';
import { pageAssets } from './generated/assets.ts';
import { shellHtml } from './shell.ts';

/** What is on a page. */
interface Page {
  readonly title: string;
  readonly header: Html;
  /** The parts that the table of contents lists, by their ids. */
  readonly contents: readonly { readonly id: string; readonly title: string }[];
  readonly main: Html;
}

/** A page as text, ending in a line break. */
export function pageHtml({ title, header, contents, main }: Page): string {
  const links = contents.map(({ id, title: text }) => html`<li><a href="#${id}">${text}</a></li>`);
  return shellHtml(
    title,
    html`<a class="skip" href="#content">Skip to the content</a>
<header>
${header}
</header>
<nav aria-label="Contents">
<ol>${htmlOf(links)}</ol>
</nav>
<main id="content">
${main}
</main>`,
    pageAssets,
  );
}

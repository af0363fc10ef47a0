// A whole page: self-contained, without a resource from anywhere, and with a policy that forbids all that isn't ours.
import { Html, html, htmlOf } from '../shown/index.ts';
import { script, scriptHash, style, styleHash } from './generated/assets.ts';

/** What is on a page. */
interface Page {
  readonly title: string;
  readonly header: Html;
  /** The parts that the table of contents lists, by their ids. */
  readonly contents: readonly { readonly id: string; readonly title: string }[];
  readonly main: Html;
}

/** Only this style sheet and this script, by their digests; no address at all. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  `script-src 'sha256-${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page as text, ending in a line break. */
export function pageHtml({ title, header, contents, main }: Page): string {
  const links = contents.map(({ id, title: text }) => html`<li><a href="#${id}">${text}</a></li>`);
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
${header}
</header>
<nav aria-label="Contents">
<ol>${htmlOf(links)}</ol>
</nav>
<main id="content">
${main}
</main>
<script>${new Html(script)}</script>
</body>
</html>`.source
  }\n`;
}

// Text as it is shown in each format: what a stranger wrote in a design can do nothing there. A document doesn't escape by itself.
export { csvCell } from './csv.ts';
export { Html, html, htmlOf } from './html.ts';
export {
  cell,
  code,
  codeBlock,
  joined,
  Markdown,
  markdown,
  markdownText,
  prose,
  sentence,
} from './markdown.ts';
export { isPlainAscii, visible, visibleJson, visibleLines } from './visible.ts';

// What must hold of a page: its tags are closed, and all of them are ours, whatever somebody wrote in a name, a source or a comment.

/** Elements without an end tag. */
const empty = new Set(['meta', 'br', 'hr', 'col', 'input', 'wbr']);

/** Elements of our pages, and of the drawings in them. */
const known = new Set([
  ...empty,
  ...['html', 'head', 'title', 'body', 'header', 'footer', 'main', 'nav', 'section', 'article', 'aside'],
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'p',
    'div',
    'span',
    'a',
    'b',
    'i',
    'em',
    'strong',
    'small',
    'code',
    'pre',
    'q',
    'sub',
    'sup',
  ],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...[
    'figure',
    'figcaption',
    'details',
    'summary',
    'button',
    'label',
    'select',
    'option',
    'output',
    'time',
    'abbr',
    'mark',
  ],
  ...[
    'svg',
    'g',
    'path',
    'rect',
    'circle',
    'ellipse',
    'line',
    'polyline',
    'polygon',
    'text',
    'tspan',
    'defs',
    'pattern',
  ],
  ...['marker', 'use', 'symbol', 'desc', 'clippath', 'lineargradient', 'stop'],
]);

/** What is wrong with a page; undefined where nothing is. */
export function notHtml(page: string): string | undefined {
  // The style sheet ends the head, and the script the body: there are no others.
  const text = page
    .replace(/^<!doctype html>/, '')
    .replace(/<style>(?:(?!<\/style>)[\s\S])*<\/style>\n<\/head>/, '</head>')
    .replace(/<script>(?:(?!<\/script>)[\s\S])*<\/script>\n<\/body>/, '</body>');
  const open: string[] = [];
  const tags = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/g;
  for (const [tag, closes, written = '', attributes = '', alone] of text.matchAll(tags)) {
    const name = written.toLowerCase();
    if (!known.has(name)) return `${tag} is none of our tags`;
    if (/\son\w+=/i.test(attributes) || /="\s*javascript:/i.test(attributes)) return `${tag} does something`;
    if (closes === '/') {
      if (open.pop() !== name) return `${tag} closes nothing`;
    } else if (alone === '' && !empty.has(name)) open.push(name);
  }
  const stray = /.{0,20}[<].{0,20}/.exec(text.replace(tags, ''));
  return stray === null ? open[0] && `<${open[0]}> is open at the end` : `a stray tag in ${stray[0]}`;
}

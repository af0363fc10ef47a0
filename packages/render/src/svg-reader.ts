// Reads the SVG that we write: elements, attributes in double quotes, five entities; no comments, no style sheets.

/** An element of a drawing. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  /** Its own text, with entities replaced and white space collapsed as SVG does. */
  readonly text: string;
}

interface Open extends SvgElement {
  readonly children: SvgElement[];
  text: string;
}

/** A start tag, an empty element, an end tag, or text up to the next tag. */
const piece = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const attribute = /([A-Za-z:-]+)="([^"]*)"/g;

/**
 * Reads a drawing.
 * @throws Error at the first thing that isn't an SVG of ours
 */
export function readSvg(text: string): SvgElement {
  const top = opened('', '');
  const path: Open[] = [top];
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    const found = piece.exec(text);
    if (found === null) throw new Error(`not an SVG at ${JSON.stringify(text.slice(at, at + 20))}`);
    const [, isEnd, name = '', attributes = '', isEmpty, content] = found;
    const inner = path.at(-1) as Open;
    if (content !== undefined) inner.text += content;
    else if (isEnd === '/') {
      if (inner.name !== name) throw new Error(`not an SVG: </${name}> closes <${inner.name}>`);
      inner.text = withoutEntities(inner.text)
        .replace(/[ \t\r\n]+/g, ' ')
        .trim();
      path.pop();
    } else {
      const element = opened(name, attributes);
      inner.children.push(element);
      if (isEmpty !== '/') path.push(element);
    }
  }
  const [root, ...rest] = top.children;
  if (path.length > 1 || root?.name !== 'svg' || rest.length > 0 || top.text.trim() !== '')
    throw new Error('not an SVG');
  return root;
}

function opened(name: string, attributes: string): Open {
  return { name, attributes: attributesOf(attributes), children: [], text: '' };
}

/** The attributes of a tag, by name. */
export function attributesOf(list: string): SvgElement['attributes'] {
  return Object.fromEntries([...list.matchAll(attribute)].map(([, key, value]) => [key, withoutEntities(value ?? '')]));
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** A text with its entities replaced. @throws Error at one that we don't write */
export function withoutEntities(text: string): string {
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = entities[entity];
    if (character === undefined) throw new Error(`not an entity: ${entity.slice(0, 10)}`);
    return character;
  });
}

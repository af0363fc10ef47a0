// The formats of drawings: their names, the endings of their files. Without what writes them, so that help loads nothing.
import type { NotationName } from '@lightloom/diagram';

export type DrawingFormat = 'svg' | 'png' | 'pdf' | 'html' | NotationName;

interface FormatInfo {
  /** Endings of file names, the usual one first. */
  readonly endings: readonly string[];
  /** As it is called in a message. */
  readonly called: string;
}

const formats: Readonly<Record<DrawingFormat, FormatInfo>> = {
  svg: { endings: ['svg'], called: 'SVG' },
  png: { endings: ['png'], called: 'PNG' },
  pdf: { endings: ['pdf'], called: 'PDF' },
  html: { endings: ['html', 'htm'], called: 'HTML' },
  mermaid: { endings: ['mmd', 'mermaid'], called: 'Mermaid' },
  md: { endings: ['md'], called: 'Markdown' },
  d2: { endings: ['d2'], called: 'D2' },
  dot: { endings: ['dot', 'gv'], called: 'DOT' },
  drawio: { endings: ['drawio'], called: 'draw.io' },
};

export const drawingFormats = Object.keys(formats) as readonly DrawingFormat[];

/** What a format is called in a sentence. */
export const calledOf = (format: DrawingFormat): string => formats[format].called;

/** The format of a drawing that a file is named for; undefined for any other file. */
export function drawingFormatOf(output: string): DrawingFormat | undefined {
  return drawingFormats.find((each) =>
    formats[each].endings.some((ending) => output.toLowerCase().endsWith(`.${ending}`)),
  );
}

/** `.svg, .png or .pdf`: the endings of all formats. */
export function listedEndings(): string {
  const endings = drawingFormats.flatMap((each) => formats[each].endings.map((ending) => `.${ending}`));
  return `${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}`;
}

/** Whether a format is the text of a drawing in the language of another program. */
export function isNotation(format: DrawingFormat): format is NotationName {
  return format !== 'html' && format !== 'svg' && format !== 'png' && format !== 'pdf';
}

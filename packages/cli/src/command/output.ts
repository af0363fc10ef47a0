// Where results and messages go.
import { type DocumentKind, formatsOf, type Sources, sourceTextOf } from '@lightloom/print';
import type { Picture } from '../drawing/render-picture.ts';
import { type Destination, deliver, say } from '../output/deliver.ts';
import { type PrintOptions, printed } from '../output/printed.ts';
import type { Io } from '../process/io.ts';

/**
 * Prints a document in the format asked for, to where it is asked for.
 * @param sources the texts it points into; a document of no design has none
 * @returns false when that fails, which is reported
 */
export async function deliverDocument<T>(
  io: Io,
  kind: DocumentKind<T>,
  document: T,
  options: PrintOptions,
  sources: Sources = (uri) => sourceTextOf(uri, ''),
): Promise<boolean> {
  const names = formatsOf(kind).map(({ name }) => name);
  const { format = kind.defaultFormat } = options;
  if (!names.includes(format)) {
    say(io, `A ${kind.name} has no format ${format}; use ${names.join(' or ')}.`);
    return false;
  }
  return deliver(io, printed(kind, document, options, { io, sources }), options);
}

/**
 * Writes a drawing as `deliver` does.
 * @returns false when it can't be rendered or written, which is reported
 */
export async function deliverPicture(io: Io, picture: Picture, destination: Destination): Promise<boolean> {
  if ('problem' in picture) {
    say(io, picture.problem);
    return false;
  }
  if (picture.warning !== undefined) say(io, picture.warning, 'warning');
  if (picture.note !== undefined) say(io, picture.note, 'note');
  return deliver(io, picture.content, destination);
}

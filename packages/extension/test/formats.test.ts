// Formats of a drawing that is saved: by the name of the file, and all that the command line has.
import { describe, expect, it } from 'vitest';
import { drawingFormatOf, drawingFormats } from '../../cli/src/drawing/formats.ts';
import { fileFilters, formatOf } from '../src/client/topology/file-formats.ts';

describe('a drawing that is saved', () => {
  it('has the format that its file is named for', () => {
    const names = ['/a/pod.svg', '/a/pod.PNG', '/a/pod.pdf', '/a/pod.gv', '/a/pod.mmd', '/a.svg/pod', '/a/pod.txt'];
    expect(names.map(formatOf)).toEqual(['svg', 'png', 'pdf', 'dot', 'mermaid', undefined, undefined]);
  });

  it('has each format of the command line, with the same endings', () => {
    const endings = Object.values(fileFilters).flat();
    expect(endings.map((each) => formatOf(`pod.${each}`))).toEqual(
      endings.map((each) => drawingFormatOf(`pod.${each}`)),
    );
    expect(new Set(endings.map((each) => drawingFormatOf(`pod.${each}`)))).toEqual(new Set(drawingFormats));
  });
});

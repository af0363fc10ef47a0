// Formats of a drawing that is saved: by the name of the file; a picture comes as an address, a PDF as an SVG.
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../src/client/topology/drawing-bytes.ts';
import { fileFilters, formatOf } from '../src/client/topology/file-formats.ts';

describe('a drawing that is saved', () => {
  it('has the format that its file is named for', () => {
    const names = ['/a/pod.svg', '/a/pod.PNG', '/a/pod.pdf', '/a/pod.gv', '/a/pod.mmd', '/a.svg/pod', '/a/pod.txt'];
    expect(names.map(formatOf)).toEqual(['svg', 'png', 'pdf', 'dot', 'mermaid', undefined, undefined]);
    expect(
      Object.values(fileFilters)
        .flat()
        .every((each) => formatOf(`pod.${each}`) !== undefined),
    ).toBe(true);
  });

  it('is text as it is, and a picture as its bytes', async () => {
    expect(new TextDecoder().decode(await bytesOf('<svg/>', 'svg', ''))).toBe('<svg/>');
    expect([...(await bytesOf('data:image/png;base64,iVBORw==', 'png', ''))]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });
});

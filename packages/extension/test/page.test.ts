// The page in the panel: what it may load and run.
import { describe, expect, it } from 'vitest';
import { pageText } from '../src/client/topology/page-html.ts';

describe('the page of a drawing', () => {
  const page = pageText({
    ...{ nonce: 'N', source: 'https://files', address: (file) => `https://files/${file}` },
    state: { uri: 'file:///a"<b>.fabric', view: '' },
  });

  it('runs scripts by nonce alone, and has no style or handler of its own', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-N'; style-src https:\/\/files;/);
    expect(policy).not.toMatch(/unsafe|\*|data:/);
    expect(page).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/);
  });

  it('holds the state as text that ends no attribute', () => {
    expect(page).toContain(
      'data-state="{&quot;uri&quot;:&quot;file:///a\\&quot;&lt;b>.fabric&quot;,&quot;view&quot;:&quot;&quot;}"',
    );
  });

  it('names every button', () => {
    for (const [, attributes, text] of page.matchAll(/<button([^>]*)>(.*?)<\/button>/g))
      expect(`${attributes} ${text}`).toMatch(/aria-label="\w|>?\w/);
  });
});

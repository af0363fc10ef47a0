// The page of the report as VS Code shows it: the one that the command line writes, in the colors of the editor's theme.

/** The colors of the page, and those of the theme in their place. */
const colors: Readonly<Record<string, string>> = {
  paper: 'editor-background',
  surface: 'editorWidget-background',
  raised: 'sideBar-background',
  ink: 'editor-foreground',
  muted: 'descriptionForeground',
  line: 'panel-border',
  track: 'editorWidget-border',
  accent: 'textLink-foreground',
  bad: 'editorError-foreground',
  warn: 'editorWarning-foreground',
  good: 'charts-green',
  used: 'charts-blue',
  near: 'charts-yellow',
};

/**
 * Puts a style sheet into a page, and lets the policy of the page allow it.
 * @param nonce a random text, by which the policy knows this style sheet
 */
export function inTheme(page: string, nonce: string): string {
  // A theme without a border has none.
  const usual = (own: string): string => (own === 'line' || own === 'track' ? ', transparent' : '');
  const variables = Object.entries(colors).map(([own, theirs]) => `--${own}: var(--vscode-${theirs}${usual(own)});`);
  // Twice the root: that outweighs the page's own colors, those for a dark screen too.
  const sheet = `:root:root { ${variables.join(' ')} }
body.vscode-light { color-scheme: light; } body.vscode-dark, body.vscode-high-contrast { color-scheme: dark; }
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
code { font-family: var(--vscode-editor-font-family); }
body.vscode-high-contrast * { --line: var(--vscode-contrastBorder); --track: var(--vscode-contrastBorder); }`;
  return page
    .replace(/(style-src )('sha256-)/, `$1'nonce-${nonce}' $2`)
    .replace('</head>', `<style nonce="${nonce}">${sheet}</style>\n</head>`);
}

// Colors. Every meaning of a color is also written in words, and is visible to people with color blindness.

/** Themes with colors of their own: what is drawn stands by itself. */
export type PaperTheme = 'light' | 'dark' | 'print';

export type Theme = PaperTheme | 'vscode' | 'page';

import type { ColorKey } from '../graph/index.ts';

/** Colors by what they are for. */
export interface Palette {
  readonly background: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** Outlines of boxes, with a contrast of at least 3 to the grounds around and in them. */
  readonly edge: string;
  /** Fills of frames: this color at this opacity, once for each frame around another. */
  readonly shade: string;
  readonly shadeOpacity: number;
  readonly track: string;
  readonly over: string;
  /** Warnings, and nothing else. */
  readonly warning: string;
  readonly holds: string;
  readonly fonts: string;
  readonly scales: Readonly<Record<'share' | 'budget' | 'temperature' | 'amount', readonly string[]>>;
  readonly categories: readonly string[];
  /** What is as before, added, removed, changed: dark to light, so that they differ in grey too. */
  readonly changes: readonly string[];
}

/** Without quotes: some renderers read a quoted family only when it is the first. */
const fonts = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, DejaVu Sans, sans-serif';

/**
 * Green to blue, light to dark: what is used. Scales fall in lightness from end to end, so that they read in grey; red is left for
 * values over a limit and amber for warnings. All colors have a contrast of at least 2.9 on white and on the dark ground: bands can
 * be thin.
 */
const share = ['#43a491', '#3894a7', '#3a82b7', '#4170c0', '#4c5bbb'];
/** Violet to purple: what a link uses of its budget, apart from what a box uses of its ports. */
const budget = ['#9d88dd', '#9e77d2', '#a063c8', '#a547c2', '#a131a8'];
/** Cold to hot. */
const temperature = ['#479cd8', '#7a81d8', '#976ab7', '#ac537f', '#a44629'];
/** Distinct for color-blind readers, after Tol and Okabe and Ito, without red and amber; contrast of at least 3 on white and black. */
const categories = ['#2b74b8', '#96694a', '#1a8a72', '#9a4fa8', '#3c96b4', '#7d7a33', '#5a5fc4', '#7d8793'];
/** Quiet, green, red, violet: of different brightness on either ground; signs and dashes say the same. */
const changes = ['#9aa5b1', '#1a8a72', '#a3202f', '#8a7fd6'];
const scales = { share, budget, temperature, amount: share };

/** Black on white for a printer: type and outlines are darker, grounds are white, and no shade is under a text. */
const print: Palette = {
  background: '#ffffff',
  surface: '#ffffff',
  ink: '#000000',
  muted: '#3a444f',
  line: '#6f7a87',
  edge: '#4a5561',
  shade: '#33527a',
  shadeOpacity: 0,
  track: '#eceff2',
  over: '#a8182d',
  warning: '#8f5500',
  holds: '#1f6338',
  fonts,
  scales,
  categories,
  changes,
};

const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    background: '#ffffff',
    surface: '#ffffff',
    ink: '#1a2330',
    muted: '#5a6776',
    line: '#cfd6df',
    edge: '#87919d',
    shade: '#33527a',
    shadeOpacity: 0.05,
    track: '#e6eaef',
    over: '#c2283c',
    warning: '#b26a00',
    holds: '#2c7a4b',
    fonts,
    scales,
    categories,
    changes,
  },
  dark: {
    background: '#12161c',
    surface: '#1d242d',
    ink: '#e9eef4',
    muted: '#9aa8b8',
    line: '#3b4755',
    edge: '#6f7c8b',
    shade: '#9fc0ea',
    shadeOpacity: 0.06,
    track: '#2f3945',
    over: '#f0616d',
    warning: '#e0a030',
    holds: '#5fbf85',
    fonts,
    scales,
    categories,
    changes,
  },
  print,
  vscode: {
    background: 'var(--vscode-editor-background, #ffffff)',
    surface: 'var(--vscode-editorWidget-background, #ffffff)',
    ink: 'var(--vscode-editor-foreground, #1a2330)',
    muted: 'var(--vscode-descriptionForeground, #5a6776)',
    line: 'var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-editorWidget-border, #8a94a0)))',
    edge: 'var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-editorWidget-border, #8a94a0)))',
    shade: 'var(--vscode-editor-foreground, #33527a)',
    shadeOpacity: 0.05,
    track: 'var(--vscode-editor-inactiveSelectionBackground, #d8dee6)',
    over: 'var(--vscode-charts-red, #c2283c)',
    warning: 'var(--vscode-editorWarning-foreground, #b26a00)',
    holds: 'var(--vscode-charts-green, #2c7a4b)',
    fonts: `var(--vscode-font-family, ${fonts})`,
    scales,
    categories,
    changes,
  },
  page: {
    background: 'var(--paper, #ffffff)',
    surface: 'var(--surface, #ffffff)',
    ink: 'var(--ink, #1a2330)',
    muted: 'var(--muted, #5a6776)',
    line: 'var(--line, #cfd6df)',
    edge: 'var(--edge, #87919d)',
    shade: 'var(--muted, #33527a)',
    shadeOpacity: 0.07,
    track: 'var(--track, #e6eaef)',
    over: 'var(--bad, #c2283c)',
    warning: 'var(--warn, #b26a00)',
    holds: 'var(--good, #2c7a4b)',
    fonts,
    scales,
    categories,
    changes,
  },
};

/** The colors of a theme; those of `vscode` are the editor's own, those of `page` are of the page that the drawing is part of. */
export function paletteOf(theme: Theme): Palette {
  return palettes[theme];
}

/** The color at a position of a scale, 0 to 1. */
export function colorAt(stops: readonly string[], value: number): string {
  const last = stops.length - 1;
  const at = Math.min(Math.max(value, 0), 1) * last;
  const low = Math.min(Math.floor(at), last - 1);
  const [a, b] = [stops[low] as string, stops[low + 1] as string];
  const mix = [1, 3, 5].map((i) => {
    const [from, to] = [Number.parseInt(a.slice(i, i + 2), 16), Number.parseInt(b.slice(i, i + 2), 16)];
    return Math.round(from + (to - from) * (at - low))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mix.join('')}`;
}

/** The colors of a key, from its low to its high end, or in the order of its names. */
export function rampOf(key: ColorKey): readonly string[] {
  if (key.kind === 'changes') return changes;
  return key.kind === 'categories'
    ? key.names.map((_, i) => categories[i % categories.length] as string)
    : scales[key.kind];
}

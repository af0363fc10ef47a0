// Designs: open, findings, explain, report, draw.
export { draw, explainAllDrawn, explainDrawn, graphOf, keptView, lostPositions, seenGraphOf, viewsOf } from './draw.ts';
export { type AskProblem, type Explained, explain, factOf, namesText } from './explain.ts';
export { libraryParts, partsOfLibrary } from './library-parts.ts';
export { memoryFiles } from './memory-files.ts';
export { pagePictures } from './page-pictures.ts';
export { exampleFindings } from './rule-examples.ts';
export { type Design, openSession, type Session } from './session.ts';
export { shownViewsOf } from './shown-views.ts';

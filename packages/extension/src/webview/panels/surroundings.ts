// Everything around the drawing: the notice, the text instead of a drawing, whether the drawing is old or under way.
import { canMove, hasMovable, whyNotMoved } from '../state/on-placement.ts';
import type { Screen } from '../state/state.ts';

/** The elements of the page. */
export interface Elements {
  readonly body: HTMLElement;
  readonly stage: HTMLElement;
  readonly notice: HTMLElement;
  readonly empty: HTMLElement;
}

/** Shows the state of the page. */
export function showScreen({ body, stage, notice, empty }: Elements, screen: Screen): void {
  notice.textContent = screen.notice;
  notice.title = screen.notice;
  body.classList.toggle('stale', screen.stale);
  if (screen.busy) stage.setAttribute('aria-busy', 'true');
  else stage.removeAttribute('aria-busy');
  stage.hidden = screen.empty !== undefined;
  empty.hidden = screen.empty === undefined;
  empty.textContent = screen.empty ?? '';
}

/** Shows whether boxes can be moved and are, and whether a move can be undone. */
export function showMoving(
  { move, undo, stage }: { readonly move: HTMLElement; readonly undo: HTMLElement; readonly stage: HTMLElement },
  screen: Screen,
): void {
  const isBlocked = !canMove(screen.graph, screen.look);
  move.hidden = !hasMovable(screen.graph);
  move.dataset.title ??= move.title;
  move.title = isBlocked ? whyNotMoved : move.dataset.title;
  move.setAttribute('aria-disabled', String(isBlocked));
  move.setAttribute('aria-pressed', String(screen.moving));
  undo.hidden = !screen.moving || screen.undo.length === 0;
  stage.classList.toggle('boxes-move', screen.moving);
}

// What the package `@lightloom/language` exports once it is installed.
export { QuestionError } from './question-error.ts';
export { openSession } from './session.ts';
export type {
  Answer,
  Design,
  DrawOptions,
  Explanation,
  ExplanationRow,
  Files,
  Limits,
  Phase,
  Position,
  ReportOptions,
  Session,
  SessionOptions,
  Table,
  TextOptions,
  View,
} from './types.ts';

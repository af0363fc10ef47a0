// The parser behind Langium's service of that name: direct, with its own recovery. It reads what the grammar says; a
// test compares its trees with those of the parser generated from the grammar.
import {
  type AstNode,
  GrammarAST,
  type LangiumCoreServices,
  type LangiumDocument,
  type LangiumParser,
  type ParseResult,
} from 'langium';
import { parseFabric } from './parser.ts';
import type { AssignmentFinder } from './syntax-node.ts';
import type { SyntaxProblem } from './token.ts';

/** A parse result with the problems as the parser found them. */
interface FabricParseResult<T extends AstNode = AstNode> extends ParseResult<T> {
  readonly problems: readonly SyntaxProblem[];
}

/** The one method of Langium's parser that is used when it does not build the tree itself. */
export type DirectParser = Pick<LangiumParser, 'parse'>;

/** Problems of the syntax of a document; none of one that is new and not read yet. */
export function syntaxProblemsOf({ parseResult }: LangiumDocument): readonly SyntaxProblem[] {
  return isOfFabric(parseResult) ? parseResult.problems : [];
}

function isOfFabric(result: ParseResult): result is FabricParseResult {
  return 'problems' in result;
}

export function createFabricParser(services: LangiumCoreServices): DirectParser {
  const assignmentOf = assignments(services.Grammar);
  return {
    parse<T extends AstNode>(text: string): FabricParseResult<T> {
      const { file, problems } = parseFabric(text, assignmentOf, () => services.references.Linker);
      // Langium's own lists stay empty: problems go the way of all findings.
      return { value: file as unknown as T, parserErrors: [], lexerErrors: [], problems };
    },
  };
}

/** Assignments of the grammar by the type of node and the feature they set. */
function assignments(grammar: GrammarAST.Grammar): AssignmentFinder {
  const byFeature = new Map<string, GrammarAST.Assignment>();
  for (const rule of grammar.rules) {
    for (const assignment of assignmentsIn(rule)) {
      const key = `${rule.name}.${assignment.feature}`;
      if (!byFeature.has(key)) byFeature.set(key, assignment);
      if (!byFeature.has(assignment.feature)) byFeature.set(assignment.feature, assignment);
    }
  }
  return (type, feature) => byFeature.get(`${type}.${feature}`) ?? byFeature.get(feature);
}

function assignmentsIn(node: AstNode): GrammarAST.Assignment[] {
  const found: GrammarAST.Assignment[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('$') || typeof value !== 'object' || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) {
      if (typeof each !== 'object' || each === null || !('$type' in each)) continue;
      if (GrammarAST.isAssignment(each)) found.push(each);
      found.push(...assignmentsIn(each as AstNode));
    }
  }
  return found;
}

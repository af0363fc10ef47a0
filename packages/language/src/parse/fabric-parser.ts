// The parser in place of Langium's own: direct, with its own recovery. It reads what the grammar describes; a test
// compares its trees with those of the parser that Langium makes from the grammar.
import type { AstNode, LangiumCoreServices, LangiumDocument, LangiumParser, Linker, ParseResult } from 'langium';
import { type Parsed, parseChanged, parseFabric, parseLibrary } from './parser.ts';
import type { SyntaxProblem } from './tokens/token.ts';

/** A parse result with the problems that the parser found. */
interface FabricParseResult<T extends AstNode> extends ParseResult<T> {
  readonly problems: readonly SyntaxProblem[];
}

/** The only method of Langium's parser that is called when it does not build the tree itself. */
export type DirectParser = Pick<LangiumParser, 'parse'>;

/** @param isLibrary whether a text is one of the part library */
export function createFabricParser(
  services: LangiumCoreServices,
  isLibrary: (text: string) => boolean = () => false,
): DirectParser {
  return {
    parse<T extends AstNode>(text: string): FabricParseResult<T> {
      const parse = isLibrary(text) ? parseLibrary : parseFabric;
      return resultOf(parse(text, () => services.references.Linker));
    },
  };
}

/** The result of parsing a text again, of which only what has changed is read; undefined where it must be parsed as a whole. */
export function readAgain<T extends AstNode>(
  before: AstNode,
  text: string,
  linker: () => Linker,
): ParseResult<T> | undefined {
  const parsed = parseChanged(before, text, linker);
  return parsed === undefined ? undefined : resultOf(parsed);
}

function resultOf<T extends AstNode>({ file, problems }: Parsed): FabricParseResult<T> {
  // Langium's own lists stay empty: problems are reported as findings. The root is what every caller asks for.
  return { value: file as AstNode as T, parserErrors: [], lexerErrors: [], problems };
}

/** The syntax problems of a document; none where another parser read it. */
export function syntaxProblemsOf({ parseResult }: LangiumDocument): readonly SyntaxProblem[] {
  return 'problems' in parseResult ? (parseResult as FabricParseResult<AstNode>).problems : [];
}

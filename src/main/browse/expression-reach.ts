import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';

/** What can be said of an expression without trying it. */
export interface ExpressionReach {
  /**
   * Whether every match lies between two slashes of a path, and is one wherever that path goes on before it: then the
   * folders of a path and its name can be looked at apart.
   */
  readonly isWithinOneName: boolean;
  /** Whether nothing can be matched in more than one way, so that no text can keep a match going. */
  readonly isDirect: boolean;
  /** Lower-case ASCII text without a slash that every match contains, in any case; empty where there is none to be sure of. */
  readonly literal: string;
}

const FLAGS = 'iu';
const UNKNOWN: ExpressionReach = { isWithinOneName: false, isDirect: false, literal: '' };
const parser = new RegExpParser();

/** Reads an expression with the flags `i` and `u`. */
export function reachOf(source: string): ExpressionReach {
  let pattern: AST.Pattern;
  try {
    pattern = parser.parsePattern(source, 0, source.length, { unicode: true });
  } catch {
    // The engine knows more than the parser: it is then tried on whole paths.
    return UNKNOWN;
  }
  return {
    isWithinOneName: isWithinOneName(pattern),
    isDirect: isDirect(pattern),
    literal: literalOf(pattern),
  };
}

function isWithinOneName(pattern: AST.Pattern): boolean {
  let is = true;
  const read = ({ raw, parent }: AST.Character | AST.CharacterSet | AST.CharacterClass): void => {
    // What stands in a class is read as part of it.
    if (parent.type.startsWith('CharacterClass')) return;
    is &&= !new RegExp(`^(?:${raw})$`, FLAGS).test('/');
  };
  visitRegExpAST(pattern, {
    onCharacterEnter: read,
    onCharacterSetEnter: read,
    onCharacterClassEnter: read,
    onAssertionEnter: ({ kind }) => {
      // A slash is no letter, and so the edge of a word as the beginning of a text is.
      is &&= kind === 'end' || kind === 'word';
    },
  });
  return is;
}

function isDirect(pattern: AST.Pattern): boolean {
  let is = pattern.alternatives.length === 1;
  const choice = (): void => {
    is = false;
  };
  visitRegExpAST(pattern, {
    onQuantifierEnter: choice,
    onGroupEnter: choice,
    onCapturingGroupEnter: choice,
    onAssertionEnter: ({ kind }) => {
      if (kind === 'lookahead' || kind === 'lookbehind') choice();
    },
  });
  return is;
}

/** The longest row of characters that stand for themselves, outside of everything that may be left out. */
function literalOf({ alternatives }: AST.Pattern): string {
  const [only] = alternatives;
  if (only === undefined || alternatives.length > 1) return '';
  let longest = '';
  let run = '';
  for (const element of only.elements) {
    run =
      element.type === 'Character' && isPlain(element.value) ? run + String.fromCharCode(element.value) : '';
    if (run.length > longest.length) longest = run;
  }
  return longest.toLowerCase();
}

const SLASH = 47;
const isPlain = (code: number): boolean => code < 128 && code !== SLASH;

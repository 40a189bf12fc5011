/** One statement that only reads, as a reader wrote it, without its closing semicolon. */
export interface Statement {
  sql: string;
  /** Its first word in capitals, such as SELECT; brackets before it do not count. */
  word: string;
}

/**
 * Why a text is not asked: nothing in it, longer than `longestSql`, more than one statement, or one that does more than read; `word` is
 * the word that says so, as it was written.
 */
export type StatementProblem =
  { kind: 'empty' } | { kind: 'long' } | { kind: 'several' } | { kind: 'notReading'; word: string };

/** The longest text that is asked, in characters. */
export const longestSql = 20_000;

const reading = ['SELECT', 'WITH', 'FROM', 'VALUES', 'TABLE', 'DESCRIBE', 'DESC', 'SHOW', 'SUMMARIZE', 'EXPLAIN'];
const writing = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'];

/**
 * The one statement of a text. This is for plain sentences: what the engine would read otherwise, it still refuses by itself, for it is
 * locked, prepares one statement at a time and works in a transaction that may only read.
 */
export function statementOf(text: string): Statement | StatementProblem {
  if (text.length > longestSql) return { kind: 'long' };
  const tokens = tokensOf(text);
  const [first] = tokens.filter(({ token }) => token !== '(' && token !== ';');
  if (first === undefined) return { kind: 'empty' };
  const end = tokens.findIndex(({ token, at }) => token === ';' && at > first.at);
  if (end >= 0 && tokens.slice(end).some(({ token }) => token !== ';')) return { kind: 'several' };
  const word = first.token.toUpperCase();
  if (!reading.includes(word)) return { kind: 'notReading', word: first.token };
  const write = tokens.find(({ token, depth }) => depth === 0 && writing.includes(token.toUpperCase()));
  if (write !== undefined && (word === 'WITH' || word === 'EXPLAIN')) return { kind: 'notReading', word: write.token };
  // Spaces in place of what is left out: the engine names lines and columns, and they stay those of the reader.
  const blank = (part: string) => part.replaceAll(/[^\n]/g, ' ');
  const lead = tokens[0]!.token === ';' ? first.at : 0;
  const rest = end < 0 ? text.length : tokens[end]!.at;
  return { sql: blank(text.slice(0, lead)) + text.slice(lead, rest), word };
}

interface Token {
  /** A word, or one of `( ) ;`; anything else that is not blank is `other`. */
  token: string;
  at: number;
  /** How many brackets it stands in. */
  depth: number;
}

/** Strings (plain, E'…', $$…$$), quoted names, comments to the end of the line, words, signs; comments in `/* *\/` may nest and are read by hand. */
const parts =
  /\/\*|--[^\n]*|\b[eE]'(?:\\[\s\S]|''|[^'\\])*(?:'|$)|'(?:''|[^'])*(?:'|$)|"(?:""|[^"])*(?:"|$)|\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$(?![\s\S]))|[A-Za-z_]\w*|\S/g;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  const pattern = new RegExp(parts);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [part] = match;
    if (part === '/*') pattern.lastIndex = commentEnd(text, match.index);
    else if (!part.startsWith('--')) {
      if (part === ')') depth--;
      tokens.push({ token: /^(?:[A-Za-z_]\w*|[();])$/.test(part) ? part : 'other', at: match.index, depth });
      if (part === '(') depth++;
    }
  }
  return tokens;
}

/** Where a comment that begins at `start` ends; comments nest, and one that never ends takes the rest. */
function commentEnd(text: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let open = 0;
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    open += match[0] === '/*' ? 1 : -1;
    if (open === 0) return marks.lastIndex;
  }
  return text.length;
}

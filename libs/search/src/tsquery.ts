/**
 * One way for a token to be found: an exact lexeme, or any that begins with it. Lexemes of an entry are folded words,
 * words of its name again as `=word`, digits of phones and business ids as `#digits`, and of phones from behind as `~stigid`.
 */
export interface Lexeme {
  text: string;
  prefix: boolean;
}

/** Any of these, each being all of its lexemes. */
export type Alternatives = Lexeme[][];

export const exactly = (text: string): Lexeme => ({ text, prefix: false });
export const beginning = (text: string): Lexeme => ({ text, prefix: true });

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
const render = ({ text, prefix }: Lexeme): string => quote(text) + (prefix ? ':*' : '');

/** PostgreSQL's notation: all of the tokens, each in any of its ways. */
export const tsquery = (tokens: Alternatives[]): string =>
  tokens.map((ways) => `(${ways.map((way) => way.map(render).join(' & ')).join(' | ')})`).join(' & ');

/** Markup that is safe to send: every value in it was escaped where it was put in. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template; what is missing or false leaves nothing. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** A template of HTML, for text and for attributes in double quotes: every value but other templates is escaped. */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Html {
  return new Html(parts.map((part, n) => (n === 0 ? part : written(contents[n - 1]) + part)).join(''));
}

function written(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'object') return content.map(written).join('');
  return String(content).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

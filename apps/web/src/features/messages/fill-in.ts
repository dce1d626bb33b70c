import type { Contact } from '../../api/model.js';

/** The words of a template, as `GET /templates/:id` gives them in one language. */
export interface TemplateWords {
  subject: string;
  /** Null: the template is MJML by hand, and has no plain words. */
  blocks: { type: string; text?: string | null; url?: string | null }[] | null;
}

type Reader = Pick<
  Contact,
  'firstName' | 'lastName' | 'title' | 'areaOfResponsibility' | 'company' | 'owner'
>;

/** A text with its merge fields filled in: `{{firstName|dear reader}}` is the first name, or else the words given. */
export function fillIn(text: string, person: Reader): string {
  const values: Partial<Record<string, string | null>> = {
    firstName: person.firstName,
    lastName: person.lastName,
    title: person.title,
    areaOfResponsibility: person.areaOfResponsibility,
    company: person.company?.name ?? null,
    ownerName: person.owner?.name ?? null,
  };
  return text.replace(
    /{{\s*(\w+)\s*\|([^}]*)}}/g,
    (_, field: string, otherwise: string) => values[field] || otherwise.trim(),
  );
}

/** A template's words for one person to be written on; null where it has none. */
export function lettersOf({ subject, blocks }: TemplateWords, person: Reader) {
  if (blocks === null) return null;
  const body = blocks
    .map(({ text, url }) => [text, url].filter(Boolean).join(': '))
    .filter(Boolean)
    .join('\n\n');
  return { subject: fillIn(subject, person), body: fillIn(body, person) };
}

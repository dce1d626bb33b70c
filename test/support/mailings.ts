import type { Caller, TestApp } from '@seloste/testing';

/** A mailing as the API shows it, as far as the tests look. */
export interface SentMailing {
  id: string;
  status: string;
  version: number;
}

const says = (word: string) => ({
  subject: `${word} {{firstName|}}`,
  blocks: [{ type: 'text', text: `${word}, {{firstName|}}!` }],
});

/** What {@link aTemplate} says in each language. */
export const greetings = { fi: 'Hyvää päivää', sv: 'God dag', en: 'Good day' };

/** A template for a purpose in some languages. @returns its id */
export async function aTemplate(
  caller: Caller,
  { purpose = 'direct_marketing', languages = ['fi', 'sv', 'en'] as (keyof typeof greetings)[] } = {},
): Promise<string> {
  const contents = Object.fromEntries(languages.map((language) => [language, says(greetings[language])]));
  return (
    await caller.post('/templates', { name: `Kirje ${languages.join()}`, purpose, contents }).expect(201)
  ).body.id as string;
}

/** @returns its id */
export const aSegment = async (caller: Caller, filters: object, more: object = {}): Promise<string> =>
  (await caller.post('/segments', { name: 'Kohderyhmä', filters, ...more }).expect(201)).body.id as string;

/** A draft. */
export const aMailing = async (caller: Caller, fields: object): Promise<SentMailing> =>
  (await caller.post('/mailings', { purpose: 'direct_marketing', ...fields }).expect(201))
    .body as SentMailing;

/** What has become of it. */
export const resultsOf = async (caller: Caller, id: string): Promise<Record<string, number>> =>
  (await caller.get(`/mailings/${id}/results`).expect(200)).body as Record<string, number>;

/** Acts on record about a mailing or a segment, oldest first. */
export const actsOn = async (app: TestApp, id: string): Promise<string[]> =>
  (
    await app.rows<{ action: string }>(
      `SELECT action FROM audit_events WHERE subject_id = $1 AND class = 'decision' ORDER BY id`,
      [id],
    )
  ).map(({ action }) => action);

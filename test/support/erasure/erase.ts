import type { Caller, TestApp } from '@seloste/testing';

interface Begun {
  id: string;
  status: string;
}

/** Plans and erases as a privacy officer does. @returns where it stands */
export async function erase(officer: Caller, contactId: string, fields: object = {}): Promise<Begun> {
  const plan = (await officer.post(`/contacts/${contactId}/erasure-plans`).expect(201)).body;
  const { body, status } = await officer.post('/erasures', {
    ...{ contactId, planId: plan.id, ground: 'request' },
    ...fields,
  });
  if (status !== 201 && status !== 202) throw new Error(`not erased: ${JSON.stringify(body)}`);
  return body as Begun;
}

/** The person's row as it is, whoever may see it. */
export async function rowOf(app: TestApp, id: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await app.rows(
    `SELECT first_name AS "firstName", last_name AS "lastName", title, company_id AS "companyId", restricted,
       erased_at IS NOT NULL AS "isErased", archived_at IS NOT NULL AS "isArchived" FROM contacts WHERE id = $1`,
    [id],
  );
  return row;
}

export const pseudonym = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;

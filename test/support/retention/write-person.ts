import { newId } from '@seloste/kernel';
import type { TestApp } from '@seloste/testing';
import type { DrawnPerson, Firm } from './reckon.js';

const marketing = ['newsletter', 'direct_marketing', 'service'];

/** Readies a database for people who are written row by row: what they said needs no link and no address here. */
export async function prepare(app: TestApp): Promise<void> {
  for (const table of [
    'consents',
    'consent_confirmations',
    'consent_withdrawals',
    'objections',
    'objection_withdrawals',
  ]) {
    await app.rows(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await app.rows(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_move_clocks`);
  }
  await app.rows('ALTER TABLE contacts DISABLE TRIGGER contacts_have_a_source');
  for (const purpose of marketing)
    await app.rows(
      `INSERT INTO consent_wordings (id, purpose, language, version, text, created_at) VALUES (gen_random_uuid(), $1, 'fi', 1, 'Kyllä', now())`,
      [purpose],
    );
}

async function writeFirm(app: TestApp, { was, status, startedOn, endedOn }: Firm): Promise<string> {
  const id = newId();
  const ended = was === null ? endedOn : null;
  await app.rows(
    `INSERT INTO companies (id, name, relationship_status, relationship_started_on, relationship_ended_on, source_kind, source_on, created_at, updated_at)
     VALUES ($1, 'Firma', $2, $3, $4, 'website', '2020-01-01', now(), now())`,
    [id, was ?? status, startedOn, ended],
  );
  if (was !== null)
    await app.rows(
      'UPDATE companies SET relationship_status = $2, relationship_ended_on = $3 WHERE id = $1',
      [id, status, endedOn],
    );
  return id;
}

/** One thing that happens to a person, to be done in any order. */
export type Step = () => Promise<unknown>;

/** The person as they come, and everything that happens to them after that. */
export async function writePerson(app: TestApp, person: DrawnPerson): Promise<{ id: string; steps: Step[] }> {
  const id = newId();
  const link = newId();
  const companyId = person.firm && (await writeFirm(app, person.firm));
  await app.rows(
    `INSERT INTO contacts (id, last_name, company_id, collected_on, collected_via, created_at, updated_at) VALUES ($1, 'x', $2, $3, $4, now(), now())`,
    [id, companyId, person.collectedOn, person.via],
  );
  await app.rows(
    `INSERT INTO contact_links (id, token_hash, contact_id, kind, language, issued_at) VALUES ($1, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), $2, 'preferences', 'fi', now())`,
    [link, id],
  );
  const steps: Step[] = [
    ...(person.left ? [leaving(app, id, person.left)] : []),
    ...person.interactions.map(({ type, direction, at }) => async () => {
      const interaction = newId();
      await app.rows(
        `INSERT INTO interactions (id, type, direction, occurred_at, subject, created_at) VALUES ($1, $2, $3, $4, 'x', now())`,
        [interaction, type, direction, at],
      );
      await app.rows(
        'INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at) VALUES ($1, $2, 0, $3)',
        [interaction, id, at],
      );
    }),
    ...person.consents.map((consent) => saying(app, { id, link }, consent)),
    ...person.objections.map(({ purpose, channel, at, isTakenBack }) => async () => {
      const objection = newId();
      await app.rows(
        `INSERT INTO objections (id, contact_id, channel, purpose, objected_at, received_via, recorded_at) VALUES ($1, $2, $3, $4, $5, 'phone', now())`,
        [objection, id, channel, purpose, at],
      );
      if (isTakenBack)
        await app.rows(
          'INSERT INTO objection_withdrawals (objection_id, contact_id, withdrawn_at, link_id) VALUES ($1, $2, now(), $3)',
          [objection, id, link],
        );
    }),
  ];
  return { id, steps };
}

const leaving =
  (app: TestApp, id: string, { firm, on }: NonNullable<DrawnPerson['left']>): Step =>
  async () => {
    const company = await writeFirm(app, {
      ...firm,
      was: null,
      status: firm.was ?? firm.status,
      endedOn: firm.was ? null : firm.endedOn,
    });
    await app.rows(
      'INSERT INTO employments (id, contact_id, company_id, ended_on) VALUES (gen_random_uuid(), $1, $2, $3)',
      [id, company, on],
    );
    // The company goes on to change, with nobody there any more.
    if (firm.was !== null)
      await app.rows(
        'UPDATE companies SET relationship_status = $2, relationship_ended_on = $3 WHERE id = $1',
        [company, firm.status, firm.endedOn],
      );
  };

const saying =
  (
    app: TestApp,
    { id, link }: { id: string; link: string },
    { purpose, channel, at, needsConfirmation, confirmedAt, withdrawnAt }: DrawnPerson['consents'][number],
  ): Step =>
  async () => {
    const consent = newId();
    await app.rows(
      `INSERT INTO consents (id, contact_id, channel, purpose, wording_id, language, obtained_at, obtained_via, needs_confirmation, recorded_at)
       SELECT $1, $2, $3, $4, w.id, 'fi', $5, 'form', $6, now() FROM consent_wordings w WHERE w.purpose = $4`,
      [consent, id, channel, purpose, at, needsConfirmation],
    );
    if (confirmedAt)
      await app.rows(
        'INSERT INTO consent_confirmations (consent_id, contact_id, confirmed_at, link_id) VALUES ($1, $2, $3, $4)',
        [consent, id, confirmedAt, link],
      );
    if (withdrawnAt)
      await app.rows(
        `INSERT INTO consent_withdrawals (consent_id, contact_id, withdrawn_at, received_via, recorded_at) VALUES ($1, $2, $3, 'phone', now())`,
        [consent, id, withdrawnAt],
      );
  };

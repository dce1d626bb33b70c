import type { TestApp } from '@seloste/testing';

interface Whom {
  personId: string;
  companyId: string;
  mailingId: string;
  token: () => Buffer;
}

/** By hand, what the everyday use of the product leaves only after days and mails: a row of the person in every table. */
export async function fillEverywhere(app: TestApp, whom: Whom): Promise<void> {
  const { personId, companyId, mailingId, token } = whom;
  const [user] = await app.rows<{ id: string }>('SELECT id FROM users LIMIT 1');
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const names = Object.keys(values);
    const places = names.map((_, i) => `$${i + 1}`).join(', ');
    const [row] = await app.rows<{ id?: string }>(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places}) RETURNING *`,
      Object.values(values),
    );
    return row?.id ?? '';
  };
  const id = (): string => crypto.randomUUID();
  const now = new Date();
  const of = { contact_id: personId };
  const by = user?.id;

  const link = await insert('contact_links', {
    ...{ id: id(), token_hash: token(), ...of, kind: 'preferences', language: 'fi', address_digest: token() },
    issued_at: now,
  });
  await takeBackAndConfirm(app, insert, { ...whom, link, now, id });
  await insert('employments', {
    id: id(),
    ...of,
    company_id: companyId,
    title: 'Valpurin työ',
    started_on: '2020-01-01',
    ended_on: '2021-01-01',
  });
  const file = await insert('exports', {
    ...{ id: id(), kind: 'contacts', purpose: 'Kirje', filters: 'sealed', status: 'ready', people: 1 },
    ...{ requested_by: by, requested_at: now, expires_at: new Date(now.getTime() + 1e8) },
  });
  await insert('export_parts', { export_id: file, position: 0, sealed: 'Valpuri Qvarnström' });
  await insert('export_people', { export_id: file, ...of });
  await insert('disclosures', {
    id: id(),
    ...of,
    recipient: 'Postittaja Oy',
    purpose: 'Kirje',
    export_id: file,
    disclosed_at: now,
    disclosed_by: by,
  });
  await insert('mail_messages', {
    ...{ id: id(), class: 'service', template: 'restriction_lifting', language: 'fi', ...of, status: 'kept' },
    ...{ recipient: 'valpuri.qvarnstrom@kvarn.example', sealed_values: 'Valpuri', created_at: now },
  });
  await insert('mailing_recipients', { mailing_id: mailingId, ...of, address_digest: token() });
  await insert('stop_replies', {
    ...{
      id: id(),
      ...of,
      message_id: id(),
      reply_digest: token(),
      language: 'fi',
      sentence: 'Lopettakaa! Valpuri',
    },
    ...{ received_at: now, found_at: now },
  });
  await followThem(app, insert, { ...whom, now, by, id });
  await insert('erased_returns', {
    ...{ id: id(), ...of, how: 'phone', came_on: '2026-01-01', note: 'Valpuri soitti', recorded_at: now },
    ...{ recorded_by: by },
  });
  await askForThemselves(insert, { ...whom, now, id });
  await insert('restrictions', {
    ...{
      id: id(),
      ...of,
      reason: 'Valpurin pyyntö',
      placed_at: now,
      lift_requested_at: now,
      lift_reason: 'Valpurin lupa',
    },
    ...{ informed_via: 'phone', informed_on: '2026-01-01', lifted_at: now },
  });
  await insert('privacy_acts', {
    ...{
      id: id(),
      user_id: by,
      reason: 'Valpurin asia',
      subject_type: 'contact',
      subject_id: personId,
      request_id: 'r',
      acted_at: now,
    },
  });
  const [rule] = await app.rows<{ key: string; version: number }>(
    'SELECT key, version FROM retention_rule_versions LIMIT 1',
  );
  await insert('retention_reviews', {
    ...{ id: id(), ...of, ground: rule?.key, rule_version: rule?.version, note: 'Valpurin asiakkuus' },
    ...{ reviewed_on: '2026-11-01', reviewed_at: now },
  });
  await holdAndKeepThem(insert, { ...whom, now, by, id });
}

type Insert = (table: string, values: Record<string, unknown>) => Promise<string>;
type With = Whom & { now: Date; by?: string | undefined; id: () => string; link?: string };

/** Past a trigger that takes an objection back only from the person's own link. */
async function takeBackAndConfirm(
  app: TestApp,
  insert: Insert,
  { personId, now, link }: With,
): Promise<void> {
  const of = { contact_id: personId };
  const [objection] = await app.rows<{ id: string }>('SELECT id FROM objections WHERE contact_id = $1', [
    personId,
  ]);
  const [consent] = await app.rows<{ id: string }>('SELECT id FROM consents WHERE contact_id = $1', [
    personId,
  ]);
  await app.rows('ALTER TABLE objection_withdrawals DISABLE TRIGGER objection_withdrawals_are_theirs');
  await insert('objection_withdrawals', {
    objection_id: objection?.id,
    ...of,
    withdrawn_at: now,
    link_id: link,
  });
  await app.rows('ALTER TABLE objection_withdrawals ENABLE TRIGGER objection_withdrawals_are_theirs');
  await insert('consent_confirmations', { consent_id: consent?.id, ...of, confirmed_at: now, link_id: link });
  await insert('consent_withdrawals', {
    ...{
      consent_id: consent?.id,
      ...of,
      withdrawn_at: now,
      received_via: 'phone',
      note: 'Valpuri soitti',
      recorded_at: now,
    },
  });
}

async function followThem(app: TestApp, insert: Insert, { personId, now, by, id }: With): Promise<void> {
  const [template] = await app.rows<{ id: string }>('SELECT id FROM templates LIMIT 1');
  const sequence = await insert('sequences', {
    ...{
      id: id(),
      name: 'Tervetuloa',
      trigger: 'signed_up',
      purpose: 'newsletter',
      owner_id: by,
      created_at: now,
      updated_at: now,
    },
  });
  const run = await insert('sequence_runs', {
    ...{
      id: id(),
      sequence_id: sequence,
      contact_id: personId,
      trigger: 'signed_up',
      what: 'Valpurin opas',
      started_at: now,
    },
  });
  await insert('sequence_run_steps', {
    ...{
      message_id: id(),
      run_id: run,
      contact_id: personId,
      position: 0,
      after_hours: 1,
      template_id: template?.id,
    },
    ...{ due_at: now, taken_at: now, outcome: 'left_out', code: 'erased' },
  });
}

/** A hold that is over, and an extension. */
async function holdAndKeepThem(insert: Insert, { personId, now, by, id }: With): Promise<void> {
  const of = { contact_id: personId };
  const hold = await insert('holds', {
    ...{
      id: id(),
      ...of,
      ground: 'dispute',
      reason: 'Valpurin riita',
      document: 'Qvarnström 1',
      until: '2030-01-01',
    },
    ...{ categories: ['identity'], placed_on: '2026-01-01', placed_at: now, placed_by: by },
  });
  await insert('hold_reviews', {
    id: id(),
    hold_id: hold,
    ...of,
    note: 'Valpurin riita',
    review_on: '2026-06-01',
    reviewed_on: '2026-01-01',
    reviewed_at: now,
  });
  await insert('hold_releases', { hold_id: hold, ...of, reason: 'Valpurin sopu', released_at: now });
  await insert('retention_extensions', {
    ...{
      id: id(),
      ...of,
      basis: 'contract',
      reason: 'Valpurin sopimus',
      was_due_on: '2026-11-01',
      until: '2027-01-01',
    },
    ...{ recorded_on: '2026-11-01', recorded_at: now },
  });
}

/** A request of theirs with what was answered, their own page open, and a breach that was about them. */
async function askForThemselves(
  insert: (table: string, values: Record<string, unknown>) => Promise<string>,
  { personId, token, now, id }: Whom & { now: Date; id: () => string },
): Promise<void> {
  const request = await insert('subject_requests', {
    ...{ id: id(), reference: `SR-${id().slice(0, 6)}`, kind: 'rectification', contact_id: personId },
    ...{ identifier: 'valpuri.qvarnstrom@kvarn.example', wording: 'Valpuri pyytää', received_via: 'my_data' },
    ...{ received_at: now, received_on: '2026-01-15', language: 'fi', due_on: '2026-02-15' },
    ...{ status: 'in_progress', rules: '{}', recorded_at: now },
  });
  await insert('request_letters', {
    ...{ id: id(), request_id: request, kind: 'note', way: 'phone', language: 'fi', recorded_at: now },
    ...{ subject: 'Valpuri', body: 'Hei Valpuri', sent_on: '2026-01-16' },
  });
  await insert('request_challenges', {
    ...{ id: id(), request_id: request, way: 'email', address: 'valpuri.qvarnstrom@kvarn.example' },
    ...{ code_digest: token(), expires_at: now, created_at: now },
  });
  const breach = await insert('breaches', {
    ...{ id: id(), reference: `TL-${id().slice(0, 6)}`, facts: 'Kannettava unohtui junaan.' },
    ...{ aware_at: now, reported_at: now },
  });
  await insert('breach_people', {
    breach_id: breach,
    contact_id: personId,
    found_by: 'by_hand',
    told_at: now,
  });
  const copy = await insert('packages', {
    ...{ id: id(), request_id: request, kind: 'access', language: 'fi', status: 'writing', released_at: now },
    ...{ progressed_at: now, requested_at: now, expires_at: '2027-01-15' },
  });
  await insert('package_parts', { package_id: copy, position: 0, sealed: token().toString('base64url') });
  await insert('correction_proposals', {
    ...{
      id: id(),
      request_id: request,
      field: 'name',
      old_value: 'Valpuri',
      new_value: 'Valpuri Qvarnström',
    },
    ...{ status: 'proposed', proposed_at: now },
  });
  const opened = { contact_id: personId, address: 'valpuri.qvarnstrom@kvarn.example', language: 'fi' };
  const until = { expires_at: now };
  await insert('my_data_links', { id: id(), token_hash: token(), ...opened, issued_at: now, ...until });
  await insert('my_data_sessions', { id: id(), token_hash: token(), ...opened, begun_at: now, ...until });
}

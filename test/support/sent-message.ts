import { randomUUID } from 'node:crypto';
import { aCompany, aContact, type Caller, type TestApp } from '@seloste/testing';

/** A message of ours that has left the house. */
export interface SentMessage {
  id: string;
  /** As it stands in the letter, with its angle brackets. */
  messageId: string;
  contactId: string;
  recipient: string;
}

/** A person whom we may write to at work. */
export async function aReader(caller: Caller): Promise<{ contactId: string; recipient: string }> {
  const { body: company } = await caller.post('/companies', aCompany()).expect(201);
  const recipient = `matti.${randomUUID().slice(0, 8)}@asiakas.example`;
  const person = { companyId: company.id, title: 'Ostopäällikkö', emails: [recipient] };
  const { body } = await caller.post('/contacts', aContact(person)).expect(201);
  return { contactId: body.id, recipient };
}

/** A message to that person, taken by the mail server some minutes ago. */
export async function sentMessage(
  { rows }: Pick<TestApp, 'rows'>,
  { contactId, recipient }: { contactId: string; recipient: string },
  minutesAgo = 5,
): Promise<SentMessage> {
  const id = randomUUID();
  const messageId = `<${id}@havukka.example>`;
  await rows(
    `INSERT INTO messages (id, class, channel, purpose, contact_id, language, recipient, origin_kind, status, not_before,
       decided_at, decision_code, decision_law, message_id, handed_over_at, followed_up_at, created_at)
     SELECT $1, 'marketing', 'email', 'direct_marketing', $2, 'fi', $3, 'one_to_one', 'handed_over', at, at, 'job_role',
       '917/2014 s. 202', $4, at, at, at FROM (SELECT now() - make_interval(mins => $5) AS at) AS moment`,
    [id, contactId, recipient, messageId, minutesAgo],
  );
  return { id, messageId, contactId, recipient };
}

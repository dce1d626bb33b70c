import type { Making } from './making.js';
import type { AuditRow } from './rows.js';

/** One event for everything that was done to the register, as the product would have recorded it. */
export function makeAudit({ random, data }: Making): void {
  const add = (action: string, id: string, at: string, by: string | null, fields: string[]): void => {
    const actor =
      by === null
        ? { actor_kind: 'system' as const, actor_name: 'demo' }
        : { actor_kind: 'user' as const, actor_name: null };
    const event: AuditRow = {
      id: random.id(new Date(at)),
      occurred_at: at,
      ...actor,
      actor_id: by,
      action,
      subject_type: action.split('.')[0] ?? '',
      subject_id: id,
      fields,
      request_id: 'demo',
    };
    data.audit.push(event);
  };
  add('controller.create', data.controller.id, data.controller.created_at, null, [
    'name',
    'businessId',
    'language',
  ]);
  for (const user of data.users)
    add('user.create', user.id, user.created_at, null, ['name', 'email', 'language', 'password']);
  for (const { id, created_at: at, created_by: by } of data.companies)
    add('company.create', id, at, by, ['name', 'businessId', 'source']);
  for (const { id, created_at: at, created_by: by } of data.contacts)
    add('contact.create', id, at, by, ['firstName', 'lastName', 'sources']);
  for (const { id, created_at: at, author_id: by } of data.interactions)
    add('interaction.create', id, at, by, ['type', 'occurredAt', 'subject', 'body']);
  for (const revision of data.revisions)
    add('interaction.update', revision.interaction_id, revision.revised_at, revision.revised_by, ['body']);
  for (const row of [...data.companies, ...data.contacts])
    if (row.archived_at)
      add(
        'first_name' in row ? 'contact.archive' : 'company.archive',
        row.id,
        row.archived_at,
        row.archived_by,
        [],
      );
  data.audit.sort((a, b) => a.occurred_at.localeCompare(b.occurred_at));
}

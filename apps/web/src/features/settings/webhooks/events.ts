import type { WebhookEvent } from '../../../api/model.js';

/** The acts that can be announced, by what they are about. */
export const eventGroups = [
  { group: 'contact', events: ['contact.create', 'contact.update', 'contact.archive', 'contact.restore'] },
  { group: 'company', events: ['company.create', 'company.update', 'company.archive', 'company.restore'] },
  { group: 'interaction', events: ['interaction.create', 'interaction.update'] },
  { group: 'objection', events: ['objection.record', 'objection.withdraw'] },
  { group: 'consent', events: ['consent.record', 'consent.confirm', 'consent.withdraw'] },
  { group: 'import', events: ['import.finish'] },
  {
    group: 'user',
    events: ['user.create', 'user.update', 'user.deactivate', 'user.reactivate'],
  },
  { group: 'role_grant', events: ['role_grant.create', 'role_grant.end'] },
] as const satisfies { group: string; events: WebhookEvent[] }[];

/** The key of an event's words: `contact.create` is a path in the catalogue. */
export const eventKey = (event: string): string => `event.${event}`;

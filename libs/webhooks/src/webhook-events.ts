/** The acts that a webhook can be told about, by their names in the audit record. Looks at people are nobody's business. */
export const webhookEvents = [
  'contact.create',
  'contact.update',
  'contact.archive',
  'contact.restore',
  'company.create',
  'company.update',
  'company.archive',
  'company.restore',
  'interaction.create',
  'interaction.update',
  'objection.record',
  'objection.withdraw',
  'consent.record',
  'consent.confirm',
  'consent.withdraw',
  'import.finish',
  'user.create',
  'user.update',
  'user.deactivate',
  'user.reactivate',
  'role_grant.create',
  'role_grant.end',
] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

/** What is announced: which act, on which record. */
export interface Announcement {
  event: string;
  subjectType: string;
  subjectId: string | null;
  occurredAt: Date;
}

/** The body of a message: names and ids, never a value; whoever may see more asks for it with a login of their own. */
export const bodyOf = ({ event, subjectType, subjectId, occurredAt }: Announcement): string =>
  JSON.stringify({ type: event, timestamp: occurredAt.toISOString(), data: { subjectType, subjectId } });

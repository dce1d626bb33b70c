import { InvalidInput, newId } from '@seloste/kernel';
import type { InteractionRevision } from './interaction-revision.entity.js';
import type { Interaction } from './interaction.entity.js';
import type { UpdateInteraction } from './interactions.dto.js';

const plainColumns = ['type', 'direction', 'occurredAt', 'durationMinutes', 'subject', 'body'] as const;

/** Clocks differ a little, and time zones by up to a day. */
const tolerance = 24 * 60 * 60 * 1000;

/** The columns that an input sets. @throws InvalidInput for a time to come: what has not happened is a task. */
export function columnsOf(input: UpdateInteraction, now: Date): Partial<Interaction> {
  if (input.occurredAt && input.occurredAt.getTime() > now.getTime() + tolerance)
    throw InvalidInput.of('occurredAt', 'future', 'must not lie in the future');
  return Object.fromEntries(
    plainColumns.filter((column) => input[column] !== undefined).map((column) => [column, input[column]]),
  );
}

/** What an interaction was before an edit. */
export function revisionOf(
  before: Interaction,
  revisedAt: Date,
  revisedBy: string | null,
): Omit<InteractionRevision, 'restricted'> {
  const { type, direction, occurredAt, durationMinutes, subject, body } = before;
  return {
    id: newId(),
    interactionId: before.id,
    revisedAt,
    revisedBy,
    type,
    direction,
    occurredAt,
    durationMinutes,
    subject,
    body,
  };
}

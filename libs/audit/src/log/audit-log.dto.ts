import { ApiProperty } from '@nestjs/swagger';
import { Id, Instant, ListQuery, OneOf, Text } from '@seloste/platform';
import { IsOptional } from 'class-validator';
import type { AuditClass } from '../audit-event.entity.js';

export const auditClasses = ['read', 'decision'] as const;

/** Filters of the log. */
export class AuditEventQuery extends ListQuery {
  /** Events on this person, and events that showed them. */
  @IsOptional()
  @Id()
  contactId?: string;

  /** What this user did. */
  @IsOptional()
  @Id()
  actorId?: string;

  /** Exactly this act, `<noun>.<verb>`. */
  @IsOptional()
  @Text(100)
  action?: string;

  /** From this time on. */
  @IsOptional()
  @Instant()
  since?: Date;

  /** Before this time. */
  @IsOptional()
  @Instant()
  until?: Date;

  @IsOptional()
  @OneOf(auditClasses)
  class?: AuditClass;
}

/** Who acted. */
export class AuditActor {
  @ApiProperty({ type: String, enum: ['user', 'system'] })
  kind!: 'user' | 'system';
  id!: string | null;
  /** Of the colleague, or of the job. */
  name!: string | null;
  /** The API token with which a program acted for the colleague; null: they acted themselves. */
  tokenId!: string | null;
}

export class AuditEventResponse {
  id!: string;
  occurredAt!: Date;
  @ApiProperty({ type: String, enum: auditClasses })
  class!: AuditClass;
  actor!: AuditActor;
  action!: string;
  subjectType!: string;
  subjectId!: string | null;
  /** Names of fields, never their values. */
  fields!: string[];
  /** How many people the act showed or touched besides its subject. */
  shownCount!: number;
}

export class AuditEventPage {
  items!: AuditEventResponse[];
  nextCursor!: string | null;
  total!: number | null;
}

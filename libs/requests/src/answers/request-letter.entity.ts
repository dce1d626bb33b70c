import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterKind } from './words/request-letter-words.js';

/** How a letter went out. `email`: by us; else somebody sent, said or gave it. */
export const letterWays = ['email', 'letter', 'phone', 'in_person'] as const;
export type LetterWay = (typeof letterWays)[number];

/** What the person was told of their request, word for word (GDPR Art. 12(1), 5(2)). Append-only but for erasing its words. */
@Entity('request_letters')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability'],
  foundBy: 't.request_id IN (SELECT r.id FROM subject_requests r WHERE r.contact_id = $1)',
})
export class RequestLetter {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  requestId!: string;

  @Column('text')
  @NotPersonal('a fixed word')
  kind!: LetterKind;

  @Column('text')
  @NotPersonal('a fixed word')
  way!: LetterWay;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  language!: Language;

  @Column('text')
  @Personal({ category: 'communication', erasure: 'redact' })
  subject!: string;

  @Column('text')
  @Personal({ category: 'communication', erasure: 'redact' })
  body!: string;

  /** The calendar day on which the person was told. */
  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  sentOn!: string;

  /** The message in the outbox; null when somebody told the person otherwise. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  mailId!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  recordedAt!: Date;

  /** Null: the software itself. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  recordedBy!: string | null;
}

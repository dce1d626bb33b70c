import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `email`: a code is sent to an address that we know · `phone`: it is read out at a number that we know. */
export const challengeWays = ['email', 'phone'] as const;
export type ChallengeWay = (typeof challengeWays)[number];

/** A code that reached the person where we already knew them: whoever gives it back is them (GDPR Art. 12(6); V8). */
@Entity('request_challenges')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability', 'security'],
  foundBy: 't.request_id IN (SELECT r.id FROM subject_requests r WHERE r.contact_id = $1)',
})
export class RequestChallenge {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  requestId!: string;

  @Column('text')
  @NotPersonal('a fixed word')
  way!: ChallengeWay;

  /** The address or number that the code was given to. */
  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear' })
  address!: string | null;

  /** Keyed digest of the code. */
  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'keep', exported: false })
  codeDigest!: Buffer;

  /** Wrong answers so far. */
  @Column('smallint')
  @NotPersonal()
  tries!: number;

  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  confirmedAt!: Date | null;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  createdBy!: string | null;
}

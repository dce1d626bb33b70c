import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who took part. Repeats the time of the interaction, so that a person's timeline is read from one index. */
@Entity('interaction_participants')
@PersonalRecord({ subject: 'contact', retention: 'interaction', purposes: ['customer_relationship'] })
export class InteractionParticipant {
  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  interactionId!: string;

  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  @Column('smallint')
  @NotPersonal()
  position!: number;

  @Column('timestamptz')
  @Personal({ category: 'communication', erasure: 'generalise' })
  occurredAt!: Date;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  contactRestricted!: boolean;

  /** Follows the interaction's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the interaction’s flag')
  restricted!: boolean;
}

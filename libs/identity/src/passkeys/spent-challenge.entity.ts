import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A challenge that was answered, kept until it would have expired anyway, so that the answer is taken once. */
@Entity('spent_challenges')
@ImpersonalRecord('hashes of random numbers, minutes old')
export class SpentChallenge {
  @PrimaryColumn('bytea')
  challengeHash!: Buffer;

  @Column('timestamptz')
  expiresAt!: Date;
}

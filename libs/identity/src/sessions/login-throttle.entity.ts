import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many logins were tried lately. Written by rate-limiter-flexible; account and address appear under a keyed hash only. */
@Entity('login_throttles')
@PersonalRecord({ subject: 'user', retention: 'session', purposes: ['security'] })
export class LoginThrottle {
  @PrimaryColumn('varchar', { length: 255 })
  @Personal({ category: 'usage', erasure: 'delete_row', exported: false })
  key!: string;

  @Column('integer')
  @NotPersonal()
  points!: number;

  /** Milliseconds since 1970. */
  @Column('bigint', { nullable: true })
  @NotPersonal()
  expire!: string | null;
}

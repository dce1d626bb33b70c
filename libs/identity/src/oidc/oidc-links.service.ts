import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import { newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { InvitedUsers } from '../invitations/invited-users.js';
import { User } from '../users/user.entity.js';
import { OidcLink } from './oidc-link.entity.js';
import type { OidcLinkResponse } from './oidc-links.dto.js';
import type { ProvenPerson } from './proven-person.js';

/** Which of our users a provider's people are. */
@Injectable()
export class OidcLinks {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly invitedUsers: InvitedUsers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  listOf(userId: string): Promise<OidcLinkResponse[]> {
    return this.database.read(
      `SELECT l.id, json_build_object('id', p.id, 'name', p.name) AS provider, l.linked_at AS "linkedAt", l.used_at AS "usedAt"
       FROM oidc_links l JOIN oidc_providers p ON p.id = l.provider_id WHERE l.user_id = $1 ORDER BY l.linked_at`,
      [userId],
    );
  }

  /** @throws NotFound also for the link of another user */
  async remove(context: RequestContext, userId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(OidcLink, { id, userId });
      if (!affected) throw new NotFound('link');
      await this.audit.record(tx, context, onRecord('oidc_link.delete', id));
    });
  }

  /**
   * The account that the person has here by link, or else by verified address, locked; or the one that they are invited to
   * and get now. Null when there is none.
   */
  async findUser(
    tx: EntityManager,
    context: RequestContext,
    providerId: string,
    person: ProvenPerson,
  ): Promise<User | null> {
    const link = await tx.findOneBy(OidcLink, { providerId, subject: person.subject });
    const where = link ? { id: link.userId } : { email: person.email };
    const user = await tx.findOne(User, { where, lock: { mode: 'pessimistic_write' } });
    return user ?? this.invitedUsers.createFor(tx, context, person.email);
  }

  /**
   * Notes that the user came as this person, the first time by making the link. The caller holds the user's row.
   * @returns the link's id; null when the provider has known the user as somebody else: the address has changed hands there
   */
  async note(
    tx: EntityManager,
    context: RequestContext,
    { id: userId }: User,
    { providerId, subject }: Pick<OidcLink, 'providerId' | 'subject'>,
  ): Promise<string | null> {
    const usedAt = this.clock.now();
    const known = await tx.findOneBy(OidcLink, { userId, providerId });
    if (known !== null) {
      if (known.subject !== subject) return null;
      await tx.update(OidcLink, { id: known.id }, { usedAt });
      return known.id;
    }
    const id = newId();
    await tx.insert(OidcLink, { id, userId, providerId, subject, linkedAt: usedAt, usedAt });
    await this.audit.record(tx, context, onRecord('oidc_link.create', id));
    return id;
  }
}

/** Ends every link of a provider; returns what to put on record. */
export async function unlinkAllOf(tx: EntityManager, providerId: string): Promise<AuditEntry[]> {
  const [links] = await tx.query<[{ id: string }[], number]>(
    'DELETE FROM oidc_links WHERE provider_id = $1 RETURNING id',
    [providerId],
  );
  return links.map(({ id }) => onRecord('oidc_link.delete', id));
}

const onRecord = (action: string, subjectId: string): AuditEntry => ({
  action,
  subjectType: 'oidc_link',
  subjectId,
});

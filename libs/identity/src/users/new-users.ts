import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import {
  actingUserId,
  newId,
  type Clock,
  type Language,
  type RequestContext,
  type Role,
} from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { changeRoles } from '../grants/role-changes.js';
import { EmailTaken } from '../identity.errors.js';
import { Teams } from '../teams/teams.js';
import { Credentials } from './credentials.js';
import { User, type UserKind } from './user.entity.js';

export interface NewUser {
  name: string;
  email: string;
  /** Null: signs in without a password. */
  passwordHash: string | null;
  language: Language;
  roles: readonly Role[];
  /** Why they get the roles. */
  reason: string;
  /** What they do here. */
  duty?: string | null;
  /** Default `staff`. */
  kind?: UserKind;
  /** When the roles end by themselves; for somebody from outside at most 30 days ahead. */
  endsAt?: Date | null;
  /** Those that are gone by now are left out; when none are named, the first team takes them in. */
  teamIds?: readonly string[];
}

/** Makes personal accounts. */
@Injectable()
export class NewUsers {
  constructor(
    private readonly audit: Audit,
    private readonly credentials: Credentials,
    private readonly teams: Teams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** See {@link Credentials.hash}; beforehand, because it takes a while and the transaction should not. */
  hash(password: string, owner: { name: string; email: string }, field: string): Promise<string> {
    return this.credentials.hash(password, owner, field);
  }

  /** Part of a larger transaction. @throws EmailTaken, InvalidInput */
  async add(
    tx: EntityManager,
    context: RequestContext,
    { roles, reason, endsAt, kind = 'staff', teamIds, ...fields }: NewUser,
  ): Promise<User> {
    const now = this.clock.now();
    const user = tx.create(User, {
      id: newId(),
      ...fields,
      kind,
      theme: 'auto',
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await tx.insert(User, user).catch(toEmailTaken);
    await this.teams.welcome(tx, user.id, { by: actingUserId(context), teamIds });
    const grants = await changeRoles(tx, context, { user, wanted: roles, at: now, reason, endsAt });
    const written = ['name', 'email', 'language', 'password', ...(fields.duty ? ['duty'] : [])];
    const entry = { action: 'user.create', subjectType: 'user', subjectId: user.id, fields: written };
    await this.audit.recordAll(tx, context, [entry, ...grants]);
    return user;
  }
}

function toEmailTaken(error: unknown): never {
  const cause = (error instanceof QueryFailedError ? error.driverError : {}) as {
    code?: string;
    constraint?: string;
  };
  throw cause.code === '23505' && cause.constraint === 'users_email_key' ? new EmailTaken() : error;
}

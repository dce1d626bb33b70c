import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type Clock, type Language, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { Role } from './role-grant.entity.js';
import { EmailTaken } from '../identity.errors.js';
import { Credentials } from './credentials.js';
import { changeRoles } from './role-changes.js';
import { User } from './user.entity.js';
import type { CreateUser } from './users.dto.js';

export interface NewUser {
  name: string;
  email: string;
  passwordHash: string;
  language: Language;
  roles: Role[];
}

/** Makes personal accounts. */
@Injectable()
export class NewUsers {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly credentials: Credentials,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the id. @throws InvalidInput, EmailTaken */
  async create(context: RequestContext, { password, ...user }: CreateUser): Promise<string> {
    const passwordHash = await this.hash(password, user, 'password');
    const created = await this.database.transaction((tx) => this.add(tx, context, { ...user, passwordHash }));
    return created.id;
  }

  /** See {@link Credentials.hash}; beforehand, because it takes a while and the transaction should not. */
  hash(password: string, owner: { name: string; email: string }, field: string): Promise<string> {
    return this.credentials.hash(password, owner, field);
  }

  /** Part of a larger transaction. @throws EmailTaken */
  async add(tx: EntityManager, context: RequestContext, { roles, ...fields }: NewUser): Promise<User> {
    const now = this.clock.now();
    const user = tx.create(User, {
      id: newId(),
      ...fields,
      theme: 'auto',
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await tx.insert(User, user).catch(toEmailTaken);
    const grants = await changeRoles(tx, context, { userId: user.id, wanted: roles, at: now });
    const written = ['name', 'email', 'language', 'password'];
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

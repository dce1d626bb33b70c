import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock, type Language } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { MyDataSession } from './my-data-session.entity.js';
import { sessionMinutes } from './session-cookie.js';
import { digestOf, newToken } from './tokens.js';

/** Whose page it is, for now. */
export interface OpenSession {
  id: string;
  contactId: string;
  address: string;
  language: Language;
}

/** Who looks at their own page. Its transactions act for the person, restricted or not. */
@Injectable()
export class MyDataSessions {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @returns the token of its cookie */
  async begin(tx: EntityManager, { contactId, address, language }: Omit<OpenSession, 'id'>): Promise<string> {
    const token = newToken();
    const begunAt = this.clock.now();
    const expiresAt = new Date(begunAt.getTime() + sessionMinutes * 60_000);
    const whose = { contactId, address, language };
    const times = { begunAt, expiresAt };
    await tx.insert(MyDataSession, { id: newId(), tokenHash: digestOf(token), ...whose, ...times });
    return token;
  }

  /** Null when it is over, or the address that it was opened by is not theirs any more. */
  async find(tx: EntityManager, token: string | null): Promise<OpenSession | null> {
    if (token === null) return null;
    const [session] = await tx.query<OpenSession[]>(selectOpen, [digestOf(token), this.clock.now()]);
    return session ?? null;
  }

  async end(tx: EntityManager, { id }: OpenSession): Promise<void> {
    await tx.delete(MyDataSession, { id });
  }
}

const selectOpen = `
  SELECT s.id, s.contact_id AS "contactId", s.address, s.language
  FROM my_data_sessions s JOIN contacts c ON c.id = s.contact_id AND c.erased_at IS NULL
  WHERE s.token_hash = $1 AND s.expires_at > $2
    AND EXISTS (SELECT FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'email' AND p.value = s.address)`;

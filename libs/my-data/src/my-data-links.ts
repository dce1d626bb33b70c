import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock, type Language } from '@seloste/kernel';
import { AppConfig, CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { MyDataLink } from './my-data-link.entity.js';
import { digestOf, isToken, newToken } from './tokens.js';

const minutes = 15;

/** To whom a link is sent, and where. */
export interface NewMyDataLink {
  contactId: string;
  address: string;
  language: Language;
  confirms?: 'erasure';
  wording?: string | null;
}

/** What a link opens that nobody has used, whose time is not over, and whose address is still the person's. */
export interface OpenLink {
  id: string;
  contactId: string;
  address: string;
  language: Language;
  wording: string | null;
}

/** The links to a person's own page. Its transactions act for the person, restricted or not. */
@Injectable()
export class MyDataLinks {
  constructor(
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the link as it is mailed, and its end */
  async issue(
    tx: EntityManager,
    { confirms, wording, ...link }: NewMyDataLink,
  ): Promise<{ link: string; until: Date }> {
    const token = newToken();
    const issuedAt = this.clock.now();
    const expiresAt = new Date(issuedAt.getTime() + minutes * 60_000);
    await tx.insert(MyDataLink, {
      ...{ id: newId(), tokenHash: digestOf(token), ...link },
      ...{ confirms: confirms ?? null, wording: wording ?? null },
      ...{ issuedAt, expiresAt, usedAt: null },
    });
    const page = confirms === undefined ? 'enter' : 'confirm';
    return { link: `${this.config.publicUrl}/my-data/${page}/${token}`, until: expiresAt };
  }

  /** Null for a link that opens nothing; which reason it has is nobody's to know. */
  async find(tx: EntityManager, token: unknown, confirms: 'erasure' | null): Promise<OpenLink | null> {
    if (!isToken(token)) return null;
    const parameters = [digestOf(token), this.clock.now(), confirms];
    const [link] = await tx.query<OpenLink[]>(selectOpen, parameters);
    return link ?? null;
  }

  /** As {@link find}; the link opens nothing afterwards. */
  async use(tx: EntityManager, token: unknown, confirms: 'erasure' | null): Promise<OpenLink | null> {
    const link = await this.find(tx, token, confirms);
    if (!link) return null;
    const [[used]] = await tx.query<[unknown[]]>(
      'UPDATE my_data_links SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING id',
      [link.id, this.clock.now()],
    );
    return used ? link : null;
  }
}

const selectOpen = `
  SELECT l.id, l.contact_id AS "contactId", l.address, l.language, l.wording
  FROM my_data_links l JOIN contacts c ON c.id = l.contact_id AND c.erased_at IS NULL
  WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2 AND l.confirms IS NOT DISTINCT FROM $3
    AND EXISTS (SELECT FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'email' AND p.value = l.address)`;

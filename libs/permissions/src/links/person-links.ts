import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Channel, Clock, Language, Purpose, PurposeClass } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, MasterKey, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { ContactLinkKind } from './contact-link.entity.js';

/** A link to be given to a person. `id` is a new UUID; of a link in a message, the message's. */
export interface NewPersonLink {
  id: string;
  contactId: string;
  kind: ContactLinkKind;
  /** What its pages are written in, unless the person chooses another. */
  language: Language;
  purpose?: Purpose | null;
  channel?: Channel | null;
  messageId?: string | null;
  /** The consent that a link of kind `confirmation` confirms. */
  consentId?: string | null;
  /** Where it is sent, when no message of `messageId` says so: what was sent elsewhere opens nothing. */
  address?: string | null;
}

/** What a token opens. `contactId` is null when the person has been erased. */
export interface PersonLink {
  id: string;
  contactId: string | null;
  restricted: boolean;
  kind: ContactLinkKind;
  language: Language;
  purpose: Purpose | null;
  purposeClass: PurposeClass | null;
  channel: Channel | null;
  messageId: string | null;
  consentId: string | null;
  issuedAt: Date;
}

/** Absolute addresses of the public pages of one link. */
export interface LinkUrls {
  unsubscribe: string;
  preferences: string;
  confirmation: string;
}

/**
 * The links by which a person says no, and sees what we hold, without a login (C8, H12). A token is derived from the
 * link's id under a key outside the database, so that a message can be written again without storing it; the database
 * holds its SHA-256, and nothing in the token names anybody.
 */
@Injectable()
export class PersonLinks {
  private readonly key: Buffer;

  constructor(
    masterKey: MasterKey,
    private readonly config: AppConfig,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = Buffer.from(masterKey.derive('link of a person'), 'hex');
  }

  /** 32 characters of base64url: 192 bits that nobody guesses. */
  tokenOf(linkId: string): string {
    const mac = createHmac('sha256', this.key).update(linkId.toLowerCase()).digest();
    return mac.subarray(0, 24).toString('base64url');
  }

  /** As the database knows the token. */
  tokenHashOf(linkId: string): Buffer {
    return digestOf(this.tokenOf(linkId));
  }

  urlsOf(linkId: string): LinkUrls {
    const token = this.tokenOf(linkId);
    const at = (page: string) => `${this.config.publicUrl}/${page}/${token}`;
    return { unsubscribe: at('u'), preferences: at('p'), confirmation: at('c') };
  }

  /** Makes any number of links valid, in one statement of the caller's transaction. */
  async issue(tx: EntityManager, links: NewPersonLink[]): Promise<void> {
    if (links.length === 0) return;
    await tx.query(insertLinks, [
      links.map(({ id }) => id),
      links.map(({ id }) => this.tokenHashOf(id)),
      links.map(({ contactId }) => contactId),
      links.map(({ kind }) => kind),
      links.map(({ language }) => language),
      links.map(({ purpose }) => purpose ?? null),
      links.map(({ channel }) => channel ?? null),
      links.map(({ messageId }) => messageId ?? null),
      links.map(({ consentId }) => consentId ?? null),
      links.map(({ address }) => address ?? null),
      this.clock.now(),
    ]);
  }

  /**
   * What a token of any form opens, a restricted person's link among them; null when nobody was given it.
   * @param reader a transaction's, to see what it did
   */
  async find(token: string, reader: Reader = this.database): Promise<PersonLink | null> {
    const [link] = await reader.read<PersonLink>(selectLink, [digestOf(token)]);
    return link ?? null;
  }
}

/** SHA-256 of a token, as it is stored. Tokens are random, so that it needs no salt. */
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const insertLinks = `
  INSERT INTO contact_links (id, token_hash, contact_id, kind, language, purpose, channel, message_id, consent_id, address_digest, issued_at)
  SELECT l.id, l.hash, l.contact, l.kind, l.language, l.purpose, l.channel, l.message, l.consent,
    (SELECT p.digest FROM contact_points p WHERE l.address IS NOT NULL AND p.contact_id = l.contact AND p.kind = 'email' AND p.value = l.address LIMIT 1), $11
  FROM unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::text[])
    AS l(id, hash, contact, kind, language, purpose, channel, message, consent, address)`;

const selectLink = `
  SELECT l.id, l.contact_id AS "contactId", l.restricted, l.kind, l.language, l.purpose, p.class AS "purposeClass", l.channel,
    l.message_id AS "messageId", l.consent_id AS "consentId", l.issued_at AS "issuedAt"
  FROM link_by_token($1) l LEFT JOIN purposes p ON p.key = l.purpose`;

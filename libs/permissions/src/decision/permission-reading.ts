import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { channels, NotFound, type Language, type PurposeClass, type RequestContext } from '@seloste/kernel';
import { languageOf, type Reader } from '@seloste/platform';
import { assertReaches } from '../evidence-scope.js';
import { decide } from './decide.js';
import type { ContactAttempt } from './decision.js';
import type { Facts } from './facts.js';
import type { DecisionResponse, PermissionsResponse } from './permissions.dto.js';
import { Permissions } from './permissions.service.js';
import { sentence } from './sentences/sentence.js';

/** A purpose, and the name that the company gave to one of its own. */
interface NamedPurpose {
  key: string;
  class: PurposeClass;
  name: string | null;
}

interface Known {
  facts: Facts;
  purposes: NamedPurpose[];
}

/** Looking up how a person may be contacted is a look at the person, and on record as one. */
@Injectable()
export class PermissionReading {
  constructor(
    private readonly permissions: Permissions,
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound */
  async all(context: RequestContext, id: string): Promise<PermissionsResponse> {
    const known = await this.read(context, id);
    const ask = this.answerer(known, languageOf(context));
    const asked = (purpose: NamedPurpose): DecisionResponse[] =>
      channels.map((channel) => ask({ channel, purpose: purpose.key }, purpose));
    const profiling = known.purposes.filter((purpose) => purpose.class === 'profiling');
    const matrix = known.purposes.flatMap(asked);
    return {
      summary: matrix.filter(({ purpose }) => purpose === 'direct_marketing'),
      profiling: profiling.map((purpose) => ask({ channel: 'email', purpose: purpose.key }, purpose)),
      matrix,
    };
  }

  /** @throws NotFound for a person or purpose that is not there */
  async one(context: RequestContext, id: string, attempt: ContactAttempt): Promise<DecisionResponse> {
    const known = await this.read(context, id);
    const purpose = known.purposes.find(({ key }) => key === attempt.purpose);
    if (!purpose) throw new NotFound('purpose');
    return this.answerer(known, languageOf(context))(attempt, purpose);
  }

  private async read(context: RequestContext, id: string): Promise<Known> {
    const subject = { subjectType: 'contact', subjectId: id };
    const known = await this.privacy.read(context, subject, async (reader) => {
      await assertReaches(reader, context, { subject: { contactId: id }, permission: 'contacts.read' });
      const facts = await this.permissions.factsOf(reader, id);
      return { facts, purposes: await readPurposes(reader, languageOf(context)) };
    });
    await this.audit.recordRead(context, { action: 'contact.permissions', ...subject });
    return known;
  }

  private answerer(
    { facts }: Known,
    language: Language,
  ): (attempt: ContactAttempt, purpose: NamedPurpose) => DecisionResponse {
    const now = this.permissions.now();
    return (attempt, { key, class: purposeClass, name }) => {
      const decision = decide(facts, attempt, now);
      const { channel } = attempt;
      const subject = { channel, purpose: key, purposeClass, purposeName: name };
      const words = sentence(decision, subject, { language, timeZone: facts.timeZone });
      return { channel, purpose: key, ...decision, sentence: words };
    };
  }
}

/** Those that come with the product first, in their order; then the company's own. */
const readPurposes = (reader: Reader, language: Language): Promise<NamedPurpose[]> =>
  reader.read<NamedPurpose>(
    `SELECT p.key, p.class, p.name_${language} AS name FROM purposes p
     ORDER BY NOT p.built_in, array_position(ARRAY['service', 'marketing', 'profiling'], p.class), p.created_at, p.key`,
  );

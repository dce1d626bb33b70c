import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  type Clock,
  type Language,
  type RequestContext,
} from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { validate as isUuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import { PurposeRecord } from '../purposes/purpose.entity.js';
import { ConsentWording } from './consent-wording.entity.js';

/** What people are asked: for a purpose, in a language. */
export interface Asked {
  purpose: string;
  language: Language;
  /** The exact text, or the id of a wording that is known. */
  wording: string;
}

/** The texts that people say yes to. One that is used is never changed: a new text is a new version (GDPR Art. 7(1)). */
@Injectable()
export class ConsentWordings {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The wording that is meant; a text that was not used before becomes the next version.
   * @returns its id
   * @throws InvalidInput for an unknown purpose, or an id that is not one of its wordings in this language
   */
  async find(
    tx: EntityManager,
    context: RequestContext,
    { purpose, language, wording }: Asked,
  ): Promise<string> {
    // Held, so that two new texts do not become the same version.
    const found = await tx.findOne(PurposeRecord, {
      where: { key: purpose },
      lock: { mode: 'for_no_key_update' },
    });
    if (!found) throw InvalidInput.of('purpose', 'not_found', 'must be a purpose that exists');
    if (isUuid(wording)) {
      if (await tx.existsBy(ConsentWording, { id: wording.toLowerCase(), purpose, language }))
        return wording.toLowerCase();
      throw InvalidInput.of('wording', 'not_found', 'must be a wording of this purpose in this language');
    }
    const known = await tx.findOneBy(ConsentWording, { purpose, language, text: wording });
    return known?.id ?? this.add(tx, context, { purpose, language, wording });
  }

  private async add(tx: EntityManager, context: RequestContext, asked: Asked): Promise<string> {
    const { purpose, language, wording: text } = asked;
    const version = (await tx.countBy(ConsentWording, { purpose, language })) + 1;
    const id = newId();
    const created = { createdAt: this.clock.now(), createdBy: actingUserId(context) };
    await tx.insert(ConsentWording, { id, purpose, language, version, text, ...created });
    await this.audit.record(tx, context, {
      action: 'consent_wording.create',
      subjectType: 'consent_wording',
      subjectId: id,
      fields: ['purpose', 'language', 'version', 'text'],
    });
    return id;
  }
}

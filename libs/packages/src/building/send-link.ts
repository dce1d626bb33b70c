import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig, CLOCK } from '@seloste/platform';
import { addressOf, RequestTrail } from '@seloste/requests';
import type { EntityManager } from 'typeorm';
import { Package } from '../package.entity.js';
import { NoAddress } from '../packages.errors.js';
import { deliveryWords } from '../words/delivery-words.js';
import { contextOf, newToken, requestOf } from './kit.js';

/** How long a link can be used, in days. */
export const linkDays = 7;

const day = 24 * 60 * 60 * 1000;

/** Tells the person where their package is, once it can be fetched. */
@Injectable()
export class SendLink {
  constructor(
    private readonly mailer: Mailer,
    private readonly trail: RequestTrail,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async send(tx: EntityManager, work: Package): Promise<void> {
    const request = await requestOf(tx, work);
    const to = await addressOf(tx, request);
    if (to === null) throw new NoAddress();
    const { token, digest } = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + linkDays * day);
    await tx.update(Package, { id: work.id }, { status: 'released', tokenDigest: digest, expiresAt });
    const words = deliveryWords[work.language];
    const url = `${this.config.publicUrl}/my-data/packages/${token}`;
    await this.mailer.queue(tx, {
      ...{ to, language: work.language, template: 'written_letter', contactId: request.contactId },
      values: { subject: words.subject(request.reference), body: words.body(url, linkDays) },
      ...{ about: { type: 'package', id: work.id }, deliverBefore: expiresAt },
    });
    const about = { type: 'package', id: work.id };
    await this.trail.record(tx, contextOf(work.id), request, { step: 'letter_sent', code: work.kind, about });
  }
}

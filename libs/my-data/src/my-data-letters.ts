import { Injectable } from '@nestjs/common';
import type { Language } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import type { EntityManager } from 'typeorm';
import { MyDataLinks, type NewMyDataLink } from './my-data-links.js';

/** The letters of the person's own page. */
@Injectable()
export class MyDataLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly links: MyDataLinks,
  ) {}

  /** A new link, to the page or, with `confirms`, to a request that it makes. */
  async sendLink(tx: EntityManager, { name, ...link }: NewMyDataLink & { name: string }): Promise<void> {
    const { link: url, until } = await this.links.issue(tx, link);
    const { address, language, contactId, confirms } = link;
    await this.mailer.queue(tx, {
      ...{ to: address, language, contactId, deliverBefore: until },
      template: confirms === undefined ? 'my_data_link' : 'my_data_confirmation',
      values: { name, link: url, until: until.toISOString() },
    });
  }

  /** Nothing is to be seen by this address, and why. */
  async sayNothing(
    tx: EntityManager,
    { address, language, why }: { address: string; language: Language; why: 'unknown' | 'erased' | 'shared' },
  ): Promise<void> {
    await this.mailer.queue(tx, { to: address, language, template: 'my_data_nothing', values: { why } });
  }
}

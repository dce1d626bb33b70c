import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MessageContents, type MessageContent, type MessageToWrite } from '@seloste/messages';
import type { DecisionCode } from '@seloste/permissions';
import { readerOf } from '@seloste/platform';
import {
  PeopleToWriteTo,
  TemplateRenderers,
  TemplateUses,
  type PersonValues,
  type TemplateRenderer,
} from '@seloste/templates';
import type { EntityManager } from 'typeorm';

interface Reason {
  mailing_id: string;
  contact_id: string;
  code: DecisionCode;
}

/** Writes the messages of mailings when they leave: in the language and out of the version that was decided on. */
@Injectable()
export class MailingContents implements OnModuleInit {
  constructor(
    private readonly contents: MessageContents,
    private readonly renderers: TemplateRenderers,
    private readonly people: PeopleToWriteTo,
    private readonly uses: TemplateUses,
  ) {}

  onModuleInit(): void {
    this.contents.provide('mailing', (tx, messages) => this.write(tx, messages));
    this.uses.tell(async (reader, templateId) => {
      const drafts = await reader.read(
        `SELECT 1 FROM mailings WHERE template_id = $1 AND status = 'draft' LIMIT 1`,
        [templateId],
      );
      return drafts.length > 0;
    });
  }

  /** What each says; whoever is gone, or whose language the version does not have, is left out. */
  async write(tx: EntityManager, messages: MessageToWrite[]): Promise<Map<string, MessageContent>> {
    const reader = readerOf(tx);
    const values = await this.people.valuesOf(
      reader,
      messages.map(({ contactId }) => contactId),
    );
    const reasons = await reader.read<Reason>(
      `SELECT r.mailing_id, r.contact_id, r.code FROM unnest($1::uuid[], $2::uuid[]) AS m(mailing_id, contact_id)
       JOIN mailing_recipients r ON r.mailing_id = m.mailing_id AND r.contact_id = m.contact_id`,
      [messages.map(({ originId }) => originId), messages.map(({ contactId }) => contactId)],
    );
    const because = new Map(reasons.map((row) => [`${row.mailing_id} ${row.contact_id}`, row.code]));
    const renderers = await this.renderersOf(tx, messages);
    return new Map(
      messages.flatMap((message) => {
        const renderer = renderers.get(message.originId ?? '');
        const person = values.get(message.contactId);
        if (!renderer?.languages.includes(message.language) || !person) return [];
        const reason = because.get(`${message.originId} ${message.contactId}`) ?? null;
        return [[message.id, contentOf(message, renderer, { person, reason })]];
      }),
    );
  }

  private async renderersOf(
    tx: EntityManager,
    messages: MessageToWrite[],
  ): Promise<Map<string, TemplateRenderer>> {
    const ids = [...new Set(messages.map(({ originId }) => originId))];
    const versions = await readerOf(tx).read<{ id: string; versionId: string }>(
      `SELECT id, template_version_id AS "versionId" FROM mailings WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    const renderers = new Map<string, TemplateRenderer>();
    for (const { id, versionId } of versions) renderers.set(id, await this.renderers.rendererFor(versionId));
    return renderers;
  }
}

function contentOf(
  { language, links, obligations }: MessageToWrite,
  renderer: TemplateRenderer,
  { person, reason }: { person: PersonValues; reason: DecisionCode | null },
): MessageContent {
  const noticeDue = obligations.includes('notice');
  const mail = renderer.render(language, {
    ...person,
    noticeDue,
    because: reason,
    unsubscribeUrl: links.unsubscribe,
    preferencesUrl: links.preferences,
  });
  return { ...mail, carriesNotice: noticeDue };
}

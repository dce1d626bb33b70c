import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFound, type Language, type Purpose } from '@seloste/kernel';
import { MessageContents, type MessageContent, type MessageToWrite } from '@seloste/messages';
import type { DecisionCode } from '@seloste/permissions';
import { readerOf, type Reader } from '@seloste/platform';
import { PeopleToWriteTo, TemplateRenderers, Templates, TemplateUses } from '@seloste/templates';
import type { EntityManager } from 'typeorm';

/** What a step is written from. */
export interface StepToWrite {
  templateId: string;
  purpose: Purpose;
  /** What the person reads; null: nobody knows. */
  language: Language | null;
}

/** Which version a step is written out of, and in which language. */
export interface StepWords {
  versionId: string;
  language: Language;
}

const written = `
  SELECT message_id AS "messageId", template_version_id AS "versionId", code FROM sequence_run_steps
  WHERE message_id = ANY($1::uuid[]) AND outcome = 'queued'`;

const used = `
  SELECT 1 WHERE EXISTS (SELECT FROM sequence_steps WHERE template_id = $1)
    OR EXISTS (SELECT FROM sequence_run_steps WHERE template_id = $1 AND taken_at IS NULL)`;

/** Writes the messages of sequences when they leave, out of the version that was the newest when their step was taken. */
@Injectable()
export class StepContents implements OnModuleInit {
  constructor(
    private readonly contents: MessageContents,
    private readonly templates: Templates,
    private readonly renderers: TemplateRenderers,
    private readonly people: PeopleToWriteTo,
    private readonly uses: TemplateUses,
  ) {}

  onModuleInit(): void {
    this.contents.provide('sequence', (tx, messages) => this.write(tx, messages));
    this.uses.tell(async (reader, templateId) => (await reader.read(used, [templateId])).length > 0);
  }

  /** Null where there is no such template for the purpose any more. */
  async wordsFor(reader: Reader, { templateId, purpose, language }: StepToWrite): Promise<StepWords | null> {
    const version = await this.templates.currentVersion(reader, templateId).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    if (version?.purpose !== purpose) return null;
    const renderer = await this.renderers.rendererFor(version.versionId);
    return { versionId: version.versionId, language: renderer.languageFor(language) };
  }

  /** What each says; whoever is gone is left out. */
  private async write(tx: EntityManager, messages: MessageToWrite[]): Promise<Map<string, MessageContent>> {
    const reader = readerOf(tx);
    const steps = await reader.read<{ messageId: string; versionId: string; code: DecisionCode }>(written, [
      messages.map(({ id }) => id),
    ]);
    const values = await this.people.valuesOf(
      reader,
      messages.map(({ contactId }) => contactId),
    );
    const contents = new Map<string, MessageContent>();
    for (const { id, contactId, language, links, obligations } of messages) {
      const step = steps.find(({ messageId }) => messageId === id);
      const person = values.get(contactId);
      if (!step || !person) continue;
      const noticeDue = obligations.includes('notice');
      const mail = (await this.renderers.rendererFor(step.versionId)).render(language, {
        ...person,
        ...{ noticeDue, because: step.code },
        unsubscribeUrl: links.unsubscribe,
        preferencesUrl: links.preferences,
      });
      contents.set(id, { ...mail, carriesNotice: noticeDue });
    }
    return contents;
  }
}

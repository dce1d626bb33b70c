import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvalidInput, type Language, type Purpose } from '@seloste/kernel';
import { messageContentUse } from '@seloste/mail';
import { readerOf, Sealer, type Reader } from '@seloste/platform';
import { assertForPurpose, PeopleToWriteTo, TemplateRenderers, Templates } from '@seloste/templates';
import type { EntityManager } from 'typeorm';
import { MessageContents, type MessageContent, type MessageToWrite } from '../message-contents.js';

/** What somebody wrote. */
export interface Words {
  subject: string;
  body: string;
}

interface Author {
  id: string;
  name: string;
  email: string;
  company: string;
}

const authors = `
  SELECT u.id, u.name, u.email, co.name AS company FROM users u CROSS JOIN controllers co WHERE u.id = ANY($1::uuid[])`;

/** Puts what people wrote by hand into its form when it leaves, with the foot of its purpose; answers go to who wrote it. */
@Injectable()
export class WrittenByHand implements OnModuleInit {
  constructor(
    private readonly contents: MessageContents,
    private readonly renderers: TemplateRenderers,
    private readonly people: PeopleToWriteTo,
    private readonly sealer: Sealer,
    private readonly templates: Templates,
  ) {}

  onModuleInit(): void {
    this.contents.provide('one_to_one', (tx, messages) => this.write(tx, messages));
  }

  /**
   * Can it be sent so? @throws InvalidInput for words that cannot, and for a template of another purpose: what was
   * written as marketing does not leave as service (V4). NotFound for a template that is not there
   */
  async assertSound(
    reader: Reader,
    words: Words,
    { purpose, language, templateId }: { purpose: Purpose; language: Language; templateId?: string | null },
  ): Promise<void> {
    if (templateId)
      assertForPurpose(await this.templates.currentVersion(reader, templateId), purpose, 'templateId');
    const { problems } = await this.renderers.letterRenderer(purpose, language, words);
    if (problems.length > 0) throw new InvalidInput(problems);
  }

  /** Null when nothing is there any more, or it was sealed under another master key. */
  wordsOf({ id, sealedContent }: { id: string; sealedContent: string | null }): Words | null {
    const opened = sealedContent && this.sealer.open(sealedContent, messageContentUse, id);
    return opened ? (JSON.parse(opened) as Words) : null;
  }

  private async write(tx: EntityManager, messages: MessageToWrite[]): Promise<Map<string, MessageContent>> {
    const reader = readerOf(tx);
    const values = await this.people.valuesOf(
      reader,
      messages.map(({ contactId }) => contactId),
    );
    const authorIds = [...new Set(messages.flatMap(({ authorId }) => authorId ?? []))];
    const byId = new Map(
      (await reader.read<Author & { id: string }>(authors, [authorIds])).map((a) => [a.id, a]),
    );
    const written = new Map<string, MessageContent>();
    for (const message of messages) {
      const [words, person] = [this.wordsOf(message), values.get(message.contactId)];
      if (!words || !person) continue;
      const { links, language, purpose, code, obligations } = message;
      const letter = await this.renderers.letterRenderer(purpose, language, words);
      const noticeDue = obligations.includes('notice');
      const rendered = letter.render({
        ...person,
        noticeDue,
        because: code,
        unsubscribeUrl: links.unsubscribe,
        preferencesUrl: links.preferences,
      });
      const author = byId.get(message.authorId ?? '');
      written.set(message.id, {
        ...rendered,
        note: words.body,
        carriesNotice: noticeDue,
        ...(author && { fromName: `${author.name}, ${author.company}`, replyTo: author.email }),
      });
    }
    return written;
  }
}

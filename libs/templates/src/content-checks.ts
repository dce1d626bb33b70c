import { Injectable } from '@nestjs/common';
import { InvalidInput, languages, type FieldError, type Language, type Purpose } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import type { TemplateContents } from './contents.js';
import type { CompiledMail } from './rendering/compile-mail.js';
import { compile } from './rendering/compiler.js';
import { TemplateRenderers } from './template-renderers.js';

/** Contents, compiled with everything that has to go with them, in each language that they have. */
export interface CheckedContents {
  mails: Map<Language, CompiledMail>;
  problems: FieldError[];
}

/** What may be said in a message, and what has to be (917/2014 s. 203). */
@Injectable()
export class ContentChecks {
  constructor(
    private readonly database: Database,
    private readonly renderers: TemplateRenderers,
  ) {}

  /** @throws InvalidInput for a purpose that nothing is written for */
  async check(purpose: Purpose, contents: TemplateContents): Promise<CheckedContents> {
    const purposeClass = await this.classOf(purpose);
    const { sender } = await this.renderers.sender();
    const mails = new Map<Language, CompiledMail>();
    const problems: FieldError[] = [];
    for (const language of languages) {
      const content = contents[language];
      if (!content) continue;
      const field = `contents.${language}.`;
      if ((content.blocks === null || content.blocks.length === 0) === (content.mjml === null))
        problems.push({ field: `${field}blocks`, code: 'required', message: 'must be blocks, or else MJML' });
      const mail = await compile(content, { language, purpose, purposeClass, sender, field });
      problems.push(...mail.problems);
      mails.set(language, mail);
    }
    if (mails.size === 0)
      problems.push({
        field: 'contents',
        code: 'required',
        message: 'must be there in one language at least',
      });
    return { mails, problems };
  }

  /** @throws InvalidInput naming every problem */
  async assertSound(purpose: Purpose, contents: TemplateContents): Promise<void> {
    const { problems } = await this.check(purpose, contents);
    if (problems.length > 0) throw new InvalidInput(problems);
  }

  private async classOf(purpose: Purpose): Promise<'service' | 'marketing'> {
    const [row] = await this.database.read<{ class: string }>('SELECT class FROM purposes WHERE key = $1', [
      purpose,
    ]);
    if (row?.class === 'service' || row?.class === 'marketing') return row.class;
    throw InvalidInput.of('purpose', 'purpose', 'must be the key of a purpose that messages are sent for');
  }
}

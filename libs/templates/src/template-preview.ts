import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@seloste/kernel';
import { AppConfig } from '@seloste/platform';
import { ContentChecks } from './content-checks.js';
import { PreviewReaders } from './preview-readers.js';
import type { PreviewResponse, PreviewTemplate } from './templates.dto.js';

/** Shows what a message would look like before anything is saved. */
@Injectable()
export class TemplatePreview {
  constructor(
    private readonly checks: ContentChecks,
    private readonly readers: PreviewReaders,
    private readonly config: AppConfig,
  ) {}

  /** @throws NotFound for somebody out of the caller's reach, InvalidInput for a language that is not among the contents */
  async show(
    context: RequestContext,
    { purpose, contents, language, contactId }: PreviewTemplate,
  ): Promise<PreviewResponse> {
    const { mails, problems } = await this.checks.check(purpose, contents);
    const mail = mails.get(language);
    if (!mail) throw InvalidInput.of('language', 'language', 'must be one of the contents');
    const values =
      contactId === undefined
        ? await this.readers.sample(language)
        : await this.readers.person(context, contactId, purpose);
    const unsubscribeUrl = `${this.config.publicUrl}/u/-`;
    const preferencesUrl = `${this.config.publicUrl}/p/-`;
    return { ...mail.render({ ...values, unsubscribeUrl, preferencesUrl }), problems };
  }
}

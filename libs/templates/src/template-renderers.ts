import { Injectable } from '@nestjs/common';
import { languages, NotFound, type Language, type Purpose, type PurposeClass } from '@seloste/kernel';
import { AppConfig, Database } from '@seloste/platform';
import type { CompiledMail } from './rendering/compile-mail.js';
import { compile } from './rendering/compiler.js';
import type { MailContent } from './rendering/content.js';
import type { Sender } from './rendering/foot.js';
import type { MergeValues, TemplateRenderer } from './rendering/merge-values.js';

interface VersionRow {
  purpose: Purpose;
  class: PurposeClass;
  contents: (MailContent & { language: Language })[];
}

/** So many compiled versions are kept in memory. */
const keptVersions = 50;

/** Templates made ready to write to thousands: each version is compiled once, and again when the company's own details change. */
@Injectable()
export class TemplateRenderers {
  private readonly kept = new Map<string, Promise<TemplateRenderer>>();

  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  /** @throws NotFound */
  async rendererFor(versionId: string): Promise<TemplateRenderer> {
    const { sender, language } = await this.sender();
    const key = JSON.stringify([versionId, sender, language]);
    const kept = this.kept.get(key) ?? this.compile(versionId, sender, language);
    this.kept.delete(key);
    this.kept.set(key, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptVersions && oldest !== undefined) this.kept.delete(oldest);
    kept.catch(() => this.kept.delete(key));
    return kept;
  }

  /**
   * For a message that somebody writes themselves: the words as they are, lines and addresses kept, with the foot of
   * its purpose. Its `problems` name `subject` and `body`.
   * @throws NotFound for a purpose that there is not
   */
  async letterRenderer(
    purpose: Purpose,
    language: Language,
    { subject, body }: { subject: string; body: string },
  ): Promise<CompiledMail> {
    const [row] = await this.database.read<{ class: PurposeClass }>(
      'SELECT class FROM purposes WHERE key = $1',
      [purpose],
    );
    if (!row) throw new NotFound('purpose');
    const { sender } = await this.sender();
    const content = { subject, preheader: null, blocks: null, mjml: null, letter: body };
    return compile(content, { language, purpose, purposeClass: row.class, sender, field: '' });
  }

  /** The company as its mail names it, and the language that it uses where nobody knows the reader's. */
  async sender(): Promise<{ sender: Sender; language: Language }> {
    const [row] = await this.database.read<Omit<Sender, 'privacyUrl' | 'email'> & { language: Language }>(
      `SELECT name, business_id AS "businessId", postal_address AS "postalAddress", language FROM controllers`,
    );
    if (!row) throw new NotFound('controller');
    const { language, ...company } = row;
    const { publicUrl, mailFrom } = this.config;
    const sender = { ...company, email: mailFrom?.address ?? null, privacyUrl: `${publicUrl}/privacy` };
    return { sender, language };
  }

  private async compile(versionId: string, sender: Sender, ownLanguage: Language): Promise<TemplateRenderer> {
    const [version] = await this.database.read<VersionRow>(
      `SELECT v.purpose, p.class, (SELECT json_agg(json_build_object('language', c.language, 'subject', c.subject,
         'preheader', c.preheader, 'blocks', c.blocks, 'mjml', c.mjml)) FROM template_contents c WHERE c.version_id = v.id) AS contents
       FROM template_versions v JOIN purposes p ON p.key = v.purpose WHERE v.id = $1`,
      [versionId],
    );
    if (!version) throw new NotFound('template version');
    const { purpose, class: purposeClass } = version;
    const compiled = new Map<Language, CompiledMail>();
    for (const { language, ...content } of version.contents)
      compiled.set(
        language,
        await compile(content, { language, purpose, purposeClass, sender, field: `contents.${language}.` }),
      );
    const written = languages.filter((language) => compiled.has(language));
    return {
      purpose,
      purposeClass,
      languages: written,
      languageFor: (wanted) =>
        [wanted, ownLanguage, ...written].find(
          (language): language is Language => language !== null && written.includes(language),
        ) ?? ownLanguage,
      render: (language, values: MergeValues) => {
        const mail = compiled.get(language);
        if (!mail) throw new RangeError(`the template has no ${language}`);
        return mail.render(values);
      },
    };
  }
}

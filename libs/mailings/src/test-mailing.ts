import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, InvalidInput, NotFound, type Language, type RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig, Database, languageOf } from '@seloste/platform';
import { TemplateRenderers, Templates, type MergeValues, type RenderedMail } from '@seloste/templates';
import type { MailingTest, TestMailing } from './mailings.dto.js';
import { onRecord } from './mailings.service.js';
import { readMailing } from './read-mailings.js';

/** Says in the subject that it is none of the real ones. */
const marks: Record<Language, string> = { fi: '[Koe]', sv: '[Prov]', en: '[Test]' };

/** What tests are written from and sent by. */
@Injectable()
export class TestDesk {
  constructor(
    readonly templates: Templates,
    readonly renderers: TemplateRenderers,
    readonly mailer: Mailer,
    readonly config: AppConfig,
  ) {}
}

interface Myself {
  id: string;
  name: string;
  email: string;
  company: string;
}

/** Sends a mailing to whoever writes it, as its readers would get it: no person of the register is named in it. */
@Injectable()
export class TestMailings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly desk: TestDesk,
  ) {}

  /** @throws NotFound, InvalidInput for a language that the template does not have */
  async send(context: RequestContext, id: string, { language: wanted }: TestMailing): Promise<MailingTest> {
    const mailing = await readMailing(this.database, id);
    const { versionId } = await this.desk.templates.currentVersion(this.database, mailing.template.id);
    const renderer = await this.desk.renderers.rendererFor(versionId);
    const language = wanted ?? renderer.languageFor(languageOf(context));
    if (!renderer.languages.includes(language))
      throw InvalidInput.of('language', 'language', 'must be one that the template has');
    const myself = await this.myself(context);
    await this.queue(context, {
      id,
      language,
      myself,
      letter: renderer.render(language, this.values(myself)),
    });
    return { language };
  }

  private async queue(context: RequestContext, { id, language, myself, letter }: Ready): Promise<void> {
    const subject = `${marks[language]} ${letter.subject}`;
    await this.database.transaction(async (tx) => {
      await this.desk.mailer.queue(tx, {
        to: myself.email,
        language,
        template: 'mailing_test',
        values: { ...letter, subject },
        userId: myself.id,
        about: { type: 'mailing', id },
      });
      await this.audit.record(tx, context, onRecord('mailing.test', id));
    });
  }

  /** Links that lead nowhere: a test must not say no in anybody's name. */
  private values({ name, company }: Myself): MergeValues {
    const [firstName = '', ...rest] = name.split(' ');
    const { publicUrl } = this.desk.config;
    return {
      firstName,
      lastName: rest.join(' '),
      title: null,
      areaOfResponsibility: null,
      company,
      ownerName: name,
      addressSource: null,
      noticeDue: false,
      purposes: {},
      because: null,
      unsubscribeUrl: `${publicUrl}/u/-`,
      preferencesUrl: `${publicUrl}/p/-`,
    };
  }

  private async myself(context: RequestContext): Promise<Myself> {
    const [row] = await this.database.read<Myself>(
      'SELECT u.id, u.name, u.email, c.name AS company FROM users u CROSS JOIN controllers c WHERE u.id = $1',
      [actingUserId(context)],
    );
    if (!row) throw new NotFound('user');
    return row;
  }
}

interface Ready {
  id: string;
  language: Language;
  myself: Myself;
  letter: RenderedMail;
}

import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { companiesWithin, contactsWithin } from '@seloste/identity';
import { InvalidInput, NotFound, type Language, type RequestContext } from '@seloste/kernel';
import { AppConfig, Database } from '@seloste/platform';
import { ContentChecks } from './content-checks.js';
import { PeopleToWriteTo } from './person-values.js';
import type { PersonValues } from './rendering/merge-values.js';
import type { PreviewResponse, PreviewTemplate } from './templates.dto.js';

/** Somebody made up. */
const samples: Record<Language, Pick<PersonValues, 'firstName' | 'lastName' | 'title' | 'company'>> = {
  fi: { firstName: 'Maija', lastName: 'Mallikas', title: 'toimitusjohtaja', company: 'Malliyritys Oy' },
  sv: {
    firstName: 'Maja',
    lastName: 'Modell',
    title: 'verkställande direktör',
    company: 'Modellföretaget Ab',
  },
  en: { firstName: 'Mary', lastName: 'Sample', title: 'managing director', company: 'Sample Company Ltd' },
};

/** Shows what a message would look like before anything is saved. */
@Injectable()
export class TemplatePreview {
  constructor(
    private readonly database: Database,
    private readonly checks: ContentChecks,
    private readonly people: PeopleToWriteTo,
    private readonly audit: Audit,
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
    const person =
      contactId === undefined ? await this.sample(language) : await this.person(context, contactId);
    const rendered = mail.render({
      ...person,
      because: null,
      unsubscribeUrl: `${this.config.publicUrl}/u/-`,
      preferencesUrl: `${this.config.publicUrl}/p/-`,
    });
    return { ...rendered, problems };
  }

  private async sample(language: Language): Promise<PersonValues> {
    const [company] = await this.database.read<{ today: string }>(
      'SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM controllers',
    );
    const addressSource = { kind: 'website', what: null, when: company?.today ?? '' } as const;
    return {
      ...samples[language],
      areaOfResponsibility: null,
      ownerName: null,
      addressSource,
      noticeDue: false,
    };
  }

  /** A look at somebody, and on record as one. */
  private async person(context: RequestContext, id: string): Promise<PersonValues> {
    const parameters: unknown[] = [id];
    const readable = contactsWithin(context, 'contacts.read', 'c', parameters) ?? 'true';
    const privacy = contactsWithin(context, 'contacts.read_privacy', 'c', parameters) ?? 'true';
    const employer = companiesWithin(context, 'companies.read', 'co', parameters) ?? 'true';
    const [shown] = await this.database.read<{ privacy: boolean; employer: boolean }>(
      `SELECT ${privacy} AS privacy, ${employer} AS employer
       FROM contacts c LEFT JOIN companies co ON co.id = c.company_id WHERE c.id = $1 AND ${readable}`,
      parameters,
    );
    const values = shown && (await this.people.valuesOf(this.database, [id])).get(id);
    if (!shown || !values) throw new NotFound('contact');
    await this.audit.recordRead(context, {
      action: 'template.preview',
      subjectType: 'contact',
      subjectId: id,
    });
    return {
      ...values,
      addressSource: shown.privacy ? values.addressSource : null,
      company: shown.employer ? values.company : null,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar, companiesWithin, contactsWithin } from '@seloste/identity';
import { NotFound, type Language, type Purpose, type RequestContext } from '@seloste/kernel';
import { Permissions } from '@seloste/permissions';
import { Database } from '@seloste/platform';
import { PeopleToWriteTo } from './person-values.js';
import type { MergeValues, PersonValues } from './rendering/merge-values.js';

type PreviewValues = Omit<MergeValues, 'unsubscribeUrl' | 'preferencesUrl'>;

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

/** Whose message is shown before it is sent. */
@Injectable()
export class PreviewReaders {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleToWriteTo,
    private readonly permissions: Permissions,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
  ) {}

  /** Somebody made up, met today. */
  async sample(language: Language): Promise<PreviewValues> {
    const addressSource = { kind: 'website', what: null, when: await this.calendar.today() } as const;
    return {
      ...samples[language],
      areaOfResponsibility: null,
      ownerName: null,
      addressSource,
      noticeDue: false,
      purposes: {},
      because: null,
    };
  }

  /** A look at somebody, and on record as one. @throws NotFound for whoever is out of the caller's reach */
  async person(context: RequestContext, id: string, purpose: Purpose): Promise<PreviewValues> {
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
    const attempt = { channel: 'email', purpose } as const;
    const { allowed, code } = await this.permissions.decide(this.database, id, attempt);
    return {
      ...values,
      because: allowed ? code : null,
      addressSource: shown.privacy ? values.addressSource : null,
      company: shown.employer ? values.company : null,
    };
  }
}

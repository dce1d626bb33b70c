/** A "no" as somebody said it. */
export interface No {
  channel: string;
  purpose: string;
}

export interface ModelCompany {
  id: string;
  isSoleTrader: boolean;
  nos: No[];
}

/** A person as the test knows them: what they are, and everything they have said. */
export interface ModelPerson {
  id: string;
  lastName: string;
  language: 'fi' | 'sv' | 'en' | null;
  company: ModelCompany | null;
  email: string | null;
  title: string | null;
  consent: 'given' | 'unconfirmed' | 'withdrawn' | null;
  hasBought: boolean;
  /** Direct marketing to them rests on consent alone. */
  onlyByConsent: boolean;
  isRestricted: boolean;
  isUndeliverable: boolean;
  nos: No[];
}

export const aPersonWith = (
  fields: Partial<ModelPerson> & Pick<ModelPerson, 'id' | 'lastName'>,
): ModelPerson => ({
  language: 'fi',
  company: null,
  email: null,
  title: null,
  consent: null,
  hasBought: false,
  onlyByConsent: false,
  isRestricted: false,
  isUndeliverable: false,
  nos: [],
  ...fields,
});

/** Gmail reads neither dots nor what follows a plus; nobody reads capitals. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return domain === 'gmail.com'
    ? `${local.replace(/\+.*/, '').replaceAll('.', '')}@${domain}`
    : `${local}@${domain}`;
}

const forbids = (nos: No[], purpose: string): boolean =>
  nos.some((no) => ['email', 'all'].includes(no.channel) && [purpose, 'all'].includes(no.purpose));

const isPrivate = (email: string): boolean => email.endsWith('@gmail.com');
const isShared = (email: string): boolean => email.startsWith('info@');

/**
 * Who may be sent direct marketing by e-mail, reckoned from the law and the promises and from nothing of the product's:
 * 917/2014 s. 200–202, GDPR Art. 7, 18 and 21.
 */
export class Reckoning {
  constructor(readonly people: ModelPerson[]) {}

  /** Mailboxes of which somebody said no: whoever else is written down with them is not written to either. */
  private mailboxesWithANo(): Set<string> {
    return new Set(
      this.people.flatMap(({ email, nos }) =>
        email !== null && forbids(nos, 'direct_marketing') ? [mailboxOf(email)] : [],
      ),
    );
  }

  private static wantsIt(person: ModelPerson, email: string): boolean {
    if (person.consent === 'withdrawn') return false;
    if (person.consent === 'given') return true;
    if (person.onlyByConsent) return false;
    if (person.hasBought) return true;
    if (!person.company || person.company.isSoleTrader || isPrivate(email)) return false;
    return isShared(email) || person.title !== null;
  }

  /** Those who may get it, by mailbox; `profiled` also leaves out who said no to being found by profiling. */
  mayGet({ profiled = false, language }: { profiled?: boolean; language?: string } = {}): Map<
    string,
    ModelPerson[]
  > {
    const closed = this.mailboxesWithANo();
    const dead = new Set(
      this.people.flatMap(({ email, isUndeliverable }) =>
        email && isUndeliverable ? [mailboxOf(email)] : [],
      ),
    );
    const open = new Map<string, ModelPerson[]>();
    for (const person of this.people) {
      const { email } = person;
      if (email === null || person.isRestricted) continue;
      const mailbox = mailboxOf(email);
      if (closed.has(mailbox) || dead.has(mailbox)) continue;
      if (person.company && forbids(person.company.nos, 'direct_marketing')) continue;
      if (profiled && forbids(person.nos, 'profiling_marketing')) continue;
      if (profiled && person.company && forbids(person.company.nos, 'profiling_marketing')) continue;
      if (language !== undefined && person.language !== language) continue;
      if (Reckoning.wantsIt(person, email)) open.set(mailbox, [...(open.get(mailbox) ?? []), person]);
    }
    return open;
  }
}

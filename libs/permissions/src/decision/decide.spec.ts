import type { Channel } from '@seloste/kernel';
import { decide } from './decide.js';
import type { ContactAttempt, DecisionCode } from './decision.js';
import type { Facts } from './facts.js';
import {
  aConsent,
  anObjection,
  aSuppression,
  march,
  now,
  someFacts,
} from '../../../../test/support/some-facts.js';

type Asked = `${Channel} ${string}`;
/** What is on record, what is asked, and what is said; perhaps with the law. */
type Row = [
  what: string,
  facts: Partial<Facts>,
  asked: Asked,
  said: DecisionCode,
  law?: string,
  about?: Partial<ContactAttempt>,
];

const said = (facts: Partial<Facts>, asked: Asked, about: Partial<ContactAttempt> = {}) => {
  const [channel, purpose = ''] = asked.split(' ') as [Channel, string];
  return decide(someFacts(facts), { channel, purpose, ...about }, now);
};

const trader = { company: { id: 'trader', isSoleTrader: true, hasAddress: true } };
const address = (is: 'shared' | 'named' | 'private'): Partial<Facts> => ({
  email: { class: is, undeliverableSince: null },
});
const noRole = { title: ' ', areaOfResponsibility: null };
const sold = { sales: [{ id: 'sale', soldOn: '2026-01-15' }] };
const marketing: Asked = 'email direct_marketing';

// prettier-ignore
const tables: Record<string, Row[]> = {
  'who is gone or restricted': [
    ['erased, whatever else', { erasedAt: march(2), consents: [aConsent()] }, marketing, 'erased', 'GDPR Art. 17(1)'],
    ['erased, service too', { erasedAt: march(2) }, 'email service', 'erased'],
    ['restricted', { restriction: { id: 'r', placedAt: march(1) } }, 'post service', 'restricted', 'GDPR Art. 18(2)'],
    ['erased before restricted', { erasedAt: march(2), restriction: { id: null, placedAt: null } }, marketing, 'erased'],
  ],
  'an objection of the person': [
    ['to everything', { objections: [anObjection()] }, marketing, 'objected', 'GDPR Art. 21(3)'],
    ['to the channel', { objections: [anObjection({ channel: 'phone' })] }, 'phone direct_marketing', 'objected'],
    ['to another channel', { objections: [anObjection({ channel: 'sms' })] }, 'phone direct_marketing', 'legitimate_interest'],
    ['to the purpose', { objections: [anObjection({ purpose: 'newsletter' })] }, 'post newsletter', 'objected'],
    ['to another purpose', { objections: [anObjection({ purpose: 'newsletter' })] }, 'post direct_marketing', 'legitimate_interest'],
    ['does not stop service', { objections: [anObjection()] }, 'email service', 'service'],
    ['to service by name, where a contract needs it', { objections: [anObjection({ purpose: 'service' })] }, 'email service', 'service'],
    ['to service that is our interest', { objections: [anObjection({ purpose: 'warnings' })] }, 'email warnings', 'objected', 'GDPR Art. 21(1)'],
    ['to all, and service that is our interest', { objections: [anObjection()] }, 'email warnings', 'service'],
    ['beats a consent', { objections: [anObjection()], consents: [aConsent({ obtainedAt: march(9) })] }, marketing, 'objected'],
    ['taken back by the person', { objections: [anObjection({ withdrawnAt: march(3) })] }, marketing, 'job_role'],
    ['to profiling', { objections: [anObjection({ purpose: 'profiling_sales' })] }, 'email profiling_sales', 'objected'],
    ['to everything, and profiling', { objections: [anObjection()] }, 'chat profiling_sales', 'objected'],
    ['to what nobody recorded', { objections: [anObjection()] }, 'email unheard_of', 'objected'],
  ],
  'an objection of the company': [
    ['for all of its people', { companyObjections: [anObjection()] }, marketing, 'company_objected', '917/2014 s. 202'],
    ['after the person’s own', { objections: [anObjection()], companyObjections: [anObjection()] }, marketing, 'objected'],
    ['for one channel', { companyObjections: [anObjection({ channel: 'email' })] }, 'phone direct_marketing', 'legitimate_interest'],
    ['does not stop service', { companyObjections: [anObjection()] }, 'email service', 'service'],
    ['taken back', { companyObjections: [anObjection({ withdrawnAt: march(2) })] }, marketing, 'job_role'],
  ],
  'a suppression': [
    ['of the address', { suppressions: [aSuppression()] }, marketing, 'suppressed', 'GDPR Art. 21(3)'],
    ['after a complaint', { suppressions: [aSuppression({ reason: 'complaint', channel: 'email' })] }, marketing, 'suppressed'],
    ['of the number does not stop mail', { suppressions: [aSuppression({ kind: 'phone' })] }, marketing, 'job_role'],
    ['of the number', { suppressions: [aSuppression({ kind: 'phone', channel: 'sms' })] }, 'sms direct_marketing', 'suppressed'],
    ['for text messages does not stop calls', { suppressions: [aSuppression({ kind: 'phone', channel: 'sms' })] }, 'phone direct_marketing', 'legitimate_interest'],
    ['for everything stops letters', { suppressions: [aSuppression()] }, 'post direct_marketing', 'suppressed'],
    ['for mail does not stop letters', { suppressions: [aSuppression({ channel: 'email' })] }, 'post direct_marketing', 'legitimate_interest'],
    ['for everything stops profiling', { suppressions: [aSuppression()] }, 'email profiling_sales', 'suppressed'],
    ['for mail does not stop profiling', { suppressions: [aSuppression({ channel: 'email' })] }, 'email profiling_sales', 'legitimate_interest'],
    ['does not stop service', { suppressions: [aSuppression()] }, 'email service', 'service'],
    ['of somebody erased stops service', { suppressions: [aSuppression({ reason: 'erasure' })] }, 'email service', 'suppressed', 'GDPR Art. 17(1)'],
  ],
  'a purpose': [
    ['that nobody recorded', {}, 'email unheard_of', 'purpose_off', 'GDPR Art. 5(1)(b)'],
    ['that is switched off', {}, 'post campaign', 'purpose_off'],
    ['without a basis', {}, 'post baseless', 'basis_missing', 'GDPR Art. 6(1)'],
    ['of service', {}, 'email service', 'service', 'GDPR Art. 6(1)(b)'],
    ['of service in our interest', {}, 'sms warnings', 'service', 'GDPR Art. 6(1)(f)'],
    ['of service that rests on consent, without', {}, 'email reminders', 'consent_missing', 'GDPR Art. 6(1)(a)'],
    ['of service that rests on consent', { consents: [aConsent({ purpose: 'reminders' })] }, 'email reminders', 'consent', 'GDPR Art. 6(1)(a)'],
    ['with a basis of the person’s own', { bases: [{ purpose: 'direct_marketing', basis: 'consent' }] }, 'post direct_marketing', 'consent_missing'],
    ['of marketing that claims a contract', { bases: [{ purpose: 'direct_marketing', basis: 'contract' }] }, 'post direct_marketing', 'basis_missing'],
    ['of profiling', {}, 'email profiling_sales', 'legitimate_interest', 'GDPR Art. 6(1)(f)'],
    ['of profiling that rests on consent', {}, 'email profiling_support', 'consent_missing', 'GDPR Art. 6(1)(a)'],
    ['of profiling, agreed to', { consents: [aConsent({ purpose: 'profiling_support' })] }, 'email profiling_support', 'consent'],
  ],
  'a consent': [
    ['for it', { consents: [aConsent({ purpose: 'newsletter' })] }, 'email newsletter', 'consent', '917/2014 s. 200(1)'],
    ['by letter', { consents: [aConsent({ purpose: 'newsletter' })] }, 'post newsletter', 'consent', 'GDPR Art. 6(1)(a)'],
    ['for another channel', { consents: [aConsent({ purpose: 'newsletter', channel: 'sms' })] }, 'email newsletter', 'consent_missing', '917/2014 s. 200(1)'],
    ['for another purpose', { consents: [aConsent()] }, 'email newsletter', 'consent_missing'],
    ['that waits to be confirmed', { consents: [aConsent({ purpose: 'newsletter', needsConfirmation: true })] }, 'email newsletter', 'consent_unconfirmed', 'GDPR Art. 7(1)'],
    ['that was confirmed', { consents: [aConsent({ purpose: 'newsletter', needsConfirmation: true, confirmedAt: march(2) })] }, 'email newsletter', 'consent'],
    ['that was withdrawn', { consents: [aConsent({ purpose: 'newsletter', withdrawnAt: march(2) })] }, 'email newsletter', 'consent_withdrawn', 'GDPR Art. 7(3)'],
    ['given anew', { consents: [aConsent({ purpose: 'newsletter', withdrawnAt: march(2) }), aConsent({ purpose: 'newsletter', obtainedAt: march(3) })], }, 'email newsletter', 'consent'],
    ['older than a withdrawal of another', { consents: [aConsent({ purpose: 'newsletter' }), aConsent({ purpose: 'newsletter', channel: 'email', obtainedAt: march(2), withdrawnAt: march(5) })], }, 'email newsletter', 'consent_withdrawn'],
    ['withdrawn, where an interest would do', { consents: [aConsent({ withdrawnAt: march(2) })] }, 'phone direct_marketing', 'consent_withdrawn'],
    ['withdrawn, and a sale', { ...sold, consents: [aConsent({ withdrawnAt: march(2) })] }, marketing, 'consent_withdrawn'],
  ],
  'a call or a letter': [
    ['by phone', {}, 'phone direct_marketing', 'legitimate_interest', 'GDPR Art. 6(1)(f)'],
    ['by letter', {}, 'post direct_marketing', 'legitimate_interest'],
    ['to a sole trader', trader, 'phone direct_marketing', 'legitimate_interest'],
  ],
  'electronic marketing': [
    ['to a company’s address', address('shared'), marketing, 'legal_person', '917/2014 s. 202'],
    ['to a sole trader’s shared address', { ...trader, ...address('shared') }, marketing, 'consent_missing', '917/2014 s. 200(1)'],
    ['to a shared address of no company', { ...address('shared'), company: null }, marketing, 'consent_missing'],
    ['with a consent', { ...address('private'), consents: [aConsent()] }, marketing, 'consent'],
    ['after a sale', { ...address('private'), ...sold }, marketing, 'existing_customer', '917/2014 s. 200(3)'],
    ['after a sale, by text message', sold, 'sms direct_marketing', 'existing_customer'],
    ['after a sale, in social media', sold, 'social direct_marketing', 'consent_missing'],
    ['by text message', {}, 'sms direct_marketing', 'consent_missing'],
    ['in chat', {}, 'chat direct_marketing', 'consent_missing'],
    ['to a work address', {}, marketing, 'job_role', '917/2014 s. 202'],
    ['to a sole trader', trader, marketing, 'consent_missing'],
    ['to a private mailbox', address('private'), marketing, 'consent_missing'],
    ['to somebody of no company', { company: null }, marketing, 'consent_missing'],
    ['within their area', {}, marketing, 'job_role', undefined, { areas: ['Talous', '  hankinnat '] }],
    ['outside their area', {}, marketing, 'outside_role', '917/2014 s. 200(1)', { areas: ['Talous'] }],
    ['outside their area, with a reason', {}, marketing, 'job_role', undefined, { areas: ['Talous'], roleReason: 'pyysi' }],
    ['about nothing in particular', {}, marketing, 'job_role', undefined, { areas: [] }],
    ['with an area asked and only a title known', { areaOfResponsibility: null }, marketing, 'outside_role', undefined, { areas: ['Talous'] }],
    ['to a role that nobody knows', noRole, marketing, 'role_unknown', '917/2014 s. 200(1)'],
    ['to a role that nobody knows, with a reason', noRole, marketing, 'job_role', undefined, { roleReason: 'pyysi' }],
    ['without an address', { email: null }, marketing, 'no_address'],
    ['unconfirmed, to a private mailbox', { ...address('private'), consents: [aConsent({ needsConfirmation: true })] }, marketing, 'consent_unconfirmed'],
  ],
  'what stands in the way of a permitted contact': [
    ['a notice past its day', { notice: { id: 'n', dueOn: '2026-05-04' } }, 'phone direct_marketing', 'notice_overdue', 'GDPR Art. 14(3)'],
    ['a notice due today', { notice: { id: 'n', dueOn: '2026-05-05' } }, 'phone direct_marketing', 'legitimate_interest'],
    ['a notice that the mail brings along', { notice: { id: 'n', dueOn: '2026-05-04' } }, marketing, 'job_role'],
    ['a notice, not of service', { notice: { id: 'n', dueOn: '2026-05-04' } }, 'phone service', 'service'],
    ['no number', { hasPhone: false }, 'phone direct_marketing', 'no_address', 'GDPR Art. 5(1)(c)'],
    ['no address of the company', { company: { id: 'c', isSoleTrader: false, hasAddress: false } }, 'post direct_marketing', 'no_address'],
    ['no address, of service too', { email: null }, 'email service', 'no_address'],
    ['no address, not of profiling', { email: null }, 'email profiling_sales', 'legitimate_interest'],
    ['an address that takes no mail', { email: { class: 'named', undeliverableSince: march(1) } }, 'email service', 'undeliverable', 'GDPR Art. 5(1)(d)'],
    ['an address that takes no mail, not of a call', { email: { class: 'named', undeliverableSince: march(1) } }, 'phone direct_marketing', 'legitimate_interest'],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows.map((row) => ({ what: row[0], row })))(
    '$what',
    ({ row: [, facts, asked, code, law, about] }) => {
      expect(said(facts, asked, about)).toMatchObject({ code, ...(law && { law }) });
    },
  );
});

describe('a decision', () => {
  it('names the record that it rests on, and since when', () => {
    const objection = anObjection({ objectedAt: march(4) });
    const older = anObjection({ objectedAt: march(2), channel: 'email' });
    expect(said({ objections: [objection, older] }, marketing)).toMatchObject({
      allowed: false,
      since: march(2),
      evidence: { type: 'objection', id: older.id },
      obligations: [],
    });
    expect(said(sold, 'sms direct_marketing')).toMatchObject({
      allowed: true,
      since: new Date('2026-01-15'),
      evidence: { type: 'sale_reference', id: 'sale' },
    });
  });

  it('says what has to go along: the notice, a way out, the link to the work', () => {
    const notice = { id: 'n', dueOn: '2026-06-01' };
    expect(said({ notice }, marketing).obligations).toEqual(['notice', 'opt_out', 'role_link']);
    expect(said({}, marketing, { roleReason: 'pyysi' }).obligations).toEqual(['opt_out']);
    expect(said({ notice }, 'email service').obligations).toEqual(['notice']);
    expect(said({ notice }, 'email profiling_sales').obligations).toEqual([]);
    expect(said({}, 'phone direct_marketing').obligations).toEqual([]);
  });
});

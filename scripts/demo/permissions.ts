import type { Language } from '@seloste/kernel';
import type { Making } from './making.js';
import type { ContactRow, PermissionRows } from './rows.js';
import { day, earlierToday } from './working-time.js';

/** What people said yes to, word for word. */
const wordings: Record<Language, string> = {
  fi: 'Kyllä, minulle saa lähettää Havukka Palveluiden uutiskirjeen sähköpostilla. Voin perua luvan milloin tahansa.',
  sv: 'Ja, jag vill få nyhetsbrevet från Havukka Palvelut per e-post. Jag kan återkalla mitt samtycke när som helst.',
  en: 'Yes, send me the Havukka Palvelut newsletter by e-mail. I can withdraw my consent at any time.',
};

const objections: readonly (readonly [[channel: string, purpose: string, via: string], number])[] = [
  [['email', 'direct_marketing', 'one_click'], 40],
  [['email', 'newsletter', 'unsubscribe_page'], 15],
  [['phone', 'direct_marketing', 'phone'], 20],
  [['all', 'profiling_marketing', 'preference_page'], 10],
  [['all', 'all', 'email'], 6],
  [['email', 'survey', 'unsubscribe_page'], 5],
];

/** What people, and a few companies, have said about being contacted: about one in fifteen has said no to something. */
export function makePermissions(making: Making): void {
  const { random, data } = making;
  const rows = data.permissions;
  const begin = new Date(data.controller.created_at);
  for (const [language, text] of Object.entries(wordings) as [Language, string][])
    rows.wordings.push({
      ...{ id: random.id(begin), purpose: 'newsletter', language, version: 1, text },
      created_at: data.controller.created_at,
    });
  const subscribers = new Set(
    data.bases.flatMap((b) => (b.purpose === 'newsletter' && b.basis === 'consent' ? [b.contact_id] : [])),
  );
  const customers = new Set(
    data.companies.flatMap((c) => (c.relationship_status === 'customer' ? [c.id] : [])),
  );
  for (const contact of data.contacts) {
    if (subscribers.has(contact.id)) subscribe(making, rows, contact);
    if (random.chance(0.065)) object(making, contact, customers.has(contact.company_id ?? ''));
    if (contact.company_id && customers.has(contact.company_id) && random.chance(0.12))
      sell(making, rows, contact);
  }
  forbidCompanies(making, rows);
}

/** Some time between when somebody came into the register and now. */
function since({ random, now }: Making, { created_at }: { created_at: string }): Date {
  const from = Date.parse(created_at);
  return new Date(from + random.next() * Math.max(now - day - from, 0));
}

function subscribe(making: Making, rows: PermissionRows, contact: ContactRow): void {
  const { random } = making;
  const at = since(making, contact);
  const wording = rows.wordings.find(({ language }) => language === contact.language);
  if (!wording) return;
  const id = random.id(at);
  rows.consents.push({
    id,
    contact_id: contact.id,
    channel: 'email',
    purpose: 'newsletter',
    wording_id: wording.id,
    language: wording.language,
    obtained_at: at.toISOString(),
    obtained_via: random.chance(0.6) ? 'form' : 'in_person',
    needs_confirmation: false,
    recorded_at: at.toISOString(),
    recorded_by: contact.created_by,
  });
  if (random.chance(0.08)) {
    const withdrawn_at = since(making, { created_at: at.toISOString() }).toISOString();
    const received = { withdrawn_at, received_via: 'phone', recorded_at: withdrawn_at };
    rows.withdrawals.push({ consent_id: id, contact_id: contact.id, ...received });
  }
}

function object(making: Making, contact: ContactRow, isCustomer: boolean): void {
  const { random, now, data } = making;
  const [channel, purpose, via] = random.weighted(objections);
  // Whom we do not serve, and who wants nothing of us, is gone the night after.
  const isLast = purpose === 'all' && !isCustomer;
  const at = isLast ? new Date(earlierToday(random, now)) : since(making, contact);
  data.permissions.objections.push({
    id: random.id(at),
    contact_id: contact.id,
    company_id: null,
    channel,
    purpose,
    objected_at: at.toISOString(),
    received_via: via,
    note: via === 'phone' ? 'Ei halua myyntipuheluita.' : null,
    recorded_at: at.toISOString(),
    recorded_by: ['phone', 'email'].includes(via) ? contact.created_by : null,
  });
}

function sell(making: Making, rows: PermissionRows, contact: ContactRow): void {
  const { random, data } = making;
  const product = data.products.find(
    ({ company_id, status }) => company_id === contact.company_id && status !== 'interested',
  );
  if (!product) return;
  const at = since(making, contact);
  const sold_on = at.toISOString().slice(0, 10);
  rows.sales.push({
    id: random.id(at),
    contact_id: contact.id,
    reference: `T-${at.getUTCFullYear()}-${random.int(1000, 9999)}`,
    product: product.name,
    sold_on,
    opt_out_offered_on: sold_on,
    recorded_at: at.toISOString(),
    recorded_by: contact.created_by,
  });
}

function forbidCompanies(making: Making, rows: PermissionRows): void {
  const { random, data } = making;
  for (const company of random.some(data.companies, 0.004)) {
    const at = since(making, company);
    rows.objections.push({
      id: random.id(at),
      contact_id: null,
      company_id: company.id,
      channel: 'all',
      purpose: 'all',
      objected_at: at.toISOString(),
      received_via: 'email',
      note: 'Yritys kieltää markkinoinnin kaikille työntekijöilleen.',
      recorded_at: at.toISOString(),
      recorded_by: company.created_by,
    });
  }
}

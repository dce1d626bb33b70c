import type { Language } from '@seloste/kernel';
import { phone, slug } from './details.js';
import { makeName, type MadeCompany, type Making, type Name } from './making.js';
import { interests, roles } from './names/roles.js';
import type { Random } from './random.js';
import type { ContactRow } from './rows.js';
import { ownerFor } from './staff.js';
import { day, dayOf } from './working-time.js';

const colleagues: Record<Language, readonly (readonly [Language, number])[]> = {
  fi: [['fi', 93], ['sv', 4], ['en', 3]],
  sv: [['sv', 86], ['fi', 13], ['en', 1]],
  en: [['en', 82], ['fi', 12], ['sv', 6]],
}; // prettier-ignore

const domainsOfTheUnemployed = ['posti.example', 'kotimeili.example', 'mail.example'];

interface Person {
  name: Name;
  language: Language;
  company: MadeCompany | null;
  createdAt: number;
}

function roleOf(random: Random, { company, language, name }: Person) {
  const trader = company?.trader;
  if (trader && trader.first === name.first && trader.last === name.last)
    return {
      title: language === 'sv' ? 'Företagare' : 'Yrittäjä',
      area: 'Johto',
      authorisations: ['Allekirjoitusoikeus'],
    };
  const role = random.weighted(roles.map((r) => [r, r.weight] as const));
  return {
    title: random.chance(0.95) ? random.pick(role.titles[language]) : null,
    area: random.chance(0.92) ? role.area : null,
    authorisations: random.some(role.authorisations, 0.4),
  };
}

const departments = ['Hallinto', 'Talous ja hallinto', 'Kiinteistöpalvelut', 'Tuotanto', 'Hankinta'];

function makeContact(making: Making, person: Person): ContactRow {
  const { random, now, data } = making;
  const { company, name, language, createdAt } = person;
  const owner = company?.owner ?? ownerFor(random, making.staff, language);
  const role = roleOf(random, person);
  const isArchived =
    company?.row.archived_at !== null && company !== null ? random.chance(0.8) : random.chance(0.015);
  const created = new Date(createdAt).toISOString();
  const row: ContactRow = {
    id: random.id(new Date(createdAt)),
    first_name: name.first,
    last_name: name.last,
    title: company ? role.title : null,
    area_of_responsibility: company ? role.area : null,
    department: company && random.chance(0.15) ? random.pick(departments) : null,
    language,
    company_id: company?.row.id ?? null,
    authorisations: company ? role.authorisations : [],
    interests: random.some(interests, 0.06),
    owner_id: random.chance(0.95) ? owner.id : null,
    collected_on: dayOf(createdAt),
    collected_via: 'other',
    retention_review_on: dayOf(now + random.int(1, 360) * day),
    last_interaction_at: null,
    archived_at: isArchived ? new Date(now - random.int(0, 30) * day).toISOString() : null,
    archived_by: isArchived ? owner.id : null,
    version: 1,
    created_at: created,
    created_by: owner.id,
    updated_at: created,
  };
  data.contacts.push(row);
  return row;
}

function makePoints(
  { random, data }: Making,
  { company, name }: Person,
  row: ContactRow,
  taken: Set<string>,
): void {
  const add = (kind: 'email' | 'phone', position: number, value: string | null): void => {
    if (value !== null) data.points.push({ contact_id: row.id, kind, position, value });
  };
  const domain = company?.domain ?? random.pick(domainsOfTheUnemployed);
  const local = `${slug(name.first)}.${slug(name.last)}`;
  for (let n = 1; ; n++) {
    const email = `${local}${n === 1 ? '' : n}@${domain}`;
    if (taken.has(email)) continue;
    taken.add(email);
    if (random.chance(0.94)) add('email', 0, email);
    break;
  }
  const country = company?.row.country ?? 'FI';
  if (random.chance(0.86)) add('phone', 0, phone(random, country));
  if (random.chance(0.12)) add('phone', 1, phone(random, country));
}

const sources: readonly (readonly [readonly [kind: string, what: string], number])[] = [
  [['company', 'Yrityksen vaihde'], 20],
  [['person', 'Puhelu'], 24],
  [['website', 'Yrityksen verkkosivut'], 22],
  [['referral', 'Kollegan suositus'], 9],
  [['event', 'Kiinteistö- ja toimitilamessut'], 9],
  [['form', 'Tarjouspyyntölomake'], 8],
  [['public_register', 'YTJ, Yritys- ja yhteisötietojärjestelmä'], 6],
  [['bought_list', 'Päättäjätiedot, ostettu kohderyhmä'], 2],
];

/** Where the data came from, and on which bases it is used. */
function makeProvenance({ random, data }: Making, { company, createdAt }: Person, row: ContactRow): void {
  const recorded = { recorded_at: row.created_at, recorded_by: row.created_by };
  const [kind, what] =
    company?.isOld && random.chance(0.8)
      ? (['import', 'Siirto vanhasta asiakasrekisteristä'] as const)
      : random.weighted(sources);
  row.collected_via = kind;
  data.sources.push({
    id: random.id(new Date(createdAt)),
    contact_id: row.id,
    kind,
    what,
    collected_on: dayOf(createdAt),
    ...recorded,
  });
  const isCustomer = company?.row.relationship_status === 'customer';
  const add = (purpose: string, basis: string): void =>
    void data.bases.push({ contact_id: row.id, purpose, basis, ...recorded });
  if (isCustomer) add('service', 'contract');
  add('direct_marketing', 'legitimate_interest');
  if (random.chance(isCustomer ? 0.25 : 0.08)) add('newsletter', 'consent');
}

function makeEmployments(
  { random, now, data }: Making,
  { company, createdAt }: Person,
  row: ContactRow,
  others: readonly MadeCompany[],
): void {
  const at = new Date(createdAt);
  const started = createdAt - random.int(30, 2500) * day;
  const changed = !company || random.chance(0.05);
  const former = changed ? random.pick(others) : null;
  if (former && former.row.id !== row.company_id) {
    const ended_on = dayOf(company ? started : Math.min(createdAt + random.int(20, 400) * day, now - day));
    const started_on = dayOf(started - random.int(200, 2000) * day);
    data.employments.push({
      id: random.id(at),
      contact_id: row.id,
      company_id: former.row.id,
      title: null,
      started_on,
      ended_on,
    });
  }
  if (!company) return;
  const started_on = changed || random.chance(0.2) ? dayOf(started) : null;
  data.employments.push({
    id: random.id(at),
    contact_id: row.id,
    company_id: company.row.id,
    title: row.title,
    started_on,
    ended_on: null,
  });
}

/** How many people at each company: everybody has one, larger customers more. */
function places(
  { random }: Making,
  companies: readonly MadeCompany[],
  count: number,
): (MadeCompany | null)[] {
  const pull = { prospect: 1, former: 1.4, partner: 1.2, customer: 3.4 };
  const weighted = companies
    .filter(({ trader }) => !trader)
    .map(
      (company) =>
        [company, pull[company.row.relationship_status] * (company.row.size === '250+' ? 4 : 1)] as const,
    );
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const unemployed = Math.round(count * 0.015);
  const places: (MadeCompany | null)[] = [...companies].slice(0, count);
  const more = count - unemployed - places.length;
  for (const [company, weight] of weighted) {
    const share = (weight / total) * more;
    for (let n = Math.floor(share) + (random.chance(share % 1) ? 1 : 0); n > 0 && places.length < count; n--)
      places.push(company);
  }
  while (places.length < count) places.push(null);
  return places;
}

/** People in their roles, each with a source, bases and a clock; and a past where somebody changed employer. */
export function makeContacts(
  making: Making,
  companies: readonly MadeCompany[],
  count: number,
): Map<string, ContactRow[]> {
  const { random, now } = making;
  const taken = new Set<string>();
  const byCompany = new Map<string, ContactRow[]>();
  for (const company of places(making, companies, count)) {
    const known = company ? (byCompany.get(company.row.id) ?? []) : [];
    const language =
      company?.trader && known.length === 0
        ? company.language
        : random.weighted(colleagues[company?.language ?? 'fi']);
    const name = company?.trader && known.length === 0 ? company.trader : makeName(random, language);
    const since = company?.since ?? now - random.int(10, 355) * day;
    const createdAt =
      known.length === 0 ? since + 60_000 : Math.min(since + random.next() ** 2 * (now - since), now - day);
    const person = { name, language, company, createdAt: Math.max(createdAt, since + 60_000) };
    const row = makeContact(making, person);
    makePoints(making, person, row, taken);
    makeProvenance(making, person, row);
    makeEmployments(making, person, row, companies);
    if (company) byCompany.set(company.row.id, [...known, row]);
  }
  return byCompany;
}

import type { Language } from '@seloste/kernel';
import { businessId, Domains, phone, swedishVatNumber } from './details.js';
import { makeName, type MadeCompany, type Making, type Name } from './making.js';
import { finnishCompany, foreignCompany, swedishCompany, type NamedCompany } from './names/companies.js';
import { finnishStreets, foreignPlaces, places, swedishStreets } from './names/places.js';
import { products } from './products.js';
import type { Random } from './random.js';
import type { CompanyRow, ProductRow } from './rows.js';
import { ownerFor } from './staff.js';
import { day, dayOf, inOfficeHours } from './working-time.js';

interface Site {
  language: Language;
  country: string;
  town: string;
  townGenitive: string;
  street: string;
  postalCode: string;
  named: NamedCompany;
  trader: Name | null;
}

function foundAbroad(random: Random): Site {
  const place = random.pick(foreignPlaces);
  return {
    language: place.country === 'SE' ? 'sv' : 'en',
    country: place.country,
    town: place.city,
    townGenitive: place.city,
    street: `${random.pick(place.streets)} ${random.int(1, 90)}`,
    postalCode: place.postalCode,
    named: foreignCompany(random, place.suffix),
    trader: null,
  };
}

function foundHere(random: Random): Site {
  const place = random.weighted(places.map((p) => [p, p.weight] as const));
  const isSwedish = random.chance(place.swedishShare / 100);
  const language = isSwedish ? 'sv' : 'fi';
  const person = makeName(random, language);
  const named = isSwedish ? swedishCompany(random, place, person) : finnishCompany(random, place, person);
  return {
    language,
    country: 'FI',
    town: isSwedish ? place.swedish : place.name,
    townGenitive: place.genitive,
    street: `${random.pick(isSwedish ? swedishStreets : finnishStreets)} ${random.int(1, 64)}`,
    postalCode: random.pick(place.postalCodes),
    named,
    trader: named.legalForm === 'sole_trader' ? person : null,
  };
}

/** Names are as in life: two companies may share one, but not often. */
function found(random: Random, taken: Set<string>): Site {
  for (let attempt = 0; ; attempt++) {
    const site = random.chance(0.035) ? foundAbroad(random) : foundHere(random);
    if (attempt === 5 || !taken.has(site.named.name)) {
      taken.add(site.named.name);
      return site;
    }
  }
}

const sources: readonly (readonly [[kind: string, what: string | null], number])[] = [
  [['public_register', 'YTJ, Yritys- ja yhteisötietojärjestelmä'], 40],
  [['website', 'Yrityksen verkkosivut'], 22],
  [['referral', 'Asiakkaan suositus'], 10],
  [['event', 'Kiinteistö- ja toimitilamessut'], 9],
  [['form', 'Tarjouspyyntölomake'], 9],
  [['company', 'Yritys otti itse yhteyttä'], 8],
  [['other', 'Lehtiuutinen uudesta toimipisteestä'], 2],
];

type Life = Pick<MadeCompany, 'since' | 'isOld'> &
  Pick<
    CompanyRow,
    | 'relationship_status'
    | 'relationship_started_on'
    | 'relationship_ended_on'
    | 'source_kind'
    | 'source_what'
    | 'source_on'
  >;

/** When it came to us, from where, and what it has become. */
function liveThrough({ random, now }: Making): Life {
  const begin = now - 3 * 365 * day;
  const wanted = random.weighted([
    ['prospect', 54],
    ['customer', 30],
    ['former', 9],
    ['partner', 7],
  ] as const);
  // Whoever has not bought, or does no longer, is kept for a year: nobody here should have gone long ago.
  const isOld = wanted !== 'prospect' && random.chance(0.6);
  const since = inOfficeHours(
    random,
    wanted === 'prospect'
      ? now - random.int(3, 359) * day
      : isOld
        ? begin + random.int(0, 20) * day
        : begin + random.next() ** 0.8 * (now - begin - 3 * day) + day,
  );
  // Nobody buys from us the week we meet.
  const status = now - since < 120 * day && wanted !== 'partner' ? 'prospect' : wanted;
  const [kind, what] = isOld ? ['import', 'Siirto vanhasta asiakasrekisteristä'] : random.weighted(sources);
  const started = isOld
    ? since - random.int(60, 3200) * day
    : Math.min(since + random.int(20, 90) * day, now - day);
  const ended =
    started + (now - Math.max(started, since)) * (0.5 + random.next() * 0.45) + Math.max(0, since - started);
  return {
    since,
    isOld,
    relationship_status: status,
    relationship_started_on: status === 'prospect' ? null : dayOf(started),
    relationship_ended_on:
      status === 'former' ? dayOf(Math.max(ended, started, now - random.int(10, 359) * day)) : null,
    source_kind: kind ?? 'other',
    source_what: what ?? null,
    source_on: dayOf(since),
  };
}

const operators = ['003723327487', '003721291126', '003714377140', 'NDEAFIHH', 'OKOYFIHH', 'BAWCFI22'];

function billingOf(random: Random, id: string | null, domain: string, isBilled: boolean) {
  const electronic = isBilled && id !== null && random.chance(0.8);
  return {
    e_invoice_address: electronic ? `0037${id.replace('-', '')}` : null,
    e_invoice_operator: electronic ? random.pick(operators) : null,
    billing_email:
      isBilled && !electronic ? `${random.pick(['laskut', 'invoices', 'ostolaskut'])}@${domain}` : null,
    billing_reference: isBilled && random.chance(0.3) ? `KP ${random.int(100, 989)}` : null,
    payment_term_days: isBilled
      ? random.weighted([
          [14, 60],
          [30, 32],
          [7, 5],
          [21, 3],
        ])
      : null,
  };
}

const sizes = [['1', 9], ['2-9', 42], ['10-49', 31], ['50-249', 14], ['250+', 4]] as const; // prettier-ignore

function makeCompany(making: Making, site: Site, domain: string): MadeCompany {
  const { random, now, data } = making;
  const { since, isOld, ...life } = liveThrough(making);
  const owner = ownerFor(random, making.staff, site.language);
  const createdAt = new Date(since).toISOString();
  const id = random.id(new Date(since));
  const finnish = site.country === 'FI' ? businessId(random, data.companies.length) : null;
  const isArchived = life.relationship_status !== 'customer' && random.chance(0.02);
  const row: CompanyRow = {
    id,
    name: site.named.name,
    business_id: finnish,
    vat_number: site.country === 'SE' ? swedishVatNumber(random) : null,
    country: site.country,
    legal_form: site.named.legalForm,
    industry_code: site.named.industryCode,
    size: site.trader ? '1' : random.weighted(sizes),
    phone: random.chance(0.7) ? phone(random, site.country) : null,
    email: random.chance(0.8) ? `${random.pick(['info', 'toimisto', 'myynti', 'info'])}@${domain}` : null,
    website: random.chance(0.75) ? `www.${domain}` : null,
    ...billingOf(random, finnish, domain, ['customer', 'former'].includes(life.relationship_status)),
    ...life,
    owner_id: random.chance(0.96) ? owner.id : null,
    last_interaction_at: null,
    archived_at: isArchived ? new Date(now - random.int(1, 90) * day).toISOString() : null,
    archived_by: isArchived ? owner.id : null,
    version: 1,
    created_at: createdAt,
    created_by: owner.id,
    updated_at: createdAt,
  };
  data.companies.push(row);
  const made = {
    row,
    language: site.language,
    owner,
    domain,
    town: site.town,
    townGenitive: site.townGenitive,
    trader: site.trader,
    since,
    isOld,
  };
  return { ...made, products: makeProducts(making, row) };
}

function makeAddresses({ random, data }: Making, site: Site, company: CompanyRow): void {
  const add = (type: 'visiting' | 'postal' | 'billing', street: string, position: number): void => {
    const place = { street, postal_code: site.postalCode, city: site.town, country: site.country };
    data.addresses.push({
      id: random.id(new Date(company.created_at)),
      company_id: company.id,
      position,
      type,
      ...place,
    });
  };
  add('visiting', site.street, 0);
  if (random.chance(0.25))
    add('postal', site.country === 'FI' ? `PL ${random.int(10, 480)}` : site.street, 1);
}

/** @returns indexes into products.ts; at least one, which the talk is about even where nothing has been bought */
function makeProducts({ random, data }: Making, company: CompanyRow): number[] {
  const isBuyer = company.relationship_status === 'customer' || company.relationship_status === 'former';
  const count = isBuyer ? random.int(1, 4) : random.int(0, 2);
  const chosen = new Set<number>();
  while (chosen.size < Math.max(count, 1)) chosen.add(Math.floor(random.next() ** 1.6 * products.length));
  [...chosen].slice(0, count).forEach((product, position) => {
    const name = products[product] ?? products[0];
    const bought: ProductRow['status'] =
      name === 'Energiakatselmus' || company.relationship_status === 'former' ? 'bought' : 'in_use';
    const status = isBuyer && (position === 0 || random.chance(0.7)) ? bought : 'interested';
    data.products.push({
      id: random.id(new Date(company.created_at)),
      company_id: company.id,
      position,
      name,
      status,
    });
  });
  return [...chosen];
}

/** Companies in towns, of every trade and form, with what they buy and where invoices go. */
export function makeCompanies(making: Making, count: number): MadeCompany[] {
  const domains = new Domains();
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const site = found(making.random, taken);
    const made = makeCompany(making, site, domains.of(site.named.name));
    makeAddresses(making, site, made.row);
    return made;
  });
}

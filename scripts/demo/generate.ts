import { makeAudit } from './audit.js';
import { makeCompanies } from './companies.js';
import { makeContacts } from './contacts.js';
import { businessId } from './details.js';
import { makeInteractions } from './interactions.js';
import { makeMailing } from './mailings.js';
import type { Making } from './making.js';
import { Random } from './random.js';
import type { DemoData } from './rows.js';
import { makePermissions } from './permissions.js';
import { makeStaff } from './staff.js';
import { day } from './working-time.js';

/** How much of everything. */
export interface DemoSize {
  companies: number;
  contacts: number;
  interactions: number;
}

export const demoSize: DemoSize = { companies: 3_000, contacts: 5_000, interactions: 40_000 };

/**
 * The register of a made-up Finnish company over the three years before `now`. The same instant and seed give the
 * same register. Nothing in it can reach anybody (details.ts).
 */
export function generateDemo(now: Date, size: DemoSize = demoSize, seed = 2008): DemoData {
  const random = new Random(seed);
  const since = new Date(now.getTime() - (3 * 365 + 5) * day);
  const data: DemoData = {
    controller: {
      id: random.id(since),
      name: 'Havukka Palvelut Oy (demo)',
      business_id: businessId(random, 3_999),
      language: 'fi',
      time_zone: 'Europe/Helsinki',
      created_at: since.toISOString(),
    },
    users: makeStaff(random, since),
    companies: [],
    addresses: [],
    products: [],
    contacts: [],
    points: [],
    sources: [],
    bases: [],
    employments: [],
    interactions: [],
    participants: [],
    revisions: [],
    audit: [],
    permissions: { wordings: [], consents: [], withdrawals: [], objections: [], sales: [] },
    mail: { templates: [], versions: [], contents: [], segments: [], mailings: [] },
  };
  const making: Making = { random, now: now.getTime(), staff: data.users, data };
  const companies = makeCompanies(making, size.companies);
  const people = makeContacts(making, companies, size.contacts);
  makeInteractions(making, companies, people, size.interactions);
  makeAudit(making);
  makePermissions(making);
  makeMailing(making);
  return data;
}

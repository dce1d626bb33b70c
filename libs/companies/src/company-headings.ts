import type { Language, RelationshipStatus } from '@seloste/kernel';

/** Headings of the CSV file. */
export const companyHeadings = {
  fi: {
    file: 'yritykset',
    name: 'Yritys',
    businessId: 'Y-tunnus',
    industry: 'Toimiala',
    city: 'Paikkakunta',
    phone: 'Puhelin',
    email: 'Sähköposti',
    status: 'Suhde',
    owner: 'Vastuuhenkilö',
    lastInteraction: 'Viimeksi yhteydessä',
  },
  sv: {
    file: 'foretag',
    name: 'Företag',
    businessId: 'FO-nummer',
    industry: 'Bransch',
    city: 'Ort',
    phone: 'Telefon',
    email: 'E-post',
    status: 'Relation',
    owner: 'Ansvarig',
    lastInteraction: 'Senaste kontakt',
  },
  en: {
    file: 'companies',
    name: 'Company',
    businessId: 'Business ID',
    industry: 'Industry',
    city: 'Town',
    phone: 'Phone',
    email: 'Email',
    status: 'Relationship',
    owner: 'Owner',
    lastInteraction: 'Last contact',
  },
} satisfies Record<Language, Record<string, string>>;

/** The relationship's status in words. */
export const relationshipNames = {
  fi: { prospect: 'Prospekti', customer: 'Asiakas', former: 'Entinen asiakas', partner: 'Kumppani' },
  sv: { prospect: 'Prospekt', customer: 'Kund', former: 'Tidigare kund', partner: 'Partner' },
  en: { prospect: 'Prospect', customer: 'Customer', former: 'Former customer', partner: 'Partner' },
} satisfies Record<Language, Record<RelationshipStatus, string>>;

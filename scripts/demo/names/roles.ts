import type { Language } from '@seloste/kernel';

/** A role at a customer: its area of responsibility (our word for it, in Finnish as the company uses it) and titles. */
export interface Role {
  area: string;
  weight: number;
  titles: Record<Language, readonly string[]>;
  authorisations: readonly string[];
}

export const roles: readonly Role[] = [
  {
    area: 'Johto',
    weight: 24,
    titles: {
      fi: ['Toimitusjohtaja', 'Yrittäjä', 'Hallituksen puheenjohtaja', 'Aluejohtaja'],
      sv: ['Verkställande direktör', 'Företagare', 'Styrelseordförande', 'Regiondirektör'],
      en: ['Managing Director', 'Founder', 'Country Manager', 'Site Director'],
    },
    authorisations: ['Allekirjoitusoikeus', 'Tilausoikeus'],
  },
  {
    area: 'Kiinteistöt',
    weight: 20,
    titles: {
      fi: [
        'Kiinteistöpäällikkö',
        'Isännöitsijä',
        'Kiinteistöjohtaja',
        'Huoltopäällikkö',
        'Toimitilapäällikkö',
      ],
      sv: ['Fastighetschef', 'Disponent', 'Lokalchef', 'Servicechef'],
      en: ['Facilities Manager', 'Property Manager', 'Workplace Manager'],
    },
    authorisations: ['Tilausoikeus', 'Avainten luovutus'],
  },
  {
    area: 'Hankinta',
    weight: 18,
    titles: {
      fi: ['Hankintapäällikkö', 'Ostaja', 'Ostopäällikkö', 'Hankintajohtaja'],
      sv: ['Inköpschef', 'Inköpare', 'Upphandlingschef'],
      en: ['Procurement Manager', 'Purchaser', 'Category Manager'],
    },
    authorisations: ['Tilausoikeus'],
  },
  {
    area: 'Talous',
    weight: 14,
    titles: {
      fi: ['Talouspäällikkö', 'Talousjohtaja', 'Controller', 'Kirjanpitäjä'],
      sv: ['Ekonomichef', 'Ekonomidirektör', 'Controller', 'Bokförare'],
      en: ['Finance Manager', 'CFO', 'Controller', 'Accountant'],
    },
    authorisations: ['Laskujen hyväksyntä'],
  },
  {
    area: 'Toimistopalvelut',
    weight: 12,
    titles: {
      fi: ['Toimistopäällikkö', 'Assistentti', 'Toimistosihteeri', 'Palvelupäällikkö'],
      sv: ['Kontorschef', 'Assistent', 'Servicechef'],
      en: ['Office Manager', 'Executive Assistant'],
    },
    authorisations: [],
  },
  {
    area: 'Tuotanto',
    weight: 8,
    titles: {
      fi: ['Tuotantopäällikkö', 'Tehdaspäällikkö', 'Työnjohtaja'],
      sv: ['Produktionschef', 'Fabrikschef', 'Arbetsledare'],
      en: ['Production Manager', 'Plant Manager'],
    },
    authorisations: [],
  },
  {
    area: 'Henkilöstö',
    weight: 5,
    titles: {
      fi: ['Henkilöstöpäällikkö', 'HR-asiantuntija'],
      sv: ['Personalchef', 'HR-sakkunnig'],
      en: ['HR Manager', 'People Partner'],
    },
    authorisations: [],
  },
  {
    area: 'Vastuullisuus ja turvallisuus',
    weight: 4,
    titles: {
      fi: ['Työsuojelupäällikkö', 'Vastuullisuuspäällikkö', 'Turvallisuuspäällikkö'],
      sv: ['Arbetarskyddschef', 'Hållbarhetschef', 'Säkerhetschef'],
      en: ['HSE Manager', 'Sustainability Manager'],
    },
    authorisations: [],
  },
];

export const interests = [
  'Ympäristömerkki', 'Kiinteä kuukausihinta', 'Sähköinen raportointi', 'Paikallinen tekijä', 'Uudet toimitilat',
  'Energiansäästö', 'Messukutsut', 'Asiakaslehti',
] as const; // prettier-ignore

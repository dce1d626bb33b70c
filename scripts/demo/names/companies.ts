import type { LegalForm } from '@seloste/kernel';
import type { Random } from '../random.js';
import type { Place } from './places.js';

/**
 * What kinds of companies there are: `code|weight|Finnish words|Swedish words|English word`.
 * A name is made of one of the words and a person's, town's or invented name.
 */
const trades = `
43210|60|Sähkö Sähköasennus Sähköpalvelu Sähköurakointi|El Elinstallation Elservice|Electric
43220|55|LVI Putki LVI-Palvelu Putkiasennus|VVS Rör Rörservice|Plumbing
41200|65|Rakennus Rakennuspalvelu Rakennusliike|Bygg Byggservice|Construction
43341|25|Maalaus Maalausliike Pinta|Måleri|Painting
43390|18|Sisustus Lattia Kaluste|Inredning Golv|Interiors
25620|45|Konepaja Metalli Koneistus Työstö|Mekaniska Metall|Machining
25110|25|Teräs Teräsrakenne Hitsaus|Stål Svets|Steel
28990|20|Kone Konetekniikka Automaatio|Maskin Automation|Machinery
16100|15|Saha Puu Puunjalostus|Såg Trä|Timber
10710|14|Leipomo Konditoria|Bageri|Bakery
10890|10|Elintarvike Herkku|Livsmedel|Foods
18120|12|Paino Kirjapaino|Tryck Tryckeri|Print
22290|14|Muovi Muovituote|Plast|Plastics
31090|12|Kaluste Puusepänliike|Möbel Snickeri|Furniture
49410|55|Kuljetus Logistiikka Kuljetusliike|Transport Logistik|Logistics
52100|12|Varasto Varastointi|Lager|Warehousing
45201|38|Auto Autokorjaamo Autohuolto|Bil Bilservice|Motors
46690|40|Tekniikka Konetukku Trading|Teknik Partihandel|Trading
46390|14|Tukku Elintarviketukku|Parti Livsmedelsparti|Wholesale
47110|24|Market Kauppa|Handel Butik|Market
47730|12|Apteekki|Apotek|Pharmacy
47520|18|Rauta Rautakauppa|Järn Järnhandel|Hardware
55101|16|Hotelli Majatalo|Hotell Gästhem|Hotel
56101|40|Ravintola Bistro Lounas|Restaurang Bistro|Restaurant
62010|70|Ohjelmistot Digi Data Softa|Programvara Data Digital|Software
62020|30|Konsultointi IT-Palvelut|IT Datakonsult|Consulting
69201|45|Tilitoimisto Talouspalvelu Tilipalvelu|Bokföring Redovisning|Accounting
69101|18|Asianajotoimisto Lakitoimisto|Advokatbyrå Juristbyrå|Legal
70220|35|Konsultit Neuvonta Partners|Konsult Rådgivning|Advisors
71121|35|Insinööritoimisto Suunnittelu|Ingenjörsbyrå Planering|Engineering
71110|14|Arkkitehdit Arkkitehtitoimisto|Arkitekter|Architects
73111|20|Mainostoimisto Viestintä|Reklambyrå Kommunikation|Creative
78200|18|Henkilöstöpalvelu Rekry|Personal Bemanning|Staffing
68320|28|Isännöinti Kiinteistö|Disponent Fastighet|Property
86210|22|Lääkärikeskus Terveys|Läkarstation Hälsa|Health
86230|18|Hammaslääkärit Hammashoito|Tandläkare|Dental
87301|14|Hoivakoti Palvelukoti|Servicehem|Care
85100|12|Päiväkoti|Daghem|Nursery
93130|14|Kuntokeskus Liikunta|Gym|Fitness
96021|12|Kampaamo Hiustalo|Frisör|Salon
01110|12|Maatila Maatalous|Gård Lantbruk|Farm
02200|12|Metsä Metsäpalvelu|Skog Skogsservice|Forestry
38110|8|Kierrätys Ympäristö|Återvinning Miljö|Recycling
35114|8|Energia Sähköverkko|Energi|Energy
`;

interface Trade {
  code: string;
  finnish: string[];
  swedish: string[];
  english: string;
}

const split = (text = ''): string[] => text.split(' ');

const weightedTrades = table(trades).map(([code = '', weight, finnish, swedish, english = '']) => {
  const trade: Trade = { code, finnish: split(finnish), swedish: split(swedish), english };
  return [trade, Number(weight)] as const;
});

function table(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}

const finnishRoots = `
Aava Kaski Louhi Tuisku Honka Vire Sampo Kajo Utu Rakka Suvanto Halla Koski Kuura Tarmo Oiva Verso Kanto Selkä Harju
Kaarna Viima Lumo Aura Katve Pyry Sini Kumpu Ranta Vaski Kivi Tammi Revontuli Kaiku Ilves Karhu Kotka Joutsen Taimi Vesi
`.trim().split(/\s+/); // prettier-ignore

const swedishRoots =
  'Ekbacken Nordan Havsörn Kustens Furu Skärgårds Botnia Granit Solvik Björknäs Ådal Malm Lind Tallåsen Viken'.split(
    ' ',
  );
const englishRoots =
  'Northgate Harbour Baltic Kestrel Bluefield Meridian Fairway Oakhurst Sterling Polaris Anchor Westbridge'.split(
    ' ',
  );
const endings = ['Group', 'Partners', 'Solutions', 'Works', 'Nordic', 'Tech'];

/** A company before it is anybody's customer. */
export interface NamedCompany {
  name: string;
  legalForm: LegalForm;
  industryCode: string;
}

const forms: readonly (readonly [LegalForm, number])[] = [
  ['limited_company', 82],
  ['limited_partnership', 4],
  ['general_partnership', 2],
  ['sole_trader', 9],
  ['cooperative', 1],
  ['public_limited_company', 1],
];

const suffixes: Partial<Record<LegalForm, [finnish: string, swedish: string]>> = {
  limited_company: ['Oy', 'Ab'],
  public_limited_company: ['Oyj', 'Abp'],
  limited_partnership: ['Ky', 'Kb'],
  general_partnership: ['Ay', 'Öb'],
};

/** A company that works in Finnish, named the way such companies are: after a trade, a person, a town, a word. */
export function finnishCompany(
  random: Random,
  place: Place,
  person: { first: string; last: string },
): NamedCompany {
  if (random.chance(0.09)) return publicOrHousing(random, place);
  const trade = random.weighted(weightedTrades);
  const legalForm = random.weighted(forms);
  const word = random.pick(trade.finnish);
  const root = random.pick(finnishRoots);
  const industryCode = trade.code;
  if (legalForm === 'sole_trader')
    return { name: `Tmi ${person.first} ${person.last}`, legalForm, industryCode };
  if (legalForm === 'cooperative') return { name: `Osuuskunta ${root}`, legalForm, industryCode };
  const name = random.weighted([
    [`${word} ${person.last}`, 30],
    [`${place.genitive} ${word}`, 24],
    [`${root} ${word}`, 22],
    [`${word} ${person.last} & Kumppanit`, 4],
    [`${root} ${random.pick(endings)}`, 12],
    [`${word}-${root}`, 8],
  ]);
  return { name: `${name} ${suffixes[legalForm]?.[0] ?? 'Oy'}`, legalForm, industryCode };
}

function publicOrHousing(random: Random, place: Place): NamedCompany {
  const root = random.pick(finnishRoots);
  return random.weighted<NamedCompany>([
    [
      {
        name: `Asunto Oy ${place.genitive} ${root}${random.pick(['rinne', 'pirtti', 'ranta', 'puisto', 'kulma'])}`,
        legalForm: 'housing_company',
        industryCode: '68202',
      },
      55,
    ],
    [
      {
        name: `${place.genitive} ${random.pick(['lukio', 'sivistystoimi', 'tilapalvelut', 'kirjasto', 'vesilaitos', 'liikuntapalvelut'])}`,
        legalForm: 'public_body',
        industryCode: '84110',
      },
      15,
    ],
    [
      {
        name: `${place.genitive} ${random.pick(['Urheilijat', 'Yrittäjät', 'Nuorisoyhdistys', 'Kamariorkesteri', 'Veneseura'])} ry`,
        legalForm: 'association',
        industryCode: '94999',
      },
      18,
    ],
    [{ name: `${root}säätiö sr`, legalForm: 'foundation', industryCode: '88999' }, 12],
  ]);
}

/** A company that works in Swedish. */
export function swedishCompany(
  random: Random,
  place: Place,
  person: { first: string; last: string },
): NamedCompany {
  const trade = random.weighted(weightedTrades);
  const legalForm = random.weighted(forms.filter(([form]) => form !== 'cooperative'));
  const industryCode = trade.code;
  if (legalForm === 'sole_trader')
    return { name: `Fma ${person.first} ${person.last}`, legalForm, industryCode };
  const word = random.pick(trade.swedish);
  const name = random.weighted([
    [`${person.last} ${word}`, 32],
    [`${place.swedish} ${word}`, 30],
    [`${random.pick(swedishRoots)} ${word}`, 28],
    [`${word} ${person.last} & Co`, 10],
  ]);
  return { name: `${name} ${suffixes[legalForm]?.[1] ?? 'Ab'}`, legalForm, industryCode };
}

/** A company abroad, or a foreign group's office here. */
export function foreignCompany(random: Random, suffix: string): NamedCompany {
  const trade = random.weighted(weightedTrades);
  const name = `${random.pick(englishRoots)} ${trade.english} ${suffix}`;
  return { name, legalForm: 'foreign', industryCode: trade.code };
}

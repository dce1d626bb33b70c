import type { Language } from '@seloste/kernel';
import type { ErasureGround } from '../erasure.entity.js';

/** What a certificate says on paper. */
export interface CertificateTexts {
  title: string;
  intro: string;
  number: string;
  controller: string;
  ground: string;
  grounds: Record<ErasureGround, string>;
  manner: string;
  manners: Record<'pseudonymised' | 'deleted', string>;
  requested: string;
  executed: string;
  completed: string;
  what: string;
  where: string;
  action: string;
  /** By the action. */
  actions: Record<string, string>;
  count: string;
  mentions: string;
  mentionsReplaced: string;
  decidedToReplace: string;
  decidedToKeep: string;
  holds: string;
  holdGrounds: Record<string, string>;
  heldUntil: (day: string) => string;
  heldUntilReleased: string;
  scan: string;
  scanned: (scan: { tables: number; columns: number; files: number; at: string }) => string;
  nothingFound: string;
  byIndex: string;
  proof: string;
  hash: string;
  event: string;
  link: string;
  chainHash: string;
  altered: string;
  notYet: string;
  noNames: string;
  page: (page: number, of: number) => string;
}

const fi: CertificateTexts = {
  title: 'Todistus henkilötietojen poistamisesta',
  intro:
    'Tämä todistus osoittaa, että yhden henkilön tiedot on poistettu rekisteristä (yleinen tietosuoja-asetus, 17 artikla).',
  number: 'Poiston tunnus',
  controller: 'Rekisterinpitäjä',
  ground: 'Peruste',
  grounds: {
    retention: 'Säilytysaika päättyi',
    request: 'Henkilön oma pyyntö',
    by_hand: 'Rekisterinpitäjän päätös',
    consent_withdrawn: 'Suostumus peruutettiin',
    objection: 'Henkilö vastusti käsittelyä',
  },
  manner: 'Toteutustapa',
  manners: {
    pseudonymised: 'Pseudonymisoitu: tilastotiedot jäivät satunnaisen tunnuksen alle',
    deleted: 'Poistettu kokonaan',
  },
  requested: 'Käynnistetty',
  executed: 'Tiedot poistettu',
  completed: 'Valmis',
  what: 'Mitä tehtiin',
  where: 'Tiedot',
  action: 'Toimenpide',
  actions: {
    delete_row: 'poistettiin',
    pseudonymise: 'korvattiin satunnaisella tunnuksella',
    redact: 'sisältö poistettiin, tilastotieto jäi',
    generalise: 'karkeistettiin',
    replace: 'maininnat korvattiin',
    keep: 'säilytettiin',
  },
  count: 'Määrä',
  mentions: 'Maininnat muiden kirjoittamissa teksteissä',
  mentionsReplaced: 'Tekstejä, joissa maininta korvattiin',
  decidedToReplace: 'Epävarmoja mainintoja, jotka päätettiin korvata',
  decidedToKeep: 'Epävarmoja mainintoja, jotka tarkoittivat toista henkilöä',
  holds: 'Voimassa olleet poiston esteet',
  holdGrounds: {
    accounting_voucher: 'Kirjanpitotosite',
    accounting_book: 'Kirjanpitokirja tai tilinpäätös',
    open_deal: 'Avoin kauppa',
    open_invoice: 'Avoin lasku',
    dispute: 'Riita-asia',
    subject_request: 'Avoin tietopyyntö',
  },
  heldUntil: (day) => `${day} asti`,
  heldUntilReleased: 'päättymiseensä asti',
  scan: 'Tarkastus',
  scanned: ({ tables, columns, files, at }) =>
    `Poiston jälkeen tarkastettiin ${at} tietokannan ${tables} taulua (${columns} saraketta) ja ${files} tiedostoa.`,
  nothingFound: 'Henkilöön viittaavia tietoja ei löytynyt.',
  byIndex: 'Yhteydenottojen tekstit tarkastettiin hakemiston avulla.',
  proof: 'Todennus',
  hash: 'Todistuksen tiiviste (SHA-256)',
  event: 'Tapahtuma lokissa',
  link: 'Järjestysnumero lokiketjussa',
  chainHash: 'Lokiketjun tiiviste',
  altered: 'Todistusta on muutettu sen antamisen jälkeen.',
  notYet: 'ei vielä ketjussa',
  noNames: 'Todistus ei sisällä henkilötietoja.',
  page: (page, of) => `Sivu ${page} / ${of}`,
};

const sv: CertificateTexts = {
  title: 'Intyg över radering av personuppgifter',
  intro:
    'Detta intyg visar att en persons uppgifter har raderats ur registret (allmänna dataskyddsförordningen, artikel 17).',
  number: 'Raderingens nummer',
  controller: 'Personuppgiftsansvarig',
  ground: 'Grund',
  grounds: {
    retention: 'Lagringstiden löpte ut',
    request: 'Personens egen begäran',
    by_hand: 'Den personuppgiftsansvariges beslut',
    consent_withdrawn: 'Samtycket återkallades',
    objection: 'Personen invände mot behandlingen',
  },
  manner: 'Tillvägagångssätt',
  manners: {
    pseudonymised: 'Pseudonymiserad: statistiken finns kvar under en slumpmässig beteckning',
    deleted: 'Raderad i sin helhet',
  },
  requested: 'Inledd',
  executed: 'Uppgifterna raderade',
  completed: 'Slutförd',
  what: 'Vad som gjordes',
  where: 'Uppgifter',
  action: 'Åtgärd',
  actions: {
    delete_row: 'raderades',
    pseudonymise: 'ersattes med en slumpmässig beteckning',
    redact: 'innehållet raderades, statistiken finns kvar',
    generalise: 'gjordes mindre exakta',
    replace: 'omnämnanden ersattes',
    keep: 'bevarades',
  },
  count: 'Antal',
  mentions: 'Omnämnanden i vad andra har skrivit',
  mentionsReplaced: 'Texter där ett omnämnande ersattes',
  decidedToReplace: 'Osäkra omnämnanden som man beslöt ersätta',
  decidedToKeep: 'Osäkra omnämnanden som avsåg någon annan',
  holds: 'Raderingshinder som var i kraft',
  holdGrounds: {
    accounting_voucher: 'Bokföringsverifikat',
    accounting_book: 'Bokföringsbok eller bokslut',
    open_deal: 'Öppen affär',
    open_invoice: 'Öppen faktura',
    dispute: 'Tvist',
    subject_request: 'Öppen begäran från den registrerade',
  },
  heldUntil: (day) => `till och med ${day}`,
  heldUntilReleased: 'tills grunden upphörde',
  scan: 'Granskning',
  scanned: ({ tables, columns, files, at }) =>
    `Efter raderingen granskades ${at} databasens ${tables} tabeller (${columns} kolumner) och ${files} filer.`,
  nothingFound: 'Inga uppgifter som pekar ut personen hittades.',
  byIndex: 'Kontakternas texter granskades med hjälp av sökregistret.',
  proof: 'Verifiering',
  hash: 'Intygets kontrollsumma (SHA-256)',
  event: 'Händelse i loggen',
  link: 'Ordningsnummer i loggkedjan',
  chainHash: 'Loggkedjans kontrollsumma',
  altered: 'Intyget har ändrats efter att det utfärdades.',
  notYet: 'ännu inte i kedjan',
  noNames: 'Intyget innehåller inga personuppgifter.',
  page: (page, of) => `Sida ${page} / ${of}`,
};

const en: CertificateTexts = {
  title: 'Certificate of erasure of personal data',
  intro:
    'This certificate shows that the data of one person was erased from the register (GDPR, Article 17).',
  number: 'Number of the erasure',
  controller: 'Controller',
  ground: 'Ground',
  grounds: {
    retention: 'The retention period ended',
    request: 'The person’s own request',
    by_hand: 'The controller’s decision',
    consent_withdrawn: 'Consent was withdrawn',
    objection: 'The person objected to the processing',
  },
  manner: 'Manner',
  manners: {
    pseudonymised: 'Pseudonymised: statistics stay under a random name',
    deleted: 'Deleted altogether',
  },
  requested: 'Begun',
  executed: 'Data erased',
  completed: 'Completed',
  what: 'What was done',
  where: 'Data',
  action: 'Action',
  actions: {
    delete_row: 'deleted',
    pseudonymise: 'replaced by a random name',
    redact: 'content removed, statistics kept',
    generalise: 'made less precise',
    replace: 'mentions replaced',
    keep: 'kept',
  },
  count: 'Count',
  mentions: 'Mentions in what others wrote',
  mentionsReplaced: 'Texts in which a mention was replaced',
  decidedToReplace: 'Doubtful mentions that were decided to be replaced',
  decidedToKeep: 'Doubtful mentions that meant somebody else',
  holds: 'Holds that were in force',
  holdGrounds: {
    accounting_voucher: 'Accounting voucher',
    accounting_book: 'Accounting book or financial statement',
    open_deal: 'Open deal',
    open_invoice: 'Open invoice',
    dispute: 'Dispute',
    subject_request: 'Open request of the data subject',
  },
  heldUntil: (day) => `until ${day}`,
  heldUntilReleased: 'until released',
  scan: 'Scan',
  scanned: ({ tables, columns, files, at }) =>
    `After the erasure, ${tables} tables of the database (${columns} columns) and ${files} files were looked through on ${at}.`,
  nothingFound: 'Nothing by which the person could be recognised was found.',
  byIndex: 'The texts of interactions were looked through by their index.',
  proof: 'Verification',
  hash: 'Hash of the certificate (SHA-256)',
  event: 'Event in the log',
  link: 'Number in the chain of the log',
  chainHash: 'Hash of the chain',
  altered: 'The certificate was changed after it was issued.',
  notYet: 'not linked yet',
  noNames: 'The certificate holds no personal data.',
  page: (page, of) => `Page ${page} of ${of}`,
};

export const certificateTexts: Record<Language, CertificateTexts> = { fi, sv, en };

import type { Language } from '@seloste/kernel';

type Words = Record<Language, string>;
const words = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

/** A table in words. */
export const wordsOf = (table: string, language: Language): string => tableWords[table]?.[language] ?? table;

const files = words('Tiedosto', 'Fil', 'File');
const jobs = words('Taustatyöjono', 'Kön för bakgrundsarbeten', 'Queue of background jobs');
const unknown = words('Muu taulu', 'Annan tabell', 'Another table');

/** A place in words: `schema.table`, with or without a column, or `file:` and a path. */
export function wordsOfPlace(where: string, language: Language): string {
  if (where.startsWith('file:')) return `${files[language]} ${where.slice('file:'.length)}`;
  const [schema = '', table = ''] = where.split('.');
  if (schema === 'pgboss') return jobs[language];
  return (schema === 'public' && tableWords[table]?.[language]) || `${unknown[language]} ${schema}.${table}`;
}

/** What people call what stands in a table: a plan speaks of no table by its name. A test knows of one without words. */
export const tableWords: Record<string, Words> = {
  contacts: words('Henkilön perustiedot', 'Personens grunduppgifter', 'The person’s basic details'),
  contact_points: words(
    'Sähköpostiosoitteet ja puhelinnumerot',
    'E-postadresser och telefonnummer',
    'E-mail addresses and phone numbers',
  ),
  contact_sources: words('Tietojen lähteet', 'Uppgifternas källor', 'Sources of the data'),
  contact_bases: words('Käsittelyperusteet', 'Rättsliga grunder', 'Legal bases'),
  employments: words('Työpaikat', 'Arbetsplatser', 'Workplaces'),
  interactions: words(
    'Yhteydenotot ja muistiinpanot',
    'Kontakter och anteckningar',
    'Interactions and notes',
  ),
  interaction_participants: words('Osallistumiset', 'Deltaganden', 'Participations'),
  interaction_revisions: words(
    'Muistiinpanojen aiemmat versiot',
    'Tidigare versioner av anteckningar',
    'Earlier versions of notes',
  ),
  imports: words('Tuonnit', 'Importer', 'Imports'),
  import_rows: words('Tuotujen tiedostojen rivit', 'Rader i importerade filer', 'Rows of imported files'),
  import_file_parts: words(
    'Tuotujen tiedostojen osat',
    'Delar av importerade filer',
    'Parts of imported files',
  ),
  export_people: words(
    'Vientitiedostojen henkilöluettelot',
    'Exportfilernas personlistor',
    'Lists of people in exports',
  ),
  export_parts: words(
    'Noutamattomien vientitiedostojen osat',
    'Delar av exportfiler som inte hämtats',
    'Parts of exports not yet fetched',
  ),
  erased_returns: words(
    'Merkinnät poistetun henkilön paluusta',
    'Anteckningar om att en raderad person återkommit',
    'Records of an erased person’s return',
  ),
  disclosures: words('Luovutusmerkinnät', 'Uppgifter om utlämnande', 'Records of disclosure'),
  messages: words(
    'Lähetetyt ja odottavat viestit',
    'Skickade och väntande meddelanden',
    'Messages sent and waiting',
  ),
  mail_messages: words('Palveluviestit', 'Servicemeddelanden', 'Service letters'),
  mailing_recipients: words(
    'Postitusten vastaanottajamerkinnät',
    'Mottagaruppgifter i utskick',
    'Recipient records of mailings',
  ),
  sequence_runs: words('Viestisarjat', 'Meddelandeserier', 'Message sequences'),
  sequence_run_steps: words(
    'Viestisarjojen vaiheet',
    'Steg i meddelandeserier',
    'Steps of message sequences',
  ),
  stop_replies: words(
    'Lopetuspyynnöiltä vaikuttavat vastaukset',
    'Svar som verkar be oss sluta',
    'Replies that seem to ask us to stop',
  ),
  contact_links: words('Henkilökohtaiset linkit', 'Personliga länkar', 'Personal links'),
  objections: words('Kiellot', 'Invändningar', 'Objections'),
  objection_withdrawals: words('Kieltojen peruutukset', 'Återtagna invändningar', 'Objections taken back'),
  consents: words('Suostumukset', 'Samtycken', 'Consents'),
  consent_confirmations: words(
    'Suostumusten vahvistukset',
    'Bekräftelser av samtycken',
    'Confirmations of consents',
  ),
  consent_withdrawals: words('Suostumusten peruutukset', 'Återkallade samtycken', 'Consents withdrawn'),
  sale_references: words('Myyntiviitteet', 'Försäljningsreferenser', 'References to sales'),
  notice_duties: words('Informointivelvollisuudet', 'Informationsplikter', 'Duties to inform'),
  restrictions: words(
    'Käsittelyn rajoitukset',
    'Begränsningar av behandlingen',
    'Restrictions of processing',
  ),
  privacy_acts: words(
    'Tietosuojavastaavan toimien perustelut',
    'Motiveringar till dataskyddsombudets åtgärder',
    'Reasons of the privacy officer’s acts',
  ),
  holds: words('Poiston esteet', 'Raderingshinder', 'Holds'),
  hold_releases: words('Poiston esteiden päättämiset', 'Avslutade raderingshinder', 'Ends of holds'),
  hold_reviews: words('Poiston esteiden arvioinnit', 'Omprövningar av raderingshinder', 'Reviews of holds'),
  retention_extensions: words(
    'Säilytysajan pidennykset',
    'Förlängningar av lagringstiden',
    'Extensions of retention',
  ),
  erasures: words('Poistopyynnön perustelu', 'Motiveringen till raderingen', 'The reason given for erasing'),
  retention_run_items: words('Merkinnät poistoajoissa', 'Anteckningar i gallringar', 'Entries in purge runs'),
  erasure_plans: words('Poistosuunnitelmat', 'Raderingsplaner', 'Plans of erasure'),
  erasure_mentions: words('Löydetyt maininnat', 'Hittade omnämnanden', 'Mentions found'),
  companies: words('Yrityksen perustiedot', 'Företagets grunduppgifter', 'The company’s basic details'),
  company_addresses: words('Yrityksen osoitteet', 'Företagets adresser', 'The company’s addresses'),
  company_products: words('Yrityksen tuotteet', 'Företagets produkter', 'The company’s products'),
  retention_reviews: words('Säilytyksen arvioinnit', 'Omprövningar av lagringen', 'Reviews of retention'),
  subject_requests: words('Tietopyynnöt', 'Begäranden', 'Requests'),
  request_letters: words('Pyyntöihin annetut vastaukset', 'Svar på begäranden', 'Answers to requests'),
  request_challenges: words(
    'Henkilöllisyyden varmistukset',
    'Bekräftelser av identiteten',
    'Confirmations of identity',
  ),
  breach_people: words('Tietoturvaloukkaukset', 'Personuppgiftsincidenter', 'Breaches of personal data'),
  packages: words('Tietopaketit', 'Datapaket', 'Data packages'),
  package_parts: words('Tietopakettien osat', 'Delar av datapaket', 'Parts of data packages'),
  correction_proposals: words('Korjausehdotukset', 'Förslag till rättelser', 'Proposed corrections'),
  my_data_links: words('Omien tietojen linkit', 'Länkar till egna uppgifter', 'Links to own data'),
  my_data_sessions: words('Omien tietojen istunnot', 'Sessioner på egna sidan', 'Sessions on the own page'),
  // Where others may have written of them.
  retention_rules: words('Säilytyssäännöt', 'Lagringsregler', 'Retention rules'),
  retention_rule_versions: words(
    'Säilytyssääntöjen aiemmat versiot',
    'Tidigare versioner av lagringsregler',
    'Earlier versions of retention rules',
  ),
  consent_wordings: words('Suostumusten sanamuodot', 'Formuleringar av samtycken', 'Wordings of consents'),
  templates: words('Viestipohjat', 'Mallar för meddelanden', 'Message templates'),
  template_contents: words('Viestipohjien sisällöt', 'Innehåll i mallar', 'Contents of message templates'),
  segments: words('Kohderyhmät', 'Målgrupper', 'Segments'),
  mailings: words('Postitukset', 'Utskick', 'Mailings'),
  sequences: words(
    'Viestisarjojen asetukset',
    'Inställningar för meddelandeserier',
    'Settings of message sequences',
  ),
  exports: words('Viennit', 'Exporter', 'Exports'),
  webhooks: words('Webhook-osoitteet', 'Webhook-adresser', 'Webhook addresses'),
  api_tokens: words('Rajapinta-avaimet', 'API-nycklar', 'API tokens'),
  purposes: words('Käsittelyn tarkoitukset', 'Ändamål med behandlingen', 'Purposes of processing'),
  teams: words('Tiimit', 'Team', 'Teams'),
  users: words('Käyttäjätilit', 'Användarkonton', 'User accounts'),
  role_grants: words(
    'Käyttöoikeuksien perustelut',
    'Motiveringar till behörigheter',
    'Reasons for access rights',
  ),
  invitations: words('Kutsut', 'Inbjudningar', 'Invitations'),
  undertakings: words('Salassapitositoumukset', 'Sekretessförbindelser', 'Confidentiality undertakings'),
};

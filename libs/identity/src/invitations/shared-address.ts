import { InvalidInput } from '@seloste/kernel';

/**
 * Mailboxes that several people read, in Finnish, Swedish and English: an account under one would be a shared login,
 * which can be tied to nobody (GDPR Art. 29, 32(4)). A few common names, not all there are; folded like {@link folded}.
 */
export const sharedMailboxes: ReadonlySet<string> = new Set(
  `
  info toimisto posti sahkoposti yhteys yhteydenotto vaihde aula neuvonta kirjaamo
  asiakaspalvelu asiakastuki tuki palaute tilaukset tilaus varaukset
  myynti markkinointi viestinta laskutus laskut ostolaskut reskontra talous taloushallinto kirjanpito
  hallinto henkilosto rekry rekrytointi tietosuoja yllapito
  kundtjanst kundservice kundsupport stod forsaljning bestallning bestallningar order marknadsforing
  faktura fakturor fakturering ekonomi bokforing kontor kontoret kansli reception personal rekrytering
  dataskydd vaxel
  sales marketing support service services help helpdesk customerservice customercare customersupport
  billing invoice invoices invoicing accounting accounts finance orders office contact contactus hello team
  admin administrator administration root webmaster postmaster hostmaster abuse security it itsupport
  hr jobs careers recruitment press media privacy gdpr dpo compliance feedback enquiries inquiries
  palvelu tekninentuki huolto isannointi vuokraus varasto logistiikka hankinnat hankinta ostot verkkokauppa lehdisto
  tiedotus vastaanotto johto tiimi
  post epost inkop webbutik underhall kommunikation ledning bokning uthyrning lager logistik registratur registrator
  webshop shop purchasing procurement communications management booking reservations logistics
  mail email mailbox noreply donotreply newsletter
`
    .split(/\s+/)
    .filter(Boolean),
);

/** Without what does not tell mailboxes apart: `Asiakas.Palvelu2+crm` is `asiakaspalvelu`. */
const folded = (localPart: string): string =>
  localPart
    .replace(/\+.*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** Does the address look like one that several people read? */
export const isSharedAddress = (email: string): boolean =>
  sharedMailboxes.has(folded(email.slice(0, email.lastIndexOf('@'))));

/** @throws InvalidInput on `field` with the code `shared_address` */
export function assertPersonalAddress(email: string, field: string): void {
  if (isSharedAddress(email))
    throw InvalidInput.of(
      field,
      'shared_address',
      'must be the address of one person, not of a shared mailbox',
    );
}

import type { Target } from './targets.js';

/**
 * A heading's meaning: a target, or one that depends on the other columns (`?`): a name, phone or e-mail address
 * belongs to the person when the file has people, else to the company. `null`: known, and nothing that we import.
 */
export type Meaning = Target | '?.name' | '?.phone' | '?.email' | null;

const lines: [Meaning, string][] = [
  [
    'contact.firstName',
    'etunimi, etunimet, kutsumanimi, förnamn, tilltalsnamn, first name, given name, forename, fname, firstname, person first name, contact first name, henkilön etunimi, kontaktpersonens förnamn',
  ],
  [
    'contact.lastName',
    'sukunimi, efternamn, släktnamn, last name, surname, family name, lname, lastname, person last name, contact last name, henkilön sukunimi, kontaktpersonens efternamn',
  ],
  [
    'contact.fullName',
    'koko nimi, yhteyshenkilö, kontaktihenkilö, henkilö, henkilön nimi, yhteyshenkilön nimi, etunimi sukunimi, etunimi ja sukunimi, hela namnet, fullständigt namn, kontaktperson, kontaktpersonens namn, förnamn efternamn, för och efternamn, full name, contact, contact name, contact person, person, person name, display name, first and last name',
  ],
  [
    'contact.fullNameLastFirst',
    'sukunimi etunimi, sukunimi ja etunimi, efternamn förnamn, efternamn och förnamn, last name first name, surname first name',
  ],
  ['?.name', 'nimi, namn, name'],
  [
    'contact.email',
    'oma sähköposti, henkilön sähköposti, yhteyshenkilön sähköposti, työsähköposti, kontaktpersonens e post, person email, person email work, person email home, person email other, contact email, work email, additional email addresses, email work, email home, email other, e post arbete',
  ],
  [
    '?.email',
    'sähköposti, sähköpostiosoite, s posti, sposti, meili, email, e mail, e mail address, email address, mail, e post, epost, e postadress, mejl',
  ],
  [
    'contact.phone',
    'matkapuhelin, matkapuhelinnumero, kännykkä, gsm, gsm numero, matkapuh, oma puhelin, henkilön puhelin, yhteyshenkilön puhelin, suora numero, suora puhelin, mobil, mobiltelefon, mobilnummer, mobiltelefonnummer, mobile, mobile phone, mobile phone number, mobile number, cell, cell phone, direct phone, direktnummer, kontaktpersonens telefon, person phone, person phone work, person phone mobile, person phone home, person phone other, contact phone, phone mobile',
  ],
  [
    '?.phone',
    'puhelin, puhelinnumero, puh, puh nro, puhelinnro, telefon, telefonnummer, tel, tel nr, tfn, phone, phone number, telephone, work phone, phone work, työpuhelin, arbetstelefon',
  ],
  [
    'contact.title',
    'titteli, tehtävänimike, nimike, ammattinimike, asema, tehtävä, rooli, titel, befattning, yrkestitel, tjänstetitel, roll, title, job title, position, role, jobtitle, person job title, occupation',
  ],
  [
    'contact.areaOfResponsibility',
    'vastuualue, vastuualueet, ansvarsområde, ansvarsområden, area of responsibility, responsibility, responsibilities, responsible for',
  ],
  ['contact.department', 'osasto, yksikkö, avdelning, enhet, department, unit, team'],
  [
    'contact.language',
    'kieli, asiointikieli, äidinkieli, yhteydenpitokieli, kielikoodi, språk, kontaktspråk, språkkod, language, preferred language, contact language, locale, hs language',
  ],
  [
    'contact.authorisations',
    'valtuudet, valtuutukset, oikeudet, fullmakter, befogenheter, behörigheter, authorisations, authorizations',
  ],
  ['contact.interests', 'kiinnostukset, kiinnostuksen kohteet, intressen, interests'],
  [
    'company.name',
    'yritys, yrityksen nimi, yritysnimi, yhtiö, toiminimi, asiakas, asiakkaan nimi, organisaatio, organisaation nimi, työnantaja, firma, företag, företagets namn, företagsnamn, firmanamn, bolag, bolagets namn, kund, kundnamn, organisation, organisationens namn, arbetsgivare, company, company name, companyname, associated company, organization, organization name, organisation name, account, account name, employer, customer, customer name, business name, primary company, person organization',
  ],
  [
    'company.businessId',
    'y tunnus, ytunnus, yritystunnus, ly tunnus, fo nummer, fonummer, företags och organisationsnummer, organisationsnummer, org nr, orgnr, organization number, business id, businessid, business id code, company id number, company registration number, company number, vat id y tunnus',
  ],
  [
    'company.vatNumber',
    'alv numero, alv tunnus, alv nro, arvonlisäverotunnus, momsnummer, moms nr, momsregistreringsnummer, vat, vat number, vat no, vat id, vat code, vatnumber',
  ],
  [
    'company.legalForm',
    'yhtiömuoto, yritysmuoto, bolagsform, företagsform, legal form, company form, legal form code, business type',
  ],
  [
    'company.industryCode',
    'toimiala, toimialakoodi, tol, tol koodi, tol 2008, päätoimiala, bransch, branschkod, näringsgren, näringsgrenskod, tol kod, industry, industry code, sector, nace, nace code, organization industry',
  ],
  [
    'company.size',
    'henkilöstömäärä, henkilökunta, henkilöstö, työntekijöitä, henkilöstön määrä, yrityksen koko, kokoluokka, antal anställda, anställda, personal, personalstyrka, storlek, företagets storlek, number of employees, employees, employee count, headcount, company size, size, numberofemployees, organization number of employees',
  ],
  [
    'company.phone',
    'yrityksen puhelin, yrityksen puhelinnumero, vaihde, vaihteen numero, keskus, asiakaspalvelu, företagets telefon, företagets telefonnummer, växel, växelnummer, company phone, company phone number, switchboard, organization phone, office phone, main phone',
  ],
  [
    'company.email',
    'yrityksen sähköposti, yrityksen sähköpostiosoite, yhteinen sähköposti, företagets e post, företagets e postadress, company email, company e mail, company email address, organization email, office email',
  ],
  [
    'company.website',
    'verkkosivu, verkkosivut, verkkosivusto, kotisivu, kotisivut, www, www osoite, nettisivu, nettisivut, webbplats, webbsida, hemsida, webbadress, website, web site, website url, url, homepage, home page, web, company website, organization website, company domain name, domain',
  ],
  [
    'company.street',
    'katuosoite, osoite, lähiosoite, käyntiosoite, postiosoite, jakeluosoite, katu, gatuadress, adress, besöksadress, postadress, utdelningsadress, gata, street, street address, address, address 1, address line 1, visiting address, postal address, mailing address, organization address, company address, organization street house',
  ],
  [
    'company.postalCode',
    'postinumero, postinro, pno, postinum, postnummer, postnr, postal code, post code, postcode, zip, zip code, zip postal code, zip postal, organization zip postal code, postal code of address',
  ],
  [
    'company.city',
    'postitoimipaikka, kaupunki, paikkakunta, toimipaikka, kunta, kotipaikka, postitmp, ort, postort, stad, postanstalt, hemort, kommun, city, town, city town, locality, organization city town village locality, company city, municipality',
  ],
  [
    'company.country',
    'maa, maakoodi, land, landskod, country, country region, country code, organization country, company country',
  ],
  [
    'company.status',
    'asiakkuus, asiakkuuden tila, asiakassuhde, suhde, asiakastila, kundrelation, kundstatus, relation, relationship, relationship status, customer status, customer relationship',
  ],
  [
    'note',
    'muistiinpano, muistiinpanot, huomiot, huomautus, huomautukset, huomio, lisätiedot, lisätieto, kommentti, kommentit, muistio, kuvaus, anteckning, anteckningar, anmärkning, anmärkningar, tilläggsuppgifter, kommentar, kommentarer, beskrivning, note, notes, comment, comments, remarks, description, memo, message, person notes, organization notes',
  ],
  [
    null,
    'id, record id, record id contact, omistaja, vastuuhenkilö, vastuumyyjä, myyjä, ägare, ansvarig, ansvarig säljare, owner, contact owner, company owner, person owner, organization owner, lifecycle stage, lead status, elinkaari, lähde, källa, source, original source, luotu, skapad, created, create date, created at, add time, update time, last activity date, last contact, last contacted, viimeisin yhteydenotto, viimeksi yhteydessä, senaste kontakt, people, label, person label, organization label, person id, organization id, marketing status, marketing contact status, email opt out, unsubscribed from all email, avoimet kaupat, open deals, won deals, closed deals, contacts, followers, next activity date, last activity, profile picture',
  ],
];

/** Headings of Finnish, Swedish and English lists and of the exports of other systems, as people write them. */
export const headings: ReadonlyMap<Meaning, readonly string[]> = new Map(
  lines.map(([meaning, words]) => [meaning, words.split(', ')]),
);

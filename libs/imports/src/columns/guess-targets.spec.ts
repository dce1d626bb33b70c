import { guessTargets, looksLikeHeading } from './guess-targets.js';

const guess = (headings: string, samples: string[][] = []) =>
  guessTargets(
    headings.split(';').map((header, index) => ({ index, header, samples: samples[index] ?? [] })),
  );

describe('guessing what columns mean', () => {
  it.each([
    [
      'Etunimi;Sukunimi;Yritys;Y-tunnus;Sähköposti;Puhelin;Titteli;Vastuualue;Osasto;Kieli',
      'contact.firstName contact.lastName company.name company.businessId contact.email contact.phone contact.title contact.areaOfResponsibility contact.department contact.language',
    ],
    [
      'Förnamn;Efternamn;Företag;FO-nummer;E-post;Mobil;Titel;Ansvarsområde;Avdelning;Språk',
      'contact.firstName contact.lastName company.name company.businessId contact.email contact.phone contact.title contact.areaOfResponsibility contact.department contact.language',
    ],
    [
      'First name;Last name;Company;Business ID;E-mail;Phone;Job title;Area of responsibility;Department;Language',
      'contact.firstName contact.lastName company.name company.businessId contact.email contact.phone contact.title contact.areaOfResponsibility contact.department contact.language',
    ],
    [
      'Nimi;Y-tunnus;Toimiala;Katuosoite;Postinumero;Postitoimipaikka;Verkkosivu;Puhelin;Sähköposti',
      'company.name company.businessId company.industryCode company.street company.postalCode company.city company.website company.phone company.email',
    ],
    [
      'Namn;Företag;Gatuadress;Postnummer;Ort;Webbplats;Bransch;Anteckningar;Telefon',
      'contact.fullName company.name company.street company.postalCode company.city company.website company.industryCode note contact.phone',
    ],
    ['Name;Email;GSM', 'contact.fullName contact.email contact.phone'],
    ['Yritys;Puhelin;Sähköposti', 'company.name company.phone company.email'],
    ['Sukunimi Etunimi;Yhtiö', 'contact.fullNameLastFirst company.name'],
    [
      'ETUNIMI;sukunimi;SÄHKÖPOSTI 1;Sähköposti 2;matkapuhelin (työ)',
      'contact.firstName contact.lastName contact.email contact.email contact.phone',
    ],
    ['Etunmi;Sukunimii;Yrtiys;Sahkoposti', 'contact.firstName contact.lastName company.name contact.email'],
    [
      'Yrityksen nimi;Yrityksen puhelin;Yhteyshenkilö;Puhelin',
      'company.name company.phone contact.fullName contact.phone',
    ],
    ['Företag;Kontaktperson;Växel;Mobiltelefon', 'company.name contact.fullName company.phone contact.phone'],
    ['Asiakas;Vastuuhenkilö;Luotu;Kengännumero', 'company.name - - -'],
  ])('reads %s', (headings, expected) => {
    expect(
      guess(headings)
        .map((target) => target ?? '-')
        .join(' '),
    ).toBe(expected);
  });

  it("reads HubSpot's export", () => {
    expect(
      guess(
        'Record ID;First Name;Last Name;Email;Phone Number;Contact owner;Job Title;Company Name;Lead Status;Create Date;Website URL;Number of Employees;Preferred language',
      ),
    ).toEqual([
      null,
      'contact.firstName',
      'contact.lastName',
      'contact.email',
      'contact.phone',
      null,
      'contact.title',
      'company.name',
      null,
      null,
      'company.website',
      'company.size',
      'contact.language',
    ]);
  });

  it("reads Pipedrive's export", () => {
    expect(
      guess(
        'Person - Name;Person - Email - Work;Person - Phone - Mobile;Person - Organization;Person - Owner;Organization - Address;Person - Label',
      ),
    ).toEqual([
      'contact.fullName',
      'contact.email',
      'contact.phone',
      'company.name',
      null,
      'company.street',
      null,
    ]);
  });

  it('gives a target of which there is one to the first column alone', () => {
    expect(guess('Yritys;Asiakas;Etunimi')).toEqual(['company.name', null, 'contact.firstName']);
  });

  it('reads columns without headings by their values, when all of them agree', () => {
    expect(
      guess(';;;', [
        ['a@b.fi', 'c@d.fi'],
        ['1927400-1'],
        ['040 123 4567', '+358 9 123 4567'],
        ['Helsinki', '00100'],
      ]),
    ).toEqual(['contact.email', 'company.businessId', 'contact.phone', null]);
  });

  it('tells headings from data', () => {
    expect(looksLikeHeading(['Nimi', 'Sähköposti', '2024'])).toBe(true);
    expect(looksLikeHeading(['Matti Virtanen', 'matti@yritys.fi'])).toBe(false);
    expect(looksLikeHeading(['Kvarnen Ab', '1927400-1'])).toBe(false);
    expect(looksLikeHeading(['Kvarnen Ab', '+358 40 1234567'])).toBe(false);
  });
});

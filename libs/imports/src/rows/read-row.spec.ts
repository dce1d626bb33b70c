import { targets, type Target } from '../columns/targets.js';
import { splitFullName, splitLastNameFirst } from './person-name.js';
import { readRow } from './read-row.js';
import {
  countryNamed,
  industryNamed,
  languageNamed,
  legalFormNamed,
  sizeNamed,
  statusNamed,
} from './words.js';

/** Reads a row given as target → cell. */
function read(cells: Partial<Record<Target, string>>, language: 'fi' | null = null) {
  const columns = (Object.keys(cells) as Target[]).map((target, index) => ({ index, target }));
  return readRow(Object.values(cells), { columns, width: columns.length, language });
}

const codes = (cells: Partial<Record<Target, string>>) =>
  read(cells).reasons.map(({ code, field }) => `${code} ${field}`);

describe('a row', () => {
  it('becomes a person and a company, cleaned and normalised', () => {
    const { record, reasons, preview } = read({
      'contact.firstName': ' Åsa\u00a0 Maria ',
      'contact.lastName': 'Öst',
      'contact.email': 'Asa.Ost@Bolag.FI; asa@bolag.fi',
      'contact.phone': '040 123 4567 / +358 9 123 4567',
      'contact.language': 'ruotsi',
      'company.name': 'Bolag\nAb',
      'company.businessId': '19274001',
      'company.industryCode': '62.01 Ohjelmistojen suunnittelu',
      'company.size': '120',
      'company.status': 'Asiakas',
      'company.city': 'Ekenäs',
    });
    expect(reasons).toEqual([]);
    expect(record?.person).toEqual({
      firstName: 'Åsa Maria',
      lastName: 'Öst',
      emails: ['asa.ost@bolag.fi', 'asa@bolag.fi'],
      phones: ['+358401234567', '+35891234567'],
      title: null,
      areaOfResponsibility: null,
      department: null,
      language: 'sv',
      authorisations: [],
      interests: [],
    });
    expect(record?.company).toMatchObject({
      name: 'Bolag Ab',
      businessId: '1927400-1',
      industryCode: '6201',
      size: '50-249',
      status: 'customer',
      city: 'Ekenäs',
      legalForm: null,
      country: null,
    });
    expect(preview).toEqual({
      name: 'Åsa Maria Öst',
      email: 'Asa.Ost@Bolag.FI; asa@bolag.fi',
      company: 'Bolag Ab',
    });
  });

  it('may be of a person alone, or of a company alone', () => {
    expect(read({ 'contact.lastName': 'Virtanen', 'company.name': '' }).record).toMatchObject({
      company: null,
      person: { firstName: '' },
    });
    expect(read({ 'contact.lastName': ' - ', 'company.name': 'Kvarnen' }).record).toMatchObject({
      person: null,
      company: { name: 'Kvarnen' },
    });
  });

  it.each<[string, Partial<Record<Target, string>>, string]>([
    ['no name', { 'contact.lastName': '', 'company.name': '' }, 'missing_name company.name'],
    [
      'details of nobody',
      { 'contact.lastName': '', 'company.name': 'Oy', 'contact.email': 'a@b.fi' },
      'missing_name contact.lastName',
    ],
    [
      'a bad e-mail address',
      { 'contact.lastName': 'A', 'contact.email': 'matti@' },
      'invalid_email contact.email',
    ],
    [
      'one bad of two',
      { 'contact.lastName': 'A', 'contact.email': 'a@b.fi, b' },
      'invalid_email contact.email',
    ],
    [
      'a bad phone number',
      { 'contact.lastName': 'A', 'contact.phone': '4,01235E+11' },
      'invalid_phone contact.phone',
    ],
    [
      'a wrong check digit',
      { 'company.name': 'A', 'company.businessId': '1927400-2' },
      'invalid_business_id company.businessId',
    ],
    [
      'a bad VAT number',
      { 'company.name': 'A', 'company.vatNumber': 'SE1' },
      'invalid_vat_number company.vatNumber',
    ],
    ['a long name', { 'contact.lastName': 'A'.repeat(101) }, 'too_long contact.lastName'],
    ['a long title', { 'contact.lastName': 'A', 'contact.title': 'x'.repeat(151) }, 'too_long contact.title'],
    [
      'too many numbers',
      {
        'contact.lastName': 'A',
        'contact.email': Array.from({ length: 11 }, (_, i) => `a${i}@b.fi`).join(';'),
      },
      'too_many_values contact.email',
    ],
  ])('is an error with %s', (_, cells, reason) => {
    expect(codes(cells)).toEqual([reason]);
    expect(read(cells).record).toBeNull();
  });

  it('says of every mistake in it', () => {
    expect(codes({ 'contact.lastName': 'A', 'contact.email': 'x', 'contact.phone': 'y' })).toHaveLength(2);
  });

  it('is new without what cannot be understood, and says so', () => {
    const row = read(
      { 'contact.lastName': 'A', 'contact.language': 'saksa', 'company.street': 'Katu 1' },
      'fi',
    );
    expect(row.record?.person?.language).toBeNull();
    expect(row.reasons).toEqual([
      { code: 'left_out', field: 'company.street' },
      { code: 'unknown_language', field: 'contact.language', value: 'saksa' },
    ]);
  });

  it('has the language that the user gave for the file only where it names none', () => {
    expect(read({ 'contact.lastName': 'A', 'contact.language': '' }, 'fi').record?.person?.language).toBe(
      'fi',
    );
    expect(read({ 'contact.lastName': 'A', 'contact.language': 'sv' }, 'fi').record?.person?.language).toBe(
      'sv',
    );
    expect(read({ 'contact.lastName': 'Virtanen' }).record?.person?.language).toBeNull();
  });

  it('keeps formulas as the text they are, and takes off what guards them', () => {
    const { record } = read({
      'contact.firstName': '=HYPERLINK("http://x";"y")',
      'contact.lastName': "'=1+1",
      'contact.phone': '="0401234567"',
      note: '@SUM(A1)\r\nrivi  2',
    });
    expect(record).toMatchObject({
      person: { firstName: '=HYPERLINK("http://x";"y")', lastName: '=1+1', phones: ['+358401234567'] },
      note: '@SUM(A1)\nrivi 2',
    });
  });

  it.each([
    ['358401234567', '+358401234567'],
    ['401234567', '+358401234567'],
    ['+358 (0)40 123 4567', '+358401234567'],
    ['00358401234567', '+358401234567'],
  ])('understands a phone number that Excel wrote as %s', (cell, expected) => {
    expect(read({ 'contact.lastName': 'A', 'contact.phone': cell }).record?.person?.phones).toEqual([
      expected,
    ]);
  });

  it('takes a foreign VAT number from the column of business ids', () => {
    expect(
      read({ 'company.name': 'A', 'company.businessId': 'SE556677889901' }).record?.company,
    ).toMatchObject({
      businessId: null,
      vatNumber: 'SE556677889901',
    });
  });

  it('has shifted when it has too many or too few cells', () => {
    const mapping = {
      columns: [{ index: 1, target: 'contact.lastName' as const }],
      width: 3,
      language: null,
    };
    expect(readRow(['', 'A', '', '', ' '], mapping).record).not.toBeNull();
    expect(readRow(['', 'A'], mapping).record).not.toBeNull();
    expect(readRow(['', 'A', '', 'x'], mapping).reasons).toEqual([
      { code: 'wrong_column_count', value: '4' },
    ]);
    expect(readRow(['A'], mapping).reasons).toEqual([{ code: 'wrong_column_count', value: '1' }]);
  });

  it('has a quotation mark that is never closed when it shifts over many lines, or could not be read', () => {
    const mapping = {
      columns: [{ index: 1, target: 'contact.lastName' as const }],
      width: 3,
      language: null,
    };
    const unclosed = [{ code: 'unclosed_quote', value: '5–9' }];
    expect(readRow(['A'], mapping, { lines: '5–9', isBroken: false })).toMatchObject({
      record: null,
      reasons: unclosed,
    });
    expect(readRow(['', 'A', '"b'], mapping, { lines: '5–9', isBroken: true })).toMatchObject({
      record: null,
      reasons: unclosed,
    });
    expect(readRow(['', 'A', 'b\nc'], mapping, { lines: '5–6', isBroken: false }).record).not.toBeNull();
  });

  it('never throws, whatever its cells hold', () => {
    for (const odd of [
      '\u0000',
      '\ud800',
      '=',
      "'",
      ',',
      ';',
      '@',
      '+',
      '/',
      'x'.repeat(20_000),
      '__proto__',
      '💶',
    ])
      expect(() => read(Object.fromEntries(targets.map((target) => [target, odd])))).not.toThrow();
  });
});

describe('a full name', () => {
  it.each([
    ['Matti Virtanen', 'Matti', 'Virtanen'],
    ['Virtanen, Matti', 'Matti', 'Virtanen'],
    ['Anna Maria Virtanen', 'Anna Maria', 'Virtanen'],
    ['Carl von Essen', 'Carl', 'von Essen'],
    ['Maria de la Cruz', 'Maria', 'de la Cruz'],
    ['Virtanen', '', 'Virtanen'],
    ['Virtanen,', '', 'Virtanen'],
  ])('"First Last" %j', (text, firstName, lastName) => {
    expect(splitFullName(text)).toEqual({ firstName, lastName });
  });

  it.each([
    ['Virtanen Matti', 'Matti', 'Virtanen'],
    ['von Essen Carl', 'Carl', 'von Essen'],
    ['Virtanen Anna Maria', 'Anna Maria', 'Virtanen'],
    ['Virtanen', '', 'Virtanen'],
  ])('"Last First" %j', (text, firstName, lastName) => {
    expect(splitLastNameFirst(text)).toEqual({ firstName, lastName });
  });
});

describe('words in three languages', () => {
  it('are understood, and only those', () => {
    expect(['Suomi', 'svenska', 'EN', 'fi-FI', 'tyska', ''].map(languageNamed)).toEqual([
      'fi',
      'sv',
      'en',
      'fi',
      null,
      null,
    ]);
    expect(['Suomi', 'Sverige', 'Germany', 'ee', 'Mordor', 'EU'].map(countryNamed)).toEqual([
      'FI',
      'SE',
      'DE',
      'EE',
      null,
      null,
    ]);
    expect(['Oy', 'AB', 'Tmi', 'ry', 'limited_company', 'GmbH'].map(legalFormNamed)).toEqual([
      'limited_company',
      'limited_company',
      'sole_trader',
      'association',
      'limited_company',
      null,
    ]);
    expect(['1', '9', '10–49', '250+', '1 200', '0', 'monta'].map(sizeNamed)).toEqual([
      '1',
      '2-9',
      '10-49',
      '250+',
      '250+',
      null,
      null,
    ]);
    expect(['Asiakas', 'Tidigare kund', 'prospect', 'Entinen asiakas', 'x'].map(statusNamed)).toEqual([
      'customer',
      'former',
      'prospect',
      'former',
      null,
    ]);
    expect(['62010', '62.01', 'Koulutus', 'Utbildning', '00', 'x'].map(industryNamed)).toEqual([
      '62010',
      '6201',
      '85',
      '85',
      null,
      null,
    ]);
  });
});

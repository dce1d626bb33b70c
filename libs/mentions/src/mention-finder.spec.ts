import { MentionFinder } from './mention-finder.js';

const matti = new MentionFinder({
  firstNames: ['Matti Juhani'],
  lastNames: ['Virtanen'],
  emails: ['Matti.Virtanen@firma.fi', 'mv@firma.fi'],
  phones: ['+358401234567'],
  handles: ['https://www.linkedin.com/in/matti-virtanen-1a2b', '@mvirtane'],
});
const someone = (firstName: string, lastName: string): MentionFinder =>
  new MentionFinder({ firstNames: [firstName], lastNames: [lastName], emails: [], phones: [], handles: [] });

/** `sure: Matti Virtaselle; doubtful: Matti`, or an empty line. */
const read = (finder: MentionFinder, text: string, closeToThePerson = false): string =>
  finder
    .find(text, { closeToThePerson })
    .map(({ start, end, certainty }) => `${certainty}: ${text.slice(start, end)}`)
    .join('; ');

type Row = [text: string, found: string, close?: boolean];
describe('a name in a script without spaces between words', () => {
  it.each([
    ['小明', '王', '昨天王小明来了', 'sure: 王小明'],
    ['小明', '王', '王 小明', 'sure: 王 小明'],
    ['小明', '王', '小明王 ja 小明 王', 'sure: 小明王; sure: 小明 王'],
    ['明', '王', 'Soitin: 王明.', 'sure: 王明'],
    ['민수', '김', '김민수에게 전화', 'sure: 김민수'],
    ['マリア', 'クローチェ', 'マリア・クローチェさん', 'sure: マリア・クローチェ'],
    ['明', '王', '王 soitti', ''],
  ])('%s %s is found in: %s', (first, last, text, found) =>
    expect(read(someone(first, last), text)).toBe(found),
  );
});

const asCases = (rows: Row[]) => rows.map(([text, found, close]) => ({ text, found, close }));

const tables: Record<string, Row[]> = {
  'a full name': [
    ['Soitin Matti Virtaselle eilen.', 'sure: Matti Virtaselle'],
    ['Virtanen, Matti ja muut', 'sure: Virtanen, Matti'],
    ['Virtasen Matin kanssa', 'sure: Virtasen Matin'],
    ['MATTI VIRTANEN', 'sure: MATTI VIRTANEN'],
    ['hei matti virtanen', 'sure: matti virtanen'],
    ['Matti J. Virtanen', 'sure: Matti J. Virtanen'],
    ['Matti Juhani Virtanen', 'sure: Matti Juhani Virtanen'],
    ['Matti\n  Virtanen', 'sure: Matti\n  Virtanen'],
    ['Matti\u00a0Virtanen', 'sure: Matti\u00a0Virtanen'],
    ['Matti&nbsp;Virtanen', 'sure: Matti&nbsp;Virtanen'],
    ['<td>Matti</td><td>Virtanen</td>', 'sure: Matti</td><td>Virtanen'],
    ['<img alt="Matti Virtanen">', 'sure: Matti Virtanen'],
    ['Matti;Virtanen;ostaja', 'sure: Matti;Virtanen'],
    ['haku?nimi=Matti+Virtanen', 'sure: Matti+Virtanen'],
    ['https://firma.fi/tiimi/matti-virtanen', 'sure: matti-virtanen'],
    ['{"note":"Hei!\\nMatti Virtanen"}', 'sure: Matti Virtanen'],
    ['C:\\matti\\virtanen', 'doubtful: matti; doubtful: virtanen'],
    ['Vir\u00adtanen Mat\u00adti', 'sure: Vir\u00adtanen Mat\u00adti'],
  ],
  'another person': [
    ['Tapasin Pekka Virtasen', ''],
    ['Tapasin Pekka Virtasen', '', true],
    ['Tapasin Pekka Virtasen ja Matti Virtasen', 'sure: Matti Virtasen'],
    ['Pekka Virtanen, Matti Korhonen', '', true],
    ['P. Virtanen', '', true],
    ['Virtanen, P.', '', true],
    ['Virtasen Pekalle', '', true],
    ['Juha-Matti Virtanen', '', true],
    ['Matti-Pekka Virtanen', '', true],
    ['Matti Korhosen tarjous', ''],
    ['Martin Virtanen', '', true],
    ['pekka.virtanen@firma.fi', '', true],
    ['pekka@virtanen.fi', '', true],
  ],
  'another word': [
    ['Virtasenmäki, Mattila, Mattinen ja Virtasalmi', '', true],
    ['matka jatkui virran yli', '', true],
  ],
  'a name alone': [
    ['asia on Virtasella', 'sure: Virtasella', true],
    ['asia on Virtasella', 'doubtful: Virtasella'],
    ['Virtaset tulevat', 'sure: Virtaset', true],
    ['asia on Matilla', 'doubtful: Matilla', true],
    ['toimitusjohtaja Virtanen', 'sure: Virtanen', true],
    ['paikalla Nokian Virtanen', 'doubtful: Virtanen', true],
    ['Virtanen-Korhonen', 'doubtful: Virtanen', true],
  ],
  initials: [
    ['M. Virtanen', 'doubtful: M. Virtanen'],
    ['M. Virtanen', 'sure: M. Virtanen', true],
    ['Virtanen M.', 'sure: Virtanen M', true],
    ['MV soittaa', ''],
    ['MV soittaa', 'doubtful: MV', true],
    ['Matti Virtanen (MV)', 'sure: Matti Virtanen; doubtful: MV'],
    ['Matti V. soitti', 'doubtful: Matti V'],
  ],
  'an e-mail address': [
    ['MATTI.VIRTANEN@firma.fi', 'sure: MATTI.VIRTANEN@firma.fi'],
    ['mv+uutiset@firma.fi.', 'sure: mv+uutiset@firma.fi'],
    ['virtanen.matti@muu.com', 'sure: virtanen.matti@muu.com'],
    ['laskut+matti.virtanen@muu.com', 'sure: laskut+matti.virtanen@muu.com'],
    ['laskut+uutiset@muu.com', ''],
    ['mvirtanen@muu.com', 'doubtful: mvirtanen@muu.com'],
    ['<a href="mailto:mv@firma.fi">x</a>', 'sure: mv@firma.fi'],
    ['Matti Virtanen <mv@firma.fi>', 'sure: Matti Virtanen; sure: mv@firma.fi'],
  ],
  'a phone number': [
    ['+358 40 123 4567', 'sure: +358 40 123 4567'],
    ['puh. 040-1234567.', 'sure: 040-1234567'],
    ['00358 (0)40 123 4567', 'sure: 00358 (0)40 123 4567'],
    ['(040) 123 4567', 'sure: (040) 123 4567'],
    ['040/123.45.67', 'sure: 040/123.45.67'],
    ['040&nbsp;123&nbsp;4567', 'sure: 040&nbsp;123&nbsp;4567'],
    ['401234567', 'doubtful: 401234567'],
    ['lasku 70401234567', ''],
    ['lasku 04012345678', ''],
    ['FI21 0401 2345 6700 07', ''],
  ],
  'a handle': [
    ['fi.linkedin.com/in/Matti-Virtanen-1a2b/', 'sure: fi.linkedin.com/in/Matti-Virtanen-1a2b/'],
    ['kiitos @mvirtane!', 'sure: @mvirtane'],
    ['https://x.com/mvirtane', 'sure: https://x.com/mvirtane'],
    ['a@mvirtane.fi', ''],
    ['@mvirtanen', ''],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(asCases(rows))('in "$text" (close: $close)', ({ text, found, close }) => {
    expect(read(matti, text, close)).toBe(found);
  });
});

describe('a short form or a slip before the family name', () => {
  const aleksanteri = someone('Aleksanteri', 'Mäkeläinen');
  it.each(
    asCases([
      ['Aleksi Mäkeläinen soitti', 'doubtful: Mäkeläinen'],
      ['Mäkeläisen Aleksille tarjous', 'doubtful: Mäkeläisen'],
      ['Ale Mäkeläinen', 'doubtful: Mäkeläinen', true],
      ['Liisa Mäkeläinen', '', true],
    ]),
  )('is asked about: "$text" (close: $close)', ({ text, found, close }) => {
    expect(read(aleksanteri, text, close)).toBe(found);
  });

  it.each(['Anna-Maja Kuusela', 'Kaisa-Maija Kuusela'])('of one half of a double name: "%s"', (text) => {
    const found = text.startsWith('Anna') ? 'doubtful: Kuusela' : '';
    expect(read(someone('Anna-Maija', 'Kuusela'), text, true)).toBe(found);
  });
});

it.each(['Ibrahim Celikin', 'İBRAHİM ÇELİK'])('finds a name with a dotted capital I: "%s"', (text) => {
  expect(read(someone('İbrahim', 'Çelik'), text)).toBe(`sure: ${text}`);
});

describe('names that are ordinary words', () => {
  const onni = someone('Onni', 'Salo');
  it.each(
    asCases([
      ['onni oli löytää salon ovi', ''],
      ['Salon ovi oli auki', 'doubtful: Salon', true],
      ['{"note":"Salon ovi oli auki"}', 'doubtful: Salon', true],
      ['eilen kävi Onni', 'doubtful: Onni'],
      ['eilen kävi Onni Salo', 'sure: Onni Salo'],
      ['onni salossa', 'doubtful: onni salossa'],
      ['Salosta soitettiin', 'doubtful: Salosta', true],
    ]),
  )('$text', ({ text, found, close }) => {
    expect(read(onni, text, close)).toBe(found);
  });
  it('Salonen in the partitive is the town in the elative', () => {
    expect(read(someone('Matti', 'Salonen'), 'soitto tuli Salosta', true)).toBe('doubtful: Salosta');
  });
});

describe('letters with marks', () => {
  it.each<[string, string, string]>([
    ['Åke', 'Hämäläinen', 'Ake Hamalaisen'],
    ['Åke', 'Hämäläinen', 'Aake Haemaelaeinen'],
    ['Åke', 'Hämäläinen', '&Aring;ke H&auml;m&auml;l&auml;isen'],
    ['Åke', 'Hämäläinen', '&#197;ke H&#xe4;m&#xE4;l&#228;isen'],
    ['Åke', 'Hämäläinen', 'Åke Hämäläinen'.normalize('NFD')],
    ['Åke', 'Hämäläinen', '%C3%85ke%20H%C3%A4m%c3%a4l%C3%A4inen'],
    ['Ake', 'Hamalainen', 'Åke Hämäläisen'],
    ['René', 'Lindén', 'Rene Lindenin'],
  ])('%s %s is found as %s', (first, last, text) => {
    expect(read(someone(first, last), `Hej ${text}, tack`)).toBe(`sure: ${text}`);
  });
  it('do not make a name of another word', () => {
    expect(read(someone('Sari', 'Lahti'), 'Lähden huomenna. Lähti jo.', true)).toBe('');
  });
});

describe('names of several parts', () => {
  const anna = someone('Anna-Liisa', 'Korhonen-Virtanen');
  it.each(
    asCases([
      ['tapasin Anna-Liisa Korhonen-Virtasen', 'sure: Anna-Liisa Korhonen-Virtasen'],
      ['tapasin Anna Liisa Korhosen', 'sure: Anna Liisa Korhosen'],
      ['tapasin Annaliisa Virtasen', 'sure: Annaliisa Virtasen'],
      ['tapasin Liisa Virtasen', 'sure: Liisa Virtasen'],
      ['tapasin Annamari Virtasen', ''],
    ]),
  )('$text', ({ text, found }) => {
    expect(read(anna, text)).toBe(found);
  });
  it.each([
    ['Carl', 'von Essen', 'Carl von Essenin'],
    ['Conan', "O'Brien", 'Conan O’Brienille'],
    ['Anne', 'Bordeaux', "Anne Bordeaux'n"],
    ['John', 'Smith', 'John Smith:lle'],
    ['Bo', 'Ek', 'Bo Ekin'],
  ])('%s %s', (first, last, text) => {
    expect(read(someone(first, last), `kysy ${text} kanssa`)).toBe(`sure: ${text}`);
  });
});

describe('replacing', () => {
  it('takes the whole form, and leaves markup paired', () => {
    const text = '<td class="a">Matti</td><td>Virtaselle</td> soitti Virtanen';
    const sure = matti.find(text).filter(({ certainty }) => certainty === 'sure');
    expect(matti.replace(text, sure, '[poistettu]')).toBe(
      '<td class="a">[poistettu]</td><td></td> soitti Virtanen',
    );
  });
});

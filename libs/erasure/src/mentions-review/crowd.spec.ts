import { Crowd } from './crowd.js';
import { Judge } from './judge.js';

const person = (contactId: string, first: string, last: string, more: object = {}) =>
  new Judge({
    ...{ contactId, companyIds: [`${contactId}-company`], namesakeIds: [], hasNamesake: false },
    identifiers: { firstNames: [first], lastNames: [last], emails: [], phones: [], handles: [], ...more },
  });

describe('many people who are looked for at once', () => {
  const crowd = new Crowd([
    person('matti', 'Matti', 'Mäkelä', { emails: ['matti.makela@firma.fi'], phones: ['+358401234567'] }),
    person('ake', 'Åke', 'Ek'),
    person('liisa', 'Liisa', 'Mäkelä'),
    person('ming', '小明', '王'),
  ]);
  const readFor = (text: string, people: string[] = [], companies: string[] = []) =>
    crowd.candidates(text, { people, companies }).map(({ person: { contactId } }) => contactId);

  it.each([
    ['Matin ja Mäkelän tapaaminen', ['matti']],
    ['M. Mäkelälle', ['matti', 'liisa']],
    ['kirjoita Matti.Makela+crm@firma.fi', ['matti']],
    ['puh. 040-123 45 67', ['matti']],
    ['Åke Ekin tarjous', ['ake']],
    ['Mäkelä soitti', []],
    ['昨天见到王小明了', ['ming']],
    ['王 小明 tuli', ['ming']],
    ['王子来了', []],
    ['M&auml;kel&auml;n Matti', ['matti']],
    ['?who=Matti%20M%C3%A4kel%C3%A4', ['matti']],
    ['Tapaaminen&nbsp;siirtyi', []],
  ])('are told apart by their names, addresses and numbers: %s', (text, expected) => {
    expect(readFor(text)).toEqual(expected);
  });

  it.each([
    ['Matin ja Mäkelän tapaaminen', 'anywhere'],
    ['puh. 040-123 45 67', 'anywhere'],
    ['Mäkelä soitti', 'near'],
    ['Matti soitti', 'near'],
    ['Soitettu, ei vastausta', 'nowhere'],
  ])('are looked for where a text can mean them: %s', (text, reach) => {
    expect(crowd.reachOf(text)).toBe(reach);
  });

  it('are each read for beside their own records', () => {
    expect(readFor('Mäkelä soitti', ['liisa'])).toEqual(['liisa']);
    expect(readFor('Soitettu', [], ['ake-company'])).toEqual(['ake']);
  });
});

import { reasonOfPart, type ClockPart } from './clock-parts.js';

const sold: ClockPart = {
  categories: ['communication'],
  dueOn: '2027-03-14',
  start: 'lead_lost',
  startedOn: '2026-03-14',
  period: 'P12M',
  action: 'erase',
};

describe('what goes before its person does, in words (C6, V12)', () => {
  it.each([
    [
      'fi',
      'Muistiinpanot ja yhteydenpidon sisältö poistetaan 14.3.2027: myyntiprosessi päättyi kauppaan johtamatta 14.3.2026, 12 kuukautta',
    ],
    [
      'sv',
      'Anteckningar och innehållet i kontakterna raderas 14.3.2027: säljprocessen avslutades utan affär 14.3.2026, 12 månader',
    ],
    [
      'en',
      'Notes and what was said are erased on 14.3.2027: sales process ended without a deal 14.3.2026, 12 months',
    ],
  ] as const)('says what, when and why in %s', (language, sentence) => {
    expect(reasonOfPart(sold, language)).toBe(sentence);
  });

  it('names several together', () => {
    const part: ClockPart = { ...sold, categories: ['contact_details', 'work_role'] };
    expect(reasonOfPart(part, 'fi')).toMatch(/^Yhteystiedot ja tehtävätiedot poistetaan 14\.3\.2027: /);
  });

  it('says so where no ground ever needed it, and where somebody decides', () => {
    const unneeded: ClockPart = { ...sold, start: null, startedOn: null, period: null };
    expect(reasonOfPart(unneeded, 'en')).toBe(
      'Notes and what was said are erased on 14.3.2027: no ground needs them any longer',
    );
    expect(reasonOfPart({ ...sold, action: 'review' }, 'sv')).toBe(
      'Anteckningar och innehållet i kontakterna: beslut om radering fattas 14.3.2027, säljprocessen avslutades utan affär 14.3.2026, 12 månader',
    );
  });
});

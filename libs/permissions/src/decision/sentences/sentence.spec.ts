import { builtInPurposes, channels, languages } from '@seloste/kernel';
import { grounds, refusals } from '../decision.js';
import { sentence } from './sentence.js';

const objection = { type: 'objection', id: '1' } as const;

describe('a decision in words', () => {
  it('is a whole sentence for every code, channel and purpose in three languages', () => {
    for (const language of languages)
      for (const code of [...grounds, ...refusals])
        for (const channel of channels)
          for (const purpose of [...builtInPurposes, 'own_purpose'])
            for (const since of [null, new Date('2026-03-01T22:30:00Z')]) {
              const text = sentence({ code, since, evidence: null }, { channel, purpose }, { language });
              expect(text).toMatch(/^\p{Lu}.*[.]$/u);
              expect(text).not.toMatch(/undefined|null|\$\{| {2}|_/);
            }
  });

  it('says what, by which channel and since when, as people say it', () => {
    const decision = {
      code: 'objected',
      since: new Date('2026-03-01T22:30:00Z'),
      evidence: objection,
    } as const;
    const subject = { channel: 'email', purpose: 'direct_marketing' } as const;
    const told = languages.map((language) => sentence(decision, subject, { language }));
    expect(told).toEqual([
      'Henkilö on kieltänyt suoramarkkinoinnin sähköpostitse (2.3.2026).',
      'Personen har förbjudit direktmarknadsföring per e-post (2.3.2026).',
      'The person has objected to direct marketing by e-mail (2 March 2026).',
    ]);
  });

  it.each([
    ['objected', 'Henkilö on kieltänyt kyselyt sähköpostitse.'],
    ['purpose_off', 'Ei käytössä: kyselyt.'],
    ['job_role', 'Sallittu: kyselyt työosoitteeseen, kun viesti liittyy henkilön työtehtäviin.'],
  ] as const)('speaks of surveys as of many: %s', (code, text) => {
    const subject = { channel: 'email', purpose: 'survey' } as const;
    expect(sentence({ code, since: null, evidence: null }, subject, { language: 'fi' })).toBe(text);
  });

  it('speaks of no channel where it is about profiling', () => {
    const decision = { code: 'objected', since: null, evidence: objection } as const;
    const of = (purpose: string, more = {}) =>
      sentence(decision, { channel: 'email', purpose, ...more }, { language: 'fi' });
    expect(of('profiling_sales')).toBe('Henkilö on kieltänyt profiloinnin myyntiä varten.');
    expect(of('scoring', { purposeClass: 'profiling', purposeName: 'Pisteytys' })).toBe(
      'Henkilö on kieltänyt käyttötarkoituksen ”Pisteytys”.',
    );
  });

  it('takes the day of a sale from the calendar, in whatever time zone', () => {
    const decision = {
      code: 'existing_customer',
      since: new Date('2026-01-15'),
      evidence: { type: 'sale_reference', id: '1' },
    } as const;
    const text = sentence(
      decision,
      { channel: 'email', purpose: 'newsletter' },
      { language: 'sv', timeZone: 'America/New_York' },
    );
    expect(text).toContain('15.1.2026');
  });
});

import { languages } from '@seloste/kernel';
import { retentionGrounds, retentionStarts } from '../rules/retention-vocabulary.js';
import { reasonOf, reasonOfThing, type Clock } from './reason-of.js';

const former: Clock = {
  dueOn: '2027-03-14',
  reviewOn: null,
  ground: 'former_customers',
  start: 'relationship_ended',
  startedOn: '2026-03-14',
  period: 'P12M',
  action: 'erase',
};
const customer: Clock = {
  dueOn: null,
  reviewOn: '2027-11-23',
  ground: 'customers',
  start: 'customer_since',
  startedOn: '2019-02-01',
  period: null,
  action: 'erase',
};

describe('the reason in words', () => {
  it.each([
    ['en', 'Erased on 14.3.2027: customer relationship ended 14.3.2026, 12 months'],
    ['fi', 'Poistetaan 14.3.2027: asiakassuhde päättyi 14.3.2026, 12 kuukautta'],
    ['sv', 'Raderas 14.3.2027: kundrelationen upphörde 14.3.2026, 12 månader'],
  ] as const)(
    'tells the day, what started the clock and how long it runs, in %s (V12)',
    (language, words) => {
      expect(reasonOf(former, language)).toBe(words);
    },
  );

  it.each([
    [
      'en',
      'Kept as long as the customer relationship lasts: customer relationship since 1.2.2019. The need is reviewed by 23.11.2027.',
    ],
    [
      'fi',
      'Säilytetään asiakassuhteen ajan: asiakassuhteessa 1.2.2019 alkaen. Tarve arvioidaan viimeistään 23.11.2027.',
    ],
    [
      'sv',
      'Sparas så länge kundrelationen varar: kundrelation sedan 1.2.2019. Behovet omprövas senast 23.11.2027.',
    ],
  ] as const)('of an open-ended ground tells when it is looked at next, in %s (P8)', (language, words) => {
    expect(reasonOf(customer, language)).toBe(words);
  });

  it.each([
    ['en', 'Whether to erase is decided on 14.3.2027: customer relationship ended 14.3.2026, 12 months'],
    ['fi', 'Poistamisesta päätetään 14.3.2027: asiakassuhde päättyi 14.3.2026, 12 kuukautta'],
    ['sv', 'Beslut om radering fattas 14.3.2027: kundrelationen upphörde 14.3.2026, 12 månader'],
  ] as const)('says of no rule that only asks for a look that it erases, in %s', (language, words) => {
    expect(reasonOf({ ...former, action: 'review' }, language)).toBe(words);
  });

  it('says at once when it is at once (C6, H6)', () => {
    const withdrawn: Clock = {
      ...former,
      ground: 'withdrawn',
      start: 'consent_withdrawn',
      dueOn: '2026-03-14',
      period: 'P0D',
    };
    expect(reasonOf(withdrawn, 'en')).toBe('Erased at once (14.3.2026): consent withdrawn 14.3.2026');
  });

  it('names no period that is not the reason: an extension has its own end', () => {
    expect(reasonOf({ ...former, start: 'extended' }, 'en')).toBe(
      'Erased on 14.3.2027: kept longer on a recorded ground since 14.3.2026',
    );
  });

  it('counts one month as one', () => {
    expect(reasonOf({ ...former, dueOn: '2026-04-14', period: 'P1M' }, 'fi')).toMatch(/, 1 kuukausi$/);
    expect(reasonOf({ ...former, period: 'P1Y2M' }, 'sv')).toMatch(/, 1 år och 2 månader$/);
  });

  it('has words for every ground and start in every language', () => {
    for (const language of languages)
      for (const start of retentionStarts)
        for (const ground of retentionGrounds) {
          expect(reasonOf({ ...former, ground, start }, language)).toMatch(/^\p{Lu}.*14\.3\.2026/u);
          expect(reasonOf({ ...customer, ground, start }, language)).toMatch(
            /^\p{Lu}.*1\.2\.2019.*23\.11\.2027\.$/u,
          );
        }
  });

  it('tells of things as well (H8)', () => {
    const chat = {
      dueOn: '2027-03-14',
      action: 'redact',
      what: 'chat',
      startedOn: '2026-03-14',
      period: 'P12M',
    } as const;
    expect(reasonOfThing(chat, 'en')).toBe('Contents deleted on 14.3.2027: chat on 14.3.2026, 12 months');
    expect(reasonOfThing({ ...chat, action: 'delete', what: 'import' }, 'fi')).toBe(
      'Poistetaan 14.3.2027: tuonti 14.3.2026, 12 kuukautta',
    );
  });
});

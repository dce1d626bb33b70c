import { languages } from '@seloste/kernel';
import type { CataloguedLetter, LetterValues } from './letter-values.js';
import { writeLetter } from './write-letter.js';

const until = '2026-11-30T22:30:00.000Z';
const link = 'https://crm.example.fi/page?a=1&b=2#token';
const name = 'Åke "Å" <Öst>';

const samples: Pick<LetterValues, CataloguedLetter> = {
  invitation: { name, inviter: 'Aino Testaaja', link, until },
  password_reset: { name, link, until },
  request_challenge: { name, reference: 'SR-7F39K2', code: '012345', until },
  my_data_link: { name, link, until },
  my_data_confirmation: { name, link, until },
  my_data_nothing: { why: 'unknown' },
  password_changed: { name, at: until },
  access_review: { name, count: 3, until, link },
  access_review_warning: { name, count: 2, until, link },
  leaving_soon: { name, count: 12, soon: 3, link },
  self_grant: { name, who: 'Aino Testaaja', at: until, link },
  account_made: { name, who: 'Aino Testaaja', at: until, link },
  account_made_by_hand: { name, who: 'Aino Testaaja', account: 'Vieno Uusi', at: until, link },
  undertaking_copy: { name, acceptedAt: until, text: 'Ensimmäinen rivi.\n\nToinen rivi.' },
  restriction_lifting: { name, since: until, reason: 'Tiedot on oikaistu.' },
  privacy_notice: {
    name,
    controller: 'Havukka & Pojat Oy, 1234567-1',
    categories: ['nimi', 'sähköpostiosoite'],
    sources: ['julkinen rekisteri, 1.2.2026'],
    purposes: ['uutiskirje: oikeutettu etu', 'kyselyt: suostumus'],
    retention: 'Niin kauan kuin suhde jatkuu.',
    link,
  },
  consent_confirmation: { name, wording: 'Haluan uutiskirjeen.\nKiitos.', obtainedAt: until, link },
  second_factor_changed: { name, change: 'added', at: until, link },
  second_factors_reset: { name, at: until },
  webhook_disabled: { name, receiver: 'hooks.example', since: until, link },
  retention_alarm: { name, code: 'failed', since: until, link },
  new_sign_in: { name, device: 'Firefox, Windows', at: until, link },
};
const cases = languages.flatMap((language) =>
  (Object.keys(samples) as CataloguedLetter[]).map((template) => [template, language] as const),
);
const letterOf = (template: CataloguedLetter, language: (typeof languages)[number]) =>
  writeLetter(
    template,
    samples[template],
    { company: 'Havukka & Pojat Oy', timeZone: 'Europe/Helsinki' },
    language,
  );

describe('a letter', () => {
  it.each(cases)(
    '%s is whole in %s, says the same in both parts and names nobody in its subject',
    (...of) => {
      const { subject, text, html } = letterOf(...of);
      expect(subject.length).toBeLessThan(100);
      expect(subject).not.toContain('Åke');
      if ('name' in samples[of[0]]) {
        expect(text).toContain(name);
        expect(html).toContain('Åke &#34;Å&#34; &#60;Öst&#62;');
      }
      expect(html).toContain(`<html lang="${of[1]}">`);
      for (const part of [subject, text, html])
        expect(part).not.toMatch(/\b(undefined|null|NaN|Invalid Date)\b|\$\{/);
      if ('link' in samples[of[0]]) {
        expect(text).toContain(link);
        expect(html).toContain('href="https://crm.example.fi/page?a=1&#38;b=2#token"');
      }
    },
  );

  it('writes days of the company’s own time zone', () => {
    expect(letterOf('access_review', 'fi').text).toContain('1. joulukuuta 2026');
    expect(letterOf('access_review', 'sv').text).toContain('den 1 december 2026');
    expect(letterOf('access_review', 'en').text).toContain('by 1 December 2026');
  });

  it('quotes the words of others line by line', () => {
    expect(letterOf('undertaking_copy', 'fi').text).toContain('> Ensimmäinen rivi.\n>\n> Toinen rivi.');
  });

  it('quotes a consent word for word, says who asks and what happens without an answer', () => {
    const { subject, text } = letterOf('consent_confirmation', 'fi');
    expect(subject).toBe('Vahvista suostumuksesi – Havukka & Pojat Oy');
    expect(text).toContain('> Haluan uutiskirjeen.\n> Kiitos.');
    expect(text).toContain('1. joulukuuta 2026');
    for (const [language, nothing] of [
      ['fi', 'sinun ei tarvitse tehdä mitään'],
      ['sv', 'behöver du inte göra något'],
      ['en', 'you need not do anything'],
    ] as const)
      expect(letterOf('consent_confirmation', language).text).toContain(nothing);
  });

  it('says nothing about a reason that was not given', () => {
    const { text } = writeLetter(
      'restriction_lifting',
      { name, since: until, reason: null },
      { company: 'Havukka Oy', timeZone: 'Europe/Helsinki' },
      'fi',
    );
    expect(text).not.toContain('Syy:');
  });
});

import { languages } from '@seloste/kernel';
import { refusalGrounds, requestKinds, requestOutcomes } from '../request-words.js';
import { draftLetter } from './draft-letter.js';
import type { LetterFacts } from './words/request-letter-words.js';

const facts: LetterFacts = {
  ...{ name: 'Aila Hakija', company: 'Havukka Oy', reference: 'SR-7F39K2', kind: 'access' },
  ...{ receivedOn: '2027-01-31', dueOn: '2027-02-28', reason: null, outcome: null, grounds: [] },
};

describe('a letter of a request (V8, H13)', () => {
  it('confirms the receipt with the reference and the last day for the answer', () => {
    const { subject, body } = draftLetter('receipt', facts, 'fi');
    expect(subject).toBe('Henkilötietojasi koskeva pyyntö SR-7F39K2');
    expect(body).toContain('Hei Aila Hakija,');
    expect(body).toContain('31. tammikuuta 2027');
    expect(body).toContain('28. helmikuuta 2027');
    expect(body).toContain('maksutonta');
  });

  it('of a refusal says why and how to complain; one of a grant does not', () => {
    const refused = { ...facts, outcome: 'refused' as const, grounds: ['rights_of_others' as const] };
    expect(draftLetter('answer', refused, 'sv').body).toMatch(/15\.4[^]*dataombudsmannen/);
    expect(draftLetter('answer', { ...facts, outcome: 'granted' }, 'sv').body).not.toContain('ombudsman');
  });

  it('of an extension says why', () => {
    const { body } = draftLetter('extension', { ...facts, reason: 'complexity' }, 'en');
    expect(body).toContain('The request is complex');
  });

  it.each(languages)('is whole in %s for every kind, outcome and ground', (language) => {
    for (const kind of requestKinds)
      for (const outcome of requestOutcomes) {
        const { body } = draftLetter(
          'answer',
          { ...facts, kind, outcome, grounds: refusalGrounds, name: null },
          language,
        );
        expect(body).not.toMatch(/\b(undefined|null)\b|\[object/);
        expect(body.split('\n\n').length).toBeGreaterThan(refusalGrounds.length);
      }
  });
});

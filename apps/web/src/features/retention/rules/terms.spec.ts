import { choicesOf, sentOf, termsOf } from './terms.js';

const former = {
  key: 'former_customers',
  covers: 'people' as const,
  longest: 'P36M',
  isOpenEnded: false,
  possibleActions: ['erase' as const, 'delete' as const, 'review' as const],
  period: 'P12M',
  reviewMonths: null,
  starts: 'relationship_ended',
  action: 'erase' as const,
};
const forms = { ...former, key: 'form_senders', longest: null, starts: 'last_contact' };
const imports = {
  ...former,
  key: 'imports',
  covers: 'imports' as const,
  longest: 'P90D',
  period: 'P30D',
  possibleActions: ['delete' as const],
  action: 'delete' as const,
};

describe('what may be decided about a rule', () => {
  it('offers until opt-out only where no longest time is set', () => {
    expect(choicesOf(former)).toEqual(['at_once', 'P12M', 'P18M', 'review', 'own']);
    expect(choicesOf(forms)).toContain('until_opt_out');
  });

  it('offers nothing that is longer than the longest time', () => {
    expect(choicesOf(imports)).toEqual(['at_once', 'own']);
  });

  it('offers no end while somebody is a customer', () => {
    const rule = {
      ...former,
      key: 'customers',
      longest: null,
      isOpenEnded: true,
      period: null,
      reviewMonths: 12,
    };
    expect(choicesOf(rule)).toEqual([]);
    expect(sentOf({ ...termsOf(rule), reviewMonths: 6 }, rule)).toEqual({
      period: null,
      reviewMonths: 6,
      starts: 'relationship_ended',
      action: 'erase',
    });
  });

  it.each([former, forms, imports, { ...former, period: 'P0D' }, { ...former, period: 'P7M' }])(
    'sends an untouched rule back as it was',
    (rule) => {
      const { period, starts, action } = rule;
      expect(sentOf(termsOf(rule), rule)).toEqual({ period, starts, action });
    },
  );

  it('begins a time of one’s own with a year when the rule had none', () => {
    expect(sentOf({ ...termsOf({ ...former, period: 'P0D' }), choice: 'own' }, former).period).toBe('P12M');
  });

  it('asks for a look instead of erasing, and erases again when that is taken back', () => {
    const terms = termsOf({ ...former, action: 'review' });
    expect(terms.choice).toBe('review');
    expect(sentOf(terms, former)).toMatchObject({ period: 'P12M', action: 'review' });
    expect(sentOf({ ...terms, choice: 'at_once' }, former)).toMatchObject({ period: 'P0D', action: 'erase' });
  });
});

import { partsOf } from './letter-text.js';

describe('the text of a letter', () => {
  it('has its addresses apart, without the full stop after them', () => {
    expect(partsOf('Avaa https://crm.havukka.example/invitation#a-b_c.\nKiitos')).toEqual([
      { isLink: false, text: 'Avaa ' },
      { isLink: true, text: 'https://crm.havukka.example/invitation#a-b_c' },
      { isLink: false, text: '.\nKiitos' },
    ]);
    expect(partsOf('')).toEqual([]);
  });
});

import { paragraphsOf } from './paragraphs.js';

describe('the paragraphs of an undertaking', () => {
  it('are parted by empty lines, and keep the number that they begin with', () => {
    expect(paragraphsOf('Annan sitoumuksen.\n\n1. Pidän salassa.\nMyös tämän.\n\n \n2. Käytän.\n')).toEqual([
      { number: null, text: 'Annan sitoumuksen.' },
      { number: 1, text: 'Pidän salassa.\nMyös tämän.' },
      { number: 2, text: 'Käytän.' },
    ]);
  });

  it('take a year or a section number at the beginning for what it is', () => {
    expect(paragraphsOf('2026. on vuosi')).toEqual([{ number: null, text: '2026. on vuosi' }]);
    expect(paragraphsOf('35 §:ssä säädetään')).toEqual([{ number: null, text: '35 §:ssä säädetään' }]);
  });

  it('are none in an empty text', () => {
    expect(paragraphsOf(' \n\n ')).toEqual([]);
  });
});

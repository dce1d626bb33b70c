import { markWords, matchesWords } from './results.js';

describe('matching a command', () => {
  it('takes the beginnings of its words in any order, with or without dots', () => {
    expect(matchesWords('Lisää henkilö', 'henk lisaa')).toBe(true);
    expect(matchesWords('Lägg till en person', 'lagg')).toBe(true);
    expect(matchesWords('Lisää henkilö', 'enkilö')).toBe(false);
  });
});

describe('marking what was found', () => {
  it('marks each word, whatever its case', () => {
    expect(markWords('Åsa Lindqvist', 'lind')).toEqual([
      { text: 'Åsa ', isMatch: false },
      { text: 'Lind', isMatch: true },
      { text: 'qvist', isMatch: false },
    ]);
  });

  it('marks a name whose dots and rings were left out', () => {
    expect(markWords('Åsa Öberg', 'asa ob').filter((piece) => piece.isMatch)).toEqual([
      { text: 'Åsa', isMatch: true },
      { text: 'Öb', isMatch: true },
    ]);
  });

  it('takes signs of the query as they are', () => {
    expect(markWords('040 (123)', '(123')).toEqual([
      { text: '040 ', isMatch: false },
      { text: '(123', isMatch: true },
      { text: ')', isMatch: false },
    ]);
  });
});

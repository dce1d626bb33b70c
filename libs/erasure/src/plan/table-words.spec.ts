import { wordsOfPlace } from './table-words.js';

describe('a place in which something of a person is left', () => {
  it('is told in words, by the table that it is in', () => {
    const where = 'public.interactions.body';
    expect(wordsOfPlace(where, 'fi')).toBe('Yhteydenotot ja muistiinpanot');
    expect(wordsOfPlace(where, 'sv')).toBe('Kontakter och anteckningar');
    expect(wordsOfPlace(where, 'en')).toBe('Interactions and notes');
  });

  it('is told by its name where it is a file, or a table that the product knows nothing of', () => {
    expect(wordsOfPlace('file:logs/old.log', 'sv')).toBe('Fil logs/old.log');
    expect(wordsOfPlace('aside.copies.kept', 'en')).toBe('Another table aside.copies');
    expect(wordsOfPlace('pgboss.job.data', 'en')).toBe('Queue of background jobs');
  });
});

import { industryPrefixes } from './industry-prefixes.js';

describe('the industry of a segment', () => {
  it('is a code, whole or its beginning', () => {
    expect(industryPrefixes('62')).toEqual(['62']);
    expect(industryPrefixes(' 43210 ')).toEqual(['43210']);
  });

  it('is a section by its letter: every division in it, and none of the next', () => {
    expect(industryPrefixes('B')).toEqual(['05', '06', '07', '08', '09']);
    expect(industryPrefixes('b')).toEqual(industryPrefixes('Mining and quarrying'));
  });

  it('is a name in any of the three languages, whatever its case', () => {
    expect(industryPrefixes('juomien valmistus')).toContain('11');
    expect(industryPrefixes('Framställning av drycker')).toContain('11');
    expect(industryPrefixes('Manufacture of beverages')).toContain('11');
  });

  it('is a part of a name: all that have it', () => {
    expect(industryPrefixes('viljely')).toEqual(expect.arrayContaining(['01', '03']));
  });

  it.each(['', '  ', '00', '4', 'yksisarvisten kasvatus'])('is not %j', (unknown) => {
    expect(() => industryPrefixes(unknown)).toThrow(expect.objectContaining({ code: 'validation_failed' }));
  });
});

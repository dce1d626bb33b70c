import { industries, industryOf, isIndustryCode } from './industries.js';

describe('industries', () => {
  it('are the 21 sections, 88 divisions and 272 groups of TOL 2008', () => {
    const ofLength = (length: number) => industries.filter(({ code }) => code.length === length);
    expect(ofLength(1)).toHaveLength(21);
    expect(ofLength(2)).toHaveLength(88);
    expect(ofLength(3)).toHaveLength(272);
    expect(new Set(industries.map(({ code }) => code)).size).toBe(381);
  });

  it('have a name in all three languages', () => {
    for (const { code, fi, sv, en } of industries) {
      expect(code).toMatch(/^([A-U]|\d{2,3})$/);
      for (const name of [fi, sv, en]) expect(name).toMatch(/^\p{Lu}.*[\p{L}.)]$/u);
    }
  });

  it('stand in the order of the classification, each under its parent', () => {
    const digits = industries.map(({ code }) => code).filter((code) => /\d/.test(code));
    expect(digits).toEqual([...digits].sort());
    expect(industries.slice(0, 3).map(({ code }) => code)).toEqual(['A', '01', '011']);
  });
});

describe('isIndustryCode', () => {
  it.each(['62', '620', '6201', '62010', '432'])('accepts %s', (code) => {
    expect(isIndustryCode(code)).toBe(true);
  });

  it.each(['', '6', '00', '04', '34001', '620100', 'C', '62.01', ' 62', '4x'])('refuses "%s"', (code) => {
    expect(isIndustryCode(code)).toBe(false);
  });
});

describe('industryOf', () => {
  it('gives the names of the deepest class that is known', () => {
    expect(industryOf('43210')).toEqual({
      code: '432',
      fi: 'Sähkö-, vesijohto- ja muu rakennusasennus',
      sv: 'Elinstallationer, VVS-arbeten och andra bygginstallationer',
      en: 'Electrical, plumbing and other construction installation activities',
    });
    expect(industryOf('25')?.code).toBe('25');
    expect(industryOf('2599')?.code).toBe('259');
    expect(industryOf('25800')?.code).toBe('25');
  });

  it('gives nothing for a code without a division', () => {
    expect(industryOf('04')).toBeNull();
    expect(industryOf('C')).toBeNull();
  });
});

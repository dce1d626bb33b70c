import { lexemeQueries, widePatternHere } from './patterns.js';

const matti = {
  firstNames: ['Matti'],
  lastNames: ['Mäkelä'],
  emails: ['matti.makela@firma.fi'],
  phones: ['+358401234567'],
  handles: [],
};

it.each([
  'Matin kanssa',
  'MÄKELÄLLE',
  'Ma\u0308kela\u0308n',
  'M&auml;kel&auml; soitti',
  'kirjoita matti.makela@firma.fi',
  'puh. 040 123 4567',
  '+358 (0)40-12 34 567',
])('reads every text that may name the person: %s', (text) => {
  expect(widePatternHere(matti)?.test(text)).toBe(true);
});

it('passes by the texts that cannot', () => {
  expect(widePatternHere(matti)?.test('Tilaus 2026-11, toimitus viikolla 48')).toBe(false);
});

it('asks the index for both names, one with an initial, whole addresses and the groups of a number', () => {
  const { sure, lone } = lexemeQueries(matti);
  const all = sure.join(' ');
  expect(all).toMatch(/\('matti':\*\).* & .*\('makela':\*\)/);
  expect(sure).toContain(`'mattimakela':*`);
  expect(sure).toContain(`('matti' & 'makela' & 'firma' & 'fi')`);
  expect(sure).toContain(`'1234567'`);
  expect(all).not.toMatch(/\('mat':\*\)/);
  expect(lone).toEqual([expect.stringContaining(`'mati':*`), expect.stringContaining(`'maekelae':*`)]);
});

it('does not take a time or a sum for the end of a number', () => {
  const { sure } = lexemeQueries({ ...matti, phones: ['+358401230000'] });
  expect(sure).not.toContain(`('00' & '00')`);
  expect(sure).toContain(`'30000'`);
});

it('asks for no beginning that half of all words have', () => {
  const { sure } = lexemeQueries({ ...matti, firstNames: ['Åsa'], lastNames: ['Högnäs'] });
  expect(sure.join(' ')).not.toMatch(/'[a-z0-9]{1,2}':/);
});

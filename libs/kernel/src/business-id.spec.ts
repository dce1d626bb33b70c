import { isBusinessId, isVatNumber, normaliseBusinessId, normaliseVatNumber } from './business-id.js';

describe('a Finnish business id', () => {
  it.each([
    ['0112038-9', '0112038-9'],
    ['1927400-1', '1927400-1'],
    ['19274001', '1927400-1'],
    [' 1927400 - 1 ', '1927400-1'],
    ['1927400–1', '1927400-1'],
    ['FI19274001', '1927400-1'],
    ['fi 0112038-9', '0112038-9'],
    ['112038-9', '0112038-9'],
    ['2000000-0', null],
    ['1927400-2', null],
    ['1927401-0', null],
    ['192740-1', null],
    ['1927400-12', null],
    ['SE19274001', null],
    ['', null],
  ])('reads %p as %p', (value, expected) => {
    expect(normaliseBusinessId(value)).toBe(expected);
    expect(isBusinessId(value)).toBe(expected !== null);
  });

  it('knows no check digit for the numbers whose remainder is 1', () => {
    // 7·0+9·0+10·0+5·0+8·0+4·0+2·6 = 12, remainder 1
    for (let digit = 0; digit <= 9; digit++) expect(isBusinessId(`0000006-${digit}`)).toBe(false);
  });

  it('is not fooled by other types', () => {
    expect(isBusinessId(19274001)).toBe(false);
    expect(isBusinessId(null)).toBe(false);
  });
});

describe('a foreign VAT number', () => {
  it.each([
    ['SE556677889901', 'SE556677889901'],
    ['se 556677-8899 01', 'SE556677889901'],
    ['DE136695976', 'DE136695976'],
    ['EE100931558', 'EE100931558'],
    ['EL094259216', 'EL094259216'],
    ['NL004495445B01', 'NL004495445B01'],
    ['ATU13585627', 'ATU13585627'],
    ['CHE-107.787.577 IVA', 'CHE107787577IVA'],
    ['NO995525828MVA', 'NO995525828MVA'],
    ['GB980780684', 'GB980780684'],
    ['XI980780684', 'XI980780684'],
    ['FI01120389', 'FI01120389'],
    ['SE556677889801', null],
    ['DE136695977', null],
    ['FI01120388', null],
    ['556677889901', null],
    ['US123456789', null],
    ['GR094259216', null],
    ['BR11222333000181', null],
    ['__proto__', null],
    ['', null],
  ])('reads %p as %p', (value, expected) => {
    expect(normaliseVatNumber(value)).toBe(expected);
    expect(isVatNumber(value)).toBe(expected !== null);
  });
});

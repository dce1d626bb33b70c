import { hasName, isFree } from './targets.js';

describe('mapping columns', () => {
  it('gives most targets to one column only', () => {
    expect(isFree({ 0: 'contact.title', 1: null }, 1, 'contact.title')).toBe(false);
    expect(isFree({ 0: 'contact.title', 1: null }, 0, 'contact.title')).toBe(true);
    expect(isFree({ 0: 'contact.email', 1: null }, 1, 'contact.email')).toBe(true);
  });

  it('needs a column with a name', () => {
    expect(hasName({ 0: 'contact.email' })).toBe(false);
    expect(hasName({ 0: 'contact.email', 1: 'company.name' })).toBe(true);
  });
});

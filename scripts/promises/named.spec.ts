import { namedIn } from './named.ts';

const [quote, many] = ["'", '.each([1])'];

describe('the promises that tests name', () => {
  it('are those in the name of a test, of a table of them, and of the group they stand in', () => {
    const source = `describe(${quote}a run (K7)', () => { it${many}('is %s (H6, H8)'); it('is "odd" (C1)'); });`;
    expect([...namedIn(['C1', 'H6', 'H8', 'H9', 'K7'], [source])]).toEqual(['C1', 'H6', 'H8', 'K7']);
  });

  it('are neither those of a skipped test nor of a remark, nor such as only begin alike', () => {
    const source = `// (H6)\nit.skip(${quote}x (H7)'); it('y (H12)');`;
    expect([...namedIn(['H1', 'H6', 'H7', 'H12'], [source])]).toEqual(['H12']);
  });
});

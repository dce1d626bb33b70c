import { Cursors } from './cursors.js';

describe('a cursor', () => {
  const cursors = new Cursors('07'.repeat(32));

  it('brings its key back, in any process with the same master key', () => {
    const cursor = cursors.seal(['Ängström Åke', 'id'], 'contacts by name');
    expect(new Cursors('07'.repeat(32)).open(cursor, 'contacts by name')).toEqual(['Ängström Åke', 'id']);
  });

  it('shows no name to whoever reads the URL (design rule 9)', () => {
    const cursor = cursors.seal(['Angstrom'], 'contacts by name');
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('Angstrom');
  });

  it.each([
    ['of another order', cursors.seal(['a'], 'contacts by time')],
    ['of another installation', new Cursors('08'.repeat(32)).seal(['a'], 'contacts by name')],
    [
      'that was changed',
      cursors.seal(['a'], 'contacts by name').replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
    ],
    ['that is nonsense', 'nonsense'],
    ['that is empty', ''],
  ])('%s is refused', (_, cursor) => expect(() => cursors.open(cursor, 'contacts by name')).toThrow());
});

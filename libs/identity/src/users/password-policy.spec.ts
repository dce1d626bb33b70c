import { assertPasswordIsNotGuessable } from './password-policy.js';

const about = ['Aino Testaaja', 'aino.testaaja@havukka.example'];
const codeOf = (password: string) =>
  assertPasswordIsNotGuessable(password, about, 'password').then(
    () => null,
    (error: { fields: { code: string; field: string }[] }) => error.fields[0]?.code,
  );

describe('a password', () => {
  it.each([
    'hauki ui syvällä',
    'Tr0ub4dor&3xyz',
    'korrekt häst batteri',
    '4711-kaislikko',
    'aino ja juna 77',
  ])('may be %p', async (password) => {
    expect(await codeOf(password)).toBeNull();
  });

  it.each([
    'qwerty123456',
    'QWERTY123456',
    'salasana2026',
    'password!!!!',
    '1234Dragon1234',
    'aaaaaaaaaaaaa',
    'abcabcabcabcab',
    'abcdefghijklm',
  ])('may not be %p, which is tried first', async (password) => {
    expect(await codeOf(password)).toBe('common_password');
  });

  it.each(['aino testaaja', 'AINO.TESTAAJA@havukka.example', 'aino.testaaja', 'Aino Testaaja 2026'])(
    'may not be %p of Aino Testaaja',
    async (password) => {
      expect(await codeOf(password)).toBe('personal_password');
    },
  );
});

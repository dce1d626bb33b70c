import type { Reader } from '@seloste/platform';

/** What can be asked for beside the password. */
export const factors = ['totp', 'passkey', 'recovery_code'] as const;
export type Factor = (typeof factors)[number];

/** SQL: the {@link Factor}s that the user can be asked for. */
export const enrolledFactors = (userId: string): string => `
  array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT 1 FROM totp_secrets f WHERE f.user_id = ${userId} AND f.confirmed_at IS NOT NULL) THEN 'totp' END,
    CASE WHEN EXISTS (SELECT 1 FROM passkeys f WHERE f.user_id = ${userId}) THEN 'passkey' END,
    CASE WHEN EXISTS (SELECT 1 FROM recovery_codes f WHERE f.user_id = ${userId} AND f.used_at IS NULL)
      THEN 'recovery_code' END], NULL)`;

/** What the user can be asked for; nothing when there is no second factor. */
export async function enrolledFactorsOf(reader: Reader, userId: string): Promise<Factor[]> {
  const [row] = await reader.read<{ enrolled: Factor[] }>(
    `SELECT ${enrolledFactors('$1::uuid')} AS enrolled`,
    [userId],
  );
  return row?.enrolled ?? [];
}

import type { Reader } from '@seloste/platform';

/** Which of these keys, by their place, are no purpose's. */
export async function unknownAmong(reader: Reader, keys: string[]): Promise<number[]> {
  const known = await reader.read<{ key: string }>('SELECT key FROM purposes WHERE key = ANY ($1)', [keys]);
  const found = new Set(known.map(({ key }) => key));
  return keys.flatMap((key, n) => (found.has(key) ? [] : [n]));
}

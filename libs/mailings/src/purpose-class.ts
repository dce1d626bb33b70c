import { InvalidInput, type Purpose, type PurposeClass } from '@seloste/kernel';
import type { Reader } from '@seloste/platform';

/** @throws InvalidInput when there is no such purpose */
export async function classOfPurpose(reader: Reader, key: Purpose, field: string): Promise<PurposeClass> {
  const [row] = await reader.read<{ class: PurposeClass }>('SELECT class FROM purposes WHERE key = $1', [
    key,
  ]);
  if (!row) throw InvalidInput.of(field, 'unknown_purpose', 'must be a purpose that is on record');
  return row.class;
}

import { InvalidInput, type Channel } from '@seloste/kernel';
import type { Reader } from '@seloste/platform';
import { listKinds, type Export, type ExportKind } from './export.entity.js';
import type { CreateExport } from './exports.dto.js';

type Use = Pick<Export, 'useChannel' | 'usePurpose' | 'useAreas' | 'useRoleReason'>;

const none: Use = { useChannel: null, usePurpose: null, useAreas: null, useRoleReason: null };

const channelOfList: Partial<Record<ExportKind, Channel>> = {
  letters: 'post',
  labels: 'post',
  sms: 'sms',
  calls: 'phone',
};

/**
 * Words of marketing in the three languages, bent and put together as they are: a file for that asks first, whatever
 * else its purpose says.
 */
export const soundsLikeMarketing = (words: string): boolean =>
  [finnish, swedish, english].some((language) => language.test(words.normalize('NFC')));
const finnish =
  /markkinoi|kampanj|maino[skn]|uutiskirj|postitu[skt]|joukkopost|suorapost|soittokier|soittolist|myyntikirje|myyntipuhel|myyntisoit/i;
const swedish =
  /marknadsför|kampanj|reklam(?!a?ati)|nyhetsbrev|utskick|massbrev|ringrund|ringlist|säljbrev|säljsamtal|direktpost/i;
const english =
  /marketing|campaign|newsletter|mailing|mail[ -]?shot|cold[ -]?call|outreach|promotion|advert|sales (letter|call)/i;

/**
 * How the people of a file are going to be contacted, as the one who asks for the file says.
 * @throws InvalidInput where it has to be said and is not, or does not fit the kind of file
 */
export async function useAskedFor(reader: Reader, input: CreateExport): Promise<Use> {
  const { kind, for: use } = input;
  const isList = listKinds.some((list) => list === kind);
  if (use === undefined) {
    if (isList || (kind !== 'audit_events' && (await isMarketing(reader, input.purpose))))
      throw InvalidInput.of('for', 'required', 'say how they are going to be contacted, and for what');
    return none;
  }
  if (kind === 'audit_events')
    throw InvalidInput.of('for', 'unexpected', 'nobody is contacted by the record');
  const channel = channelOfList[kind] ?? use.channel;
  if (channel === undefined) throw InvalidInput.of('for.channel', 'required', 'say how');
  if (use.channel !== undefined && use.channel !== channel)
    throw InvalidInput.of('for.channel', 'mismatch', 'does not fit this kind of file');
  await assertPurpose(reader, use.purpose);
  return {
    useChannel: channel,
    usePurpose: use.purpose,
    useAreas: use.areas ?? null,
    useRoleReason: use.roleReason ?? null,
  };
}

/** Does the purpose, in the maker's own words, say that the people are to be marketed to or profiled? */
async function isMarketing(reader: Reader, words: string): Promise<boolean> {
  if (soundsLikeMarketing(words)) return true;
  const rows = await reader.read(
    `SELECT 1 AS one FROM purposes
     WHERE class <> 'service' AND lower($1) IN (key, lower(name_fi), lower(name_sv), lower(name_en))`,
    [words],
  );
  return rows.length > 0;
}

/** @throws InvalidInput */
async function assertPurpose(reader: Reader, key: string): Promise<void> {
  const rows = await reader.read('SELECT 1 AS one FROM purposes WHERE key = $1', [key]);
  if (rows.length === 0)
    throw InvalidInput.of('for.purpose', 'not_found', 'must be a purpose of the company');
}

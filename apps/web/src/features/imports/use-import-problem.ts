import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text.js';

const codes = [
  'file_missing',
  'file_too_large',
  'file_empty',
  'file_is_spreadsheet',
  'file_is_binary',
  'file_header_only',
  'file_too_many_columns',
  'file_too_many_rows',
  'file_unreadable',
  'access_ended',
  'import_is_busy',
  'import_is_over',
  'mapping_needed',
  'dry_run_needed',
] as const;

/** A failure of an import in words; `code` alone for a failure that the import itself remembers. */
export function useImportProblem(): (error: unknown) => string {
  const { t } = useTranslation('imports');
  const { t: common } = useTranslation();
  const own = Object.fromEntries(codes.map((code) => [code, t(`problem.${code}`)]));
  return (error) => (typeof error === 'string' ? (own[error] ?? '') : problemText(error, common, own));
}

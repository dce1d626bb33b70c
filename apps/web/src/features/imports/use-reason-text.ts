import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../api/model.js';

/** Why a row is no new record, or what of it is left out, in words. A reason this interface does not know asks for a look. */
export function useReasonText(): (reason: ImportRow['reasons'][number]) => string {
  const { t, i18n } = useTranslation('imports');
  return ({ code, field, value }) => {
    const key = `reason.${code}`;
    if (!i18n.exists(key, { ns: 'imports' })) return t('reason.other');
    // The catalogue is keyed by the server's codes and targets; exists() has just shown the key.
    return t(key as 'reason.other', { value, field: field && t(`target.${field}` as 'target.note') });
  };
}

import { useTranslation } from 'react-i18next';

/** The few words for the reason of a decision, or for what else keeps somebody out of a mailing. */
export function useCodeName(): (code: string) => string {
  const { t, i18n } = useTranslation('mail');
  return (code) => (i18n.exists(`mail:code.${code}`) ? t(`code.${code as 'objected'}`) : code);
}

import { useTranslation } from 'react-i18next';

/** An act of the record in words; one that has none (yet) by its own name. */
export function useActionText(): (action: string) => string {
  const { t, i18n } = useTranslation('audit');
  return (action) => {
    const key = action.replaceAll('.', '_');
    return i18n.exists(`audit:action.${key}`) ? t(`action.${key}` as 'action.contact_read') : action;
  };
}

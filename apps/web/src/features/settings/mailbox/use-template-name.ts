import { useTranslation } from 'react-i18next';

/** What a letter is, in words; a letter without words of its own is a message. */
export function useTemplateName(): (template: string) => string {
  const { t, i18n } = useTranslation('access');
  return (template) => {
    const key = `access:mailbox.template.${template}`;
    return i18n.exists(key) ? t(key) : t('mailbox.template.other');
  };
}

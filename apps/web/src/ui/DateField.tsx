import { DateInput, type DateInputProps } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { IconCalendar } from '@tabler/icons-react';
import dayjs from 'dayjs';
import 'dayjs/locale/fi';
import 'dayjs/locale/sv';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/index.js';

dayjs.extend(customParseFormat);

/** How people type dates here; the first is how they are shown. */
const formats = {
  fi: ['D.M.YYYY', 'D.M.YY', 'YYYY-MM-DD', 'D/M/YYYY', 'DMYYYY'],
  sv: ['D.M.YYYY', 'D.M.YY', 'YYYY-MM-DD', 'D/M/YYYY', 'DMYYYY'],
  en: ['DD/MM/YYYY', 'D/M/YYYY', 'D/M/YY', 'YYYY-MM-DD', 'D.M.YYYY'],
};

/** A date input in the language on screen; takes and gives `YYYY-MM-DD` or null. Day and month alone mean this year. */
export function DateField(props: Omit<DateInputProps, 'locale' | 'valueFormat' | 'dateParser'>) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <DateInput
      size="sm"
      firstDayOfWeek={1}
      locale={language}
      valueFormat={formats[language][0]}
      dateParser={parse}
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      leftSection={<IconCalendar size={16} stroke={1.6} aria-hidden />}
      popoverProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
      {...props}
    />
  );
}

function parse(text: string): string | null {
  const typed = text.trim();
  const withYear = /^\d{1,2}[./]\d{1,2}[./]?$/.test(typed)
    ? `${typed.replace(/[./]$/, '')}${typed.includes('/') ? '/' : '.'}${dayjs().year()}`
    : typed;
  const date = dayjs(withYear, formats[currentLanguage()], true);
  return date.isValid() ? date.format('YYYY-MM-DD') : null;
}

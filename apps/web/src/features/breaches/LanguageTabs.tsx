import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../api/model.js';
import { currentLanguage, languages } from '../../i18n/index.js';

interface Props {
  label: string;
  children: (language: Language) => ReactNode;
}

/** A text in three languages, one of them on show. */
export function LanguageTabs({ label, children }: Props) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Language>(currentLanguage());
  return (
    <div>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={language}
        data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        onChange={(value) => setLanguage(languages.find((known) => known === value) ?? language)}
      />
      {children(language)}
    </div>
  );
}

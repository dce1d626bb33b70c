import { Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { toast } from '../../ui/index.js';
import { lettersOf } from './fill-in.js';
import { templatesOfQuery, templateWordsQuery } from './queries.js';
import type { useLetter } from './use-letter.js';

interface Props {
  person: Contact;
  form: ReturnType<typeof useLetter>;
}

/** Begins the letter with a template's words, filled in for this person, to be written on. */
export function TemplatePicker({ person, form }: Props) {
  const { t } = useTranslation('messages');
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const { purpose, language, templateId } = form.values;
  const templates = useQuery(templatesOfQuery(purpose)).data?.items ?? [];
  const fitting = templates.filter(({ languages }) => languages.includes(language));
  const take = async (id: string) => {
    form.set('templateId', id);
    if (!id) return;
    try {
      const { contents } = await client.fetchQuery(templateWordsQuery(id));
      const words = contents[language];
      const letter = words && lettersOf(words, person);
      if (!letter) {
        form.set('templateId', '');
        return void toast(t('noWords'));
      }
      form.set('subject', letter.subject);
      form.set('body', letter.body);
    } catch (error) {
      toast(problemText(error, tCommon), { tone: 'error' });
    }
  };
  if (fitting.length === 0) return null;
  return (
    <Select
      label={t('template')}
      allowDeselect={false}
      data={[
        { value: '', label: t('noTemplate') },
        ...fitting.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={templateId}
      error={form.errors.templateId}
      onChange={(value) => void take(value ?? '')}
    />
  );
}

import { Button, Textarea } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { Language, Undertaking } from '../../../api/model.js';
import { meQuery, usersQuery } from '../../../api/queries.js';
import { languageNames, languages } from '../../../i18n/index.js';
import { FormMessage, toast, useForm } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import classes from './Confidentiality.module.css';

interface TextsFormProps {
  undertaking: Undertaking;
  texts: Record<Language, string>;
  onDone: () => void;
}

/** Another text in three languages; whoever sees people has to accept it before they see one again. */
export function TextsForm({ undertaking, texts, onDone }: TextsFormProps) {
  const { t } = useTranslation(['access', 'common']);
  const client = useQueryClient();
  const users = useQuery(usersQuery);
  const active = (users.data?.items ?? []).filter((user) => user.active).length;
  const form = useForm<Record<Language, string>>({
    initial: { fi: texts.fi, sv: texts.sv, en: texts.en },
    draftKey: 'undertaking',
    check: (values) =>
      Object.fromEntries(
        languages
          .filter((language) => !values[language].trim())
          .map((language) => [language, t('common:fieldError.required')]),
      ),
    save: (body) => ok(api.PUT('/undertaking', { body, headers: ifMatch(undertaking) })),
    onSaved: () => {
      onDone();
      toast(t('undertaking.published'));
      void client.invalidateQueries({ queryKey: ['undertaking'] });
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const isSame = languages.every((language) => form.values[language] === texts[language]);
  return (
    <form {...form.form}>
      <div className={classes.columns}>
        {languages.map((language) => (
          <Textarea
            key={language}
            label={languageNames[language]}
            lang={language}
            autosize
            minRows={14}
            maxRows={28}
            {...form.input(language)}
          />
        ))}
      </div>
      <div className={classes.foot}>
        <p className={admin.notice} data-tone="warn">
          <IconInfoCircle size={16} stroke={1.7} aria-hidden />
          <span>{t('undertaking.warning', { count: active })}</span>
        </p>
        <FormMessage>{form.message}</FormMessage>
        <div className={admin.acts}>
          <Button type="submit" loading={form.saving} disabled={isSame}>
            {t('undertaking.publish')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              form.reset();
              onDone();
            }}
          >
            {t('common:action.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

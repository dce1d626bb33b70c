import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Language } from '../../api/model.js';
import { setupQuery } from '../../api/queries.js';
import { queryClient } from '../../api/query-client.js';
import { currentLanguage, languageNames, languages } from '../../i18n/index.js';
import { FormMessage, useDocumentTitle, useForm } from '../../ui/index.js';
import { NewPasswordInput } from '../auth/NewPasswordInput.js';
import { PublicFrame } from '../auth/PublicFrame.js';
import classes from '../auth/PublicForm.module.css';
import { UndertakingText } from '../undertaking/UndertakingText.js';

const route = getRouteApi('/setup');

interface SetupValues {
  token: string;
  companyName: string;
  businessId: string;
  language: Language;
  name: string;
  email: string;
  password: string;
}

/** The token may come in the address, so that the printed line can simply be opened. */
function useSetupForm() {
  const { t } = useTranslation(['auth', 'common']);
  const { token } = route.useSearch();
  const navigate = useNavigate();
  return useForm<SetupValues>({
    initial: {
      token: token ?? '',
      companyName: '',
      businessId: '',
      language: currentLanguage(),
      name: '',
      email: '',
      password: '',
    },
    aliases: {
      'controller.name': 'companyName',
      'controller.businessId': 'businessId',
      'controller.language': 'language',
      'admin.name': 'name',
      'admin.email': 'email',
      'admin.password': 'password',
    },
    problems: {
      wrong_setup_token: t('setup.tokenWrong'),
      already_set_up: t('setup.alreadyDone'),
    },
    check: (values) => {
      const needed = ['token', 'companyName', 'businessId', 'name', 'email', 'password'] as const;
      const empty = needed.filter((field) => !values[field].trim());
      return Object.fromEntries(empty.map((field) => [field, t('common:fieldError.required')]));
    },
    save: ({ token: typed, companyName, businessId, language, name, email, password }) =>
      ok(
        api.POST('/setup', {
          body: {
            token: typed.trim(),
            controller: { name: companyName.trim(), businessId: businessId.trim(), language },
            admin: { name: name.trim(), email: email.trim(), password },
          },
        }),
      ),
    onSaved: () => {
      queryClient.setQueryData(setupQuery.queryKey, { done: true, undertaking: null });
      void navigate({ to: '/' });
    },
  });
}

/** The first page of a new installation: the company and its first administrator. */
export function SetupPage() {
  const { t } = useTranslation('auth');
  useDocumentTitle(t('setup.title'));
  const form = useSetupForm();
  return (
    <PublicFrame wide>
      <h1>{t('setup.title')}</h1>
      <p className={classes.lead}>{t('setup.lead')}</p>
      <form {...form.form} className={classes.form}>
        <TextInput
          label={t('setup.token')}
          description={t('setup.tokenHint')}
          autoComplete="off"
          {...form.input('token')}
        />
        <fieldset className={classes.group}>
          <legend>{t('setup.company')}</legend>
          <p className={classes.groupHint}>{t('setup.companyHint')}</p>
          <TextInput
            label={t('setup.companyName')}
            autoComplete="organization"
            {...form.input('companyName')}
          />
          <div className={classes.pair}>
            <TextInput
              label={t('setup.businessId')}
              placeholder="1234567-1"
              autoComplete="off"
              {...form.input('businessId')}
            />
            <Select
              label={t('setup.language')}
              data={languages.map((value) => ({ value, label: languageNames[value] }))}
              allowDeselect={false}
              value={form.values.language}
              onChange={(value) => value && form.set('language', value)}
            />
          </div>
        </fieldset>
        <fieldset className={classes.group}>
          <legend>{t('setup.you')}</legend>
          <p className={classes.groupHint}>{t('setup.youHint')}</p>
          <TextInput label={t('setup.name')} autoComplete="name" {...form.input('name')} />
          <TextInput label={t('setup.email')} type="email" autoComplete="username" {...form.input('email')} />
          <NewPasswordInput label={t('setup.password')} {...form.input('password')} />
        </fieldset>
        <Terms company={form.values.companyName} language={form.values.language} />
        <FormMessage>{form.message}</FormMessage>
        <Button type="submit" loading={form.saving}>
          {t('setup.submit')}
        </Button>
      </form>
    </PublicFrame>
  );
}

/** The undertaking that setting up accepts, in the company's language; to be read before. */
function Terms({ company, language }: { company: string; language: Language }) {
  const { t } = useTranslation('auth');
  const texts = useQuery(setupQuery).data?.undertaking;
  if (!texts) return null;
  const text = texts[language].replaceAll('{company}', company.trim() || t('setup.yourCompany'));
  return (
    <>
      <details className={classes.terms}>
        <summary>{t('setup.terms')}</summary>
        <UndertakingText text={text} language={language} />
      </details>
      <p className={classes.help}>{t('setup.termsHint')}</p>
    </>
  );
}

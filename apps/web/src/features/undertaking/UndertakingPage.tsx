import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Language, Undertaking } from '../../api/model.js';
import { isProblem } from '../../api/problem.js';
import { problemText } from '../../api/problem-text.js';
import { meQuery } from '../../api/queries.js';
import { RouteError } from '../../shell/RouteError.js';
import { useMe } from '../../shell/use-me.js';
import { usePreferences } from '../../shell/use-preferences.js';
import { FormMessage, SkeletonText, toast, useDocumentTitle } from '../../ui/index.js';
import { PublicFrame } from '../auth/PublicFrame.js';
import { useSignOut } from '../auth/use-sign-out.js';
import { undertakingQuery } from './queries.js';
import classes from './Undertaking.module.css';
import { UndertakingText } from './UndertakingText.js';

const route = getRouteApi('/undertaking');

/** What everybody promises before they see a person, and again when its text changes (C5, K5). */
export function UndertakingPage() {
  const { t } = useTranslation(['undertaking', 'shell', 'common']);
  const { t: tCommon } = useTranslation();
  useDocumentTitle(t('title'));
  usePreferences();
  const me = useMe();
  const signOut = useSignOut();
  const client = useQueryClient();
  const undertaking = useQuery(undertakingQuery(me.language));

  /** The server words the text in the language that it knows of the user: it is asked for once it knows. */
  async function speak(language: Language): Promise<void> {
    try {
      client.setQueryData(meQuery.queryKey, await ok(api.PATCH('/me', { body: { language } })));
    } catch (error) {
      toast(problemText(error, tCommon), { tone: 'error' });
    }
  }

  return (
    <PublicFrame
      wide
      aside={
        <Button variant="subtle" color="gray" onClick={() => void signOut()}>
          {t('shell:signOut')}
        </Button>
      }
      onLanguage={(language) => void speak(language)}
    >
      <h1>{t('title')}</h1>
      <p className={classes.lead}>{t('lead', { company: me.controller.name })}</p>
      {undertaking.data ? (
        <Promise undertaking={undertaking.data} />
      ) : undertaking.isError ? (
        <RouteError error={undertaking.error} reset={() => void undertaking.refetch()} />
      ) : (
        <div className={classes.sheet}>
          <SkeletonText rows={8} />
        </div>
      )}
    </PublicFrame>
  );
}

function Promise({ undertaking }: { undertaking: Undertaking }) {
  const { t } = useTranslation(['undertaking', 'common']);
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const router = useRouter();
  const { next } = route.useSearch();
  const { id, language, text, acceptedEarlier } = undertaking;
  const accept = useMutation({
    mutationFn: () => ok(api.POST('/undertaking/receipts', { body: { undertakingId: id, language } })),
    onSuccess: async () => {
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      router.history.push(next ?? '/');
    },
    onError: (error) => {
      if (isProblem(error, 'undertaking_outdated'))
        void client.invalidateQueries({ queryKey: ['undertaking'] });
    },
  });
  return (
    <>
      {acceptedEarlier && (
        <p className={classes.changed}>
          <IconInfoCircle size={16} aria-hidden />
          <span>{t('changed')}</span>
        </p>
      )}
      <div className={classes.sheet}>
        <UndertakingText text={text} language={language} />
      </div>
      <div className={classes.promise}>
        <FormMessage>
          {accept.error && problemText(accept.error, tCommon, { undertaking_outdated: t('outdated') })}
        </FormMessage>
        <Button loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('promise')}
        </Button>
        <p className={classes.hint}>{t('recorded')}</p>
      </div>
    </>
  );
}

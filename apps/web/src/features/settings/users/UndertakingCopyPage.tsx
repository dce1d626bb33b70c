import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UndertakingCopy } from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import { NotFoundPage, RouteError } from '../../../shell/RouteError.js';
import { SkeletonText, useDocumentTitle } from '../../../ui/index.js';
import { UndertakingText } from '../../undertaking/UndertakingText.js';
import admin from '../Admin.module.css';
import { undertakingCopyQuery } from './queries.js';
import classes from './UndertakingCopy.module.css';

const route = getRouteApi('/app/settings/users/$id/undertaking');

/** What a user promised, to be printed and handed over when they leave; on paper there is nothing but the sheet. */
export function UndertakingCopyPage() {
  const { t } = useTranslation('users');
  useDocumentTitle(t('undertaking.title'));
  const { id } = route.useParams();
  const copy = useQuery(undertakingCopyQuery(id));
  if (copy.isError) return <RouteError error={copy.error} reset={() => void copy.refetch()} />;
  if (copy.data === null) return <NotFoundPage />;
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <Link to="/settings/users/$id" params={{ id }} className={admin.back}>
          <IconArrowLeft size={14} stroke={1.7} aria-hidden />
          {copy.data?.user.name ?? t('title')}
        </Link>
        <Button
          leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
          disabled={!copy.data}
          onClick={() => window.print()}
        >
          {t('undertaking.print')}
        </Button>
      </div>
      {copy.data ? <Sheet copy={copy.data} /> : <SkeletonText rows={8} />}
    </div>
  );
}

function Sheet({ copy }: { copy: UndertakingCopy }) {
  const { t } = useTranslation('users');
  return (
    <article className={classes.sheet}>
      <h2>{t('undertaking.title')}</h2>
      <dl className={classes.facts}>
        <dt>{t('undertaking.givenBy')}</dt>
        <dd>{copy.user.name}</dd>
        <dt>{t('undertaking.givenTo')}</dt>
        <dd>{copy.controller}</dd>
        <dt>{t('undertaking.acceptedAt')}</dt>
        <dd>{formatDateTime(copy.acceptedAt)}</dd>
        <dt>{t('undertaking.version')}</dt>
        <dd>{copy.undertakingVersion}</dd>
      </dl>
      <UndertakingText text={copy.text} language={copy.language} />
      <p className={classes.goesOn} lang={copy.language}>
        {copy.continuation}
      </p>
    </article>
  );
}

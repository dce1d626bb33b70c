import { Button } from '@mantine/core';
import { IconAlertCircle, IconCloudOff, IconMapOff } from '@tabler/icons-react';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem, ConnectionLost } from '../api/problem.js';
import { problemText } from '../api/problem-text.js';
import { EmptyState } from '../ui/EmptyState.js';
import { useDocumentTitle } from '../ui/use-document-title.js';

/** What stands for a page that could not be opened. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />;
  const requestId = error instanceof ApiProblem ? error.requestId : undefined;
  return (
    <EmptyState
      icon={error instanceof ConnectionLost ? IconCloudOff : IconAlertCircle}
      title={t('error.title')}
      actions={
        <Button
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {t('action.retry')}
        </Button>
      }
    >
      {problemText(error, t)} {requestId && t('error.requestId', { id: requestId })}
    </EmptyState>
  );
}

/** What stands at an address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  useDocumentTitle(t('error.notFound'));
  return (
    <EmptyState
      icon={IconMapOff}
      heading="h1"
      title={t('error.notFound')}
      actions={
        <Button component={Link} to="/">
          {t('error.home')}
        </Button>
      }
    >
      {t('error.notFoundHint')}
    </EmptyState>
  );
}

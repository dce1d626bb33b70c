import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import { SkeletonText } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { Section } from '../Section.js';
import settings from '../Settings.module.css';
import { undertakingCopyQuery } from './queries.js';

/** What the user promised, and when (C5, K5). */
export function UserUndertaking({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const copy = useQuery(undertakingCopyQuery(user.id));
  return (
    <Section title={t('undertaking.title')} hint={t('undertaking.hint')}>
      {copy.data === undefined ? (
        <SkeletonText rows={1} />
      ) : copy.data === null ? (
        <p className={admin.soft}>{t('undertaking.none')}</p>
      ) : (
        <>
          <p className={admin.soft}>
            {t('undertaking.accepted', {
              version: copy.data.undertakingVersion,
              at: formatDateTime(copy.data.acceptedAt),
            })}
          </p>
          <Button
            component={Link}
            to={`/settings/users/${user.id}/undertaking`}
            variant="default"
            className={settings.submit}
            leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
          >
            {t('undertaking.open')}
          </Button>
        </>
      )}
    </Section>
  );
}

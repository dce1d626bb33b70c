import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant, User } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { useMay } from '../../../shell/use-may.js';
import { FormMessage, SkeletonText } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { Section } from '../Section.js';
import settings from '../Settings.module.css';
import { GiveRole } from './GiveRole.js';
import { GrantRow } from './GrantRow.js';
import { grantsQuery } from './queries.js';

/** What the user may do, and who gave it, why, from when to when; what they could do before is folded. */
export function UserGrants({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const { t: tCommon } = useTranslation();
  const mayManage = useMay()('grants.manage');
  const grants = useQuery(grantsQuery(user.id));
  const [isGiving, setGiving] = useState(false);
  return (
    <Section title={t('grants.title')} hint={t('grants.hint')}>
      {grants.data ? (
        <GrantLists user={user} grants={grants.data.items} mayManage={mayManage} />
      ) : grants.error ? (
        <FormMessage>{problemText(grants.error, tCommon)}</FormMessage>
      ) : (
        <SkeletonText rows={3} />
      )}
      {mayManage && user.active && (
        <Button
          variant="default"
          className={settings.submit}
          leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
          onClick={() => setGiving(true)}
        >
          {t('grants.give')}
        </Button>
      )}
      {isGiving && <GiveRole user={user} held={grants.data?.items ?? []} onClose={() => setGiving(false)} />}
    </Section>
  );
}

function GrantLists({ user, grants, mayManage }: { user: User; grants: Grant[]; mayManage: boolean }) {
  const { t } = useTranslation('users');
  const [isShowingOver, setShowingOver] = useState(false);
  const open = grants.filter(({ state }) => state === 'current' || state === 'planned');
  const over = grants.filter((grant) => !open.includes(grant));
  return (
    <div>
      {open.length === 0 ? (
        <p className={admin.nothing}>{t(user.active ? 'grants.none' : 'grants.noneLeft')}</p>
      ) : (
        <ul className={admin.rows}>
          {open.map((grant) => (
            <GrantRow key={grant.id} grant={grant} user={user} mayEnd={mayManage} />
          ))}
        </ul>
      )}
      {over.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={admin.more}
          aria-expanded={isShowingOver}
          onClick={() => setShowingOver(!isShowingOver)}
        >
          {t('grants.earlier', { count: over.length })}
        </Button>
      )}
      {isShowingOver && (
        <ul className={admin.rows}>
          {over.map((grant) => (
            <GrantRow key={grant.id} grant={grant} user={user} mayEnd={false} />
          ))}
        </ul>
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { ApiToken } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import { Chip, RelativeTime, SkeletonText, toast } from '../../../ui/index.js';
import { Section } from '../Section.js';
import { Confirm } from './Confirm.js';
import { CopyField } from './CopyField.js';
import { CreateToken } from './CreateToken.js';
import { apiTokensQuery } from './queries.js';
import classes from './Security.module.css';
import { useReport } from './use-report.js';

/** The tokens of one's programs. */
export function ApiTokens() {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const tokens = useQuery(apiTokensQuery).data?.items;
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const renew = () => client.invalidateQueries({ queryKey: apiTokensQuery.queryKey });
  return (
    <Section title={t('tokens.title')} hint={t('tokens.hint')}>
      {made !== null && (
        <div className={classes.made}>
          <p>{t('tokens.made')}</p>
          <CopyField label={t('tokens.token')} value={made} />
        </div>
      )}
      {!tokens ? (
        <SkeletonText rows={2} />
      ) : (
        tokens.length > 0 && (
          <ul className={classes.list}>
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} onEnded={renew} />
            ))}
          </ul>
        )
      )}
      <Button variant="default" className={classes.add ?? ''} onClick={() => setCreating(true)}>
        {t('tokens.create')}
      </Button>
      {isCreating && (
        <CreateToken
          onClose={() => setCreating(false)}
          onMade={(token) => {
            setMade(token);
            setCreating(false);
            void renew();
          }}
        />
      )}
    </Section>
  );
}

function TokenRow({ token, onEnded }: { token: ApiToken; onEnded: () => Promise<void> }) {
  const { t } = useTranslation('security');
  const report = useReport();
  const { id, name, hint, scopes, expiresAt, usedAt } = token;
  const isOver = Date.parse(expiresAt) <= Date.now();
  const end = () =>
    ok(api.DELETE('/api-tokens/{id}', { params: { path: { id } } }))
      .then(() => toast(t('tokens.ended')))
      .catch(report)
      .then(onEnded);
  return (
    <li className={classes.row}>
      <IconKey size={18} stroke={1.6} aria-hidden />
      <div className={classes.what}>
        <p>
          {name} <span className={classes.mono}>{hint}…</span>{' '}
          {isOver && <Chip tone="warn">{t('tokens.over')}</Chip>}
        </p>
        <p className={classes.quiet}>
          {t('tokens.until', { date: formatDate(expiresAt) })}
          {' · '}
          {usedAt ? (
            <>
              {t('lastUsed')} <RelativeTime value={usedAt} />
            </>
          ) : (
            t('neverUsed')
          )}
        </p>
        <p className={classes.quiet}>{scopes.map((scope) => t(`permission.${scope}`)).join(' · ')}</p>
      </div>
      <Confirm label={t('tokens.end')} name={t('removeOf', { name })} onConfirm={end} />
    </li>
  );
}

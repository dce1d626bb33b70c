import { IconLogin2 } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import { formatDate } from '../../../i18n/format.js';
import { RelativeTime } from '../../../ui/index.js';
import { Section } from '../Section.js';
import { Confirm } from './Confirm.js';
import { oidcLinksQuery } from './queries.js';
import classes from './Security.module.css';
import { useReport } from './use-report.js';

/** The accounts elsewhere with which one signs in; nothing where there are none. */
export function LinkedLogins() {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const report = useReport();
  const links = useQuery(oidcLinksQuery).data?.items ?? [];
  if (links.length === 0) return null;
  const remove = (id: string) =>
    ok(api.DELETE('/me/oidc-links/{id}', { params: { path: { id } } }))
      .catch(report)
      .then(() => client.invalidateQueries({ queryKey: oidcLinksQuery.queryKey }));
  return (
    <Section title={t('links.title')} hint={t('links.hint')}>
      <ul className={classes.list}>
        {links.map(({ id, provider, linkedAt, usedAt }) => (
          <li key={id} className={classes.row}>
            <IconLogin2 size={18} stroke={1.6} aria-hidden />
            <div className={classes.what}>
              <p>{provider.name}</p>
              <p className={classes.quiet}>
                {t('since', { date: formatDate(linkedAt) })} · {t('lastUsed')} <RelativeTime value={usedAt} />
              </p>
            </div>
            <Confirm
              label={t('remove')}
              name={t('removeOf', { name: provider.name })}
              onConfirm={() => remove(id)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

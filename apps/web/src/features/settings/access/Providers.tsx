import { Button } from '@mantine/core';
import { IconBrandGoogle, IconBrandWindows, IconPlus, IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OidcProvider } from '../../../api/model.js';
import { SkeletonText } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import settingsClasses from '../Settings.module.css';
import { EditProvider } from './EditProvider.js';
import { oidcProvidersQuery } from './queries.js';

const icons = { microsoft: IconBrandWindows, google: IconBrandGoogle, other: IconKey };

/** With whom one may sign in beside a password. */
export function Providers() {
  const { t } = useTranslation(['access', 'common']);
  const providers = useQuery(oidcProvidersQuery);
  const [open, setOpen] = useState<OidcProvider | 'new' | null>(null);
  if (!providers.data) return <SkeletonText rows={2} />;
  return (
    <>
      {providers.data.items.length === 0 ? (
        <p className={admin.soft}>{t('providers.none')}</p>
      ) : (
        <ul className={admin.rows}>
          {providers.data.items.map((provider) => {
            const Icon = icons[provider.kind];
            return (
              <li key={provider.id} className={admin.row}>
                <Icon size={18} stroke={1.6} aria-hidden />
                <div className={admin.what}>
                  <p className={admin.name}>{provider.name}</p>
                  <p className={admin.quiet}>{provider.allowedDomains.join(', ')}</p>
                </div>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`${t('common:action.edit')}: ${provider.name}`}
                  onClick={() => setOpen(provider)}
                >
                  {t('common:action.edit')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <Button
        variant="default"
        className={settingsClasses.submit}
        leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
        onClick={() => setOpen('new')}
      >
        {t('providers.add')}
      </Button>
      {open && <EditProvider provider={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

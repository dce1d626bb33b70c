import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../api/model.js';
import { useIsPhone } from '../records/RecordLayout.js';
import { channelIcons } from './looks.js';
import { useForbidden, useReachCompany } from './use-reach-company.js';
import classes from './PersonLinks.module.css';

/** Calling and mailing a company's own number and address, and whether it has forbidden that. */
function useCompanyWays(company: Company) {
  const isForbidden = useForbidden(company.id);
  const reach = useReachCompany();
  const ways = [
    ...(company.phone ? [{ channel: 'phone' as const, href: `tel:${company.phone}` }] : []),
    ...(company.email ? [{ channel: 'email' as const, href: `mailto:${company.email}` }] : []),
  ];
  return ways.map((way) => {
    const isBlocked = isForbidden(way.channel);
    const Icon = channelIcons[way.channel][isBlocked ? 'shut' : 'open'];
    return { ...way, isBlocked, Icon, go: () => void reach(company, way.channel, way.href) };
  });
}

/** Call and mail, under a company's name; what it forbids is there too, blocked, and says why. */
export function CompanyLinks({ company }: { company: Company }) {
  const { t } = useTranslation('permissions');
  const isPhone = useIsPhone();
  const ways = useCompanyWays(company);
  const isBlocked = ways.some((way) => way.isBlocked);
  if (ways.length === 0) return null;
  return (
    <>
      {!isPhone && (
        <div className={classes.actions}>
          {ways.map(({ channel, isBlocked: isShut, Icon, go }) => (
            <Button
              key={channel}
              className={classes.action}
              data-blocked={isShut || undefined}
              variant="default"
              size="compact-md"
              leftSection={<Icon size={15} stroke={1.7} aria-hidden />}
              onClick={go}
            >
              {t(`action.${channel}`)}
            </Button>
          ))}
        </div>
      )}
      {isBlocked && <p className={classes.why}>{t('code.company_objected')}</p>}
    </>
  );
}

/** The same in a phone's action bar. */
export function CompanyActions({ company }: { company: Company }) {
  const { t } = useTranslation('permissions');
  return useCompanyWays(company).map(({ channel, isBlocked, Icon, go }) => {
    const action = t(`action.${channel}`);
    return (
      <ActionIcon
        key={channel}
        className={classes.action}
        data-blocked={isBlocked || undefined}
        variant="default"
        size={44}
        aria-label={isBlocked ? t('gate.blocked', { action, reason: t('code.company_objected') }) : action}
        onClick={go}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
    );
  });
}

import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DomainFinding, SenderDomain } from '../../../api/model.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { ActButton, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { CopyLine } from '../../settings/CopyLine.js';
import { DkimForm } from './DkimForm.js';
import { FindingChip } from './DomainChips.js';
import { InboundPart } from './InboundPart.js';
import { PacePart } from './PacePart.js';
import { senderDomainQuery, useDkim } from './queries.js';
import classes from './Sender.module.css';

/** Who the mail comes from, whether receivers believe it, and where answers are read. */
export function SenderPage() {
  const { t } = useTranslation('mail');
  useDocumentTitle(t('tabs.sender'));
  const may = useMay();
  const domain = useQuery(senderDomainQuery);
  if (domain.isError && !domain.data)
    return <RouteError error={domain.error} reset={() => void domain.refetch()} />;
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2>{domain.data?.domain ?? t('sender.domain')}</h2>
          <p>{t('sender.lead')}</p>
        </div>
        <Button
          variant="default"
          loading={domain.isFetching}
          leftSection={<IconRefresh size={15} stroke={1.7} aria-hidden />}
          onClick={() => void domain.refetch()}
        >
          {t('sender.check')}
        </Button>
      </div>
      {domain.data ? <Findings domain={domain.data} /> : <SkeletonRows rows={3} />}
      {domain.data && may('settings.manage') && <Signing domain={domain.data} />}
      {may('settings.manage') && <PacePart />}
      {may('settings.manage') && <InboundPart />}
    </div>
  );
}

function Findings({ domain }: { domain: SenderDomain }) {
  const three = [
    ['SPF', domain.spf],
    ['DKIM', domain.dkim],
    ['DMARC', domain.dmarc],
  ] as const;
  if (domain.domain === null) return <p className={admin.notice}>{domain.spf.advice}</p>;
  return (
    <ul className={admin.rows}>
      {three.map(([name, finding]) => (
        <Finding key={name} name={name} finding={finding} />
      ))}
    </ul>
  );
}

function Finding({ name, finding }: { name: string; finding: DomainFinding }) {
  const { t } = useTranslation('mail');
  return (
    <li className={admin.row}>
      <div className={admin.what}>
        <p className={admin.name}>{name}</p>
        <p className={admin.quiet}>{finding.advice}</p>
        {finding.suggestion && (
          <div className={classes.record}>
            <p className={classes.label}>
              {t('sender.record')}: {finding.suggestion.type} {finding.suggestion.name}
            </p>
            <CopyLine label={name} value={finding.suggestion.value} />
          </div>
        )}
      </div>
      <div className={admin.end}>
        <FindingChip finding={finding} />
      </div>
    </li>
  );
}

function Signing({ domain }: { domain: SenderDomain }) {
  const { t } = useTranslation('mail');
  const [isChoosing, setChoosing] = useState(false);
  const { end } = useDkim();
  const { signing } = domain;
  return (
    <section className={admin.part}>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2>{t('sender.dkim')}</h2>
          <p>
            {signing
              ? t('sender.signs', { selector: signing.keySelector, domain: signing.domainName })
              : t('sender.signsNot')}
          </p>
        </div>
        <div className={admin.acts}>
          {signing && (
            <ActButton act={end} done={t('sender.ended')}>
              {t('sender.end')}
            </ActButton>
          )}
          <Button variant="default" onClick={() => setChoosing(true)}>
            {t(signing ? 'sender.newKey' : 'sender.begin')}
          </Button>
        </div>
      </div>
      {isChoosing && <DkimForm domain={domain} onClose={() => setChoosing(false)} />}
    </section>
  );
}

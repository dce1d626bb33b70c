import { IconAlertTriangle, IconCheck, IconHelp, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DomainFinding, SenderDomain } from '../../../api/model.js';
import { Chip } from '../../../ui/index.js';

const looks = {
  ok: { icon: IconCheck, tone: 'accent' },
  weak: { icon: IconAlertTriangle, tone: 'warn' },
  wrong: { icon: IconAlertTriangle, tone: 'danger' },
  missing: { icon: IconAlertTriangle, tone: 'danger' },
  off: { icon: IconMinus, tone: 'plain' },
  unknown: { icon: IconHelp, tone: 'plain' },
} as const satisfies Record<DomainFinding['status'], unknown>;

/** How one of SPF, DKIM and DMARC stands. */
export function FindingChip({ name, finding }: { name?: string; finding: DomainFinding }) {
  const { t } = useTranslation('mail');
  const { icon, tone } = looks[finding.status];
  return (
    <Chip icon={icon} tone={tone} title={finding.advice}>
      {[name, t(`sender.state.${finding.status}`)].filter(Boolean).join(': ')}
    </Chip>
  );
}

/** All three at a glance. */
export function DomainChips({ domain }: { domain: SenderDomain }) {
  return (
    <>
      <FindingChip name="SPF" finding={domain.spf} />
      <FindingChip name="DKIM" finding={domain.dkim} />
      <FindingChip name="DMARC" finding={domain.dmarc} />
    </>
  );
}

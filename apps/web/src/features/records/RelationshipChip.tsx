import { IconCircleCheck, IconCircleDashed, IconCircleMinus, IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RelationshipStatus } from '../../api/model.js';
import { Chip, type Tone } from '../../ui/index.js';

const looks = {
  prospect: { icon: IconCircleDashed, tone: 'info' },
  customer: { icon: IconCircleCheck, tone: 'accent' },
  former: { icon: IconCircleMinus, tone: 'plain' },
  partner: { icon: IconHeartHandshake, tone: 'warn' },
} as const satisfies Record<RelationshipStatus, { icon: unknown; tone: Tone }>;

/** Prospect, customer, former customer, partner: an icon, a word and a tone, the same everywhere. */
export function RelationshipChip({ status }: { status: RelationshipStatus }) {
  const { t } = useTranslation();
  const { icon, tone } = looks[status];
  return (
    <Chip icon={icon} tone={tone}>
      {t(`relationship.${status}`)}
    </Chip>
  );
}

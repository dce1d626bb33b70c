import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/index.js';
import { closedLook, urgencyLooks } from './looks.js';
import type { RequestListItem } from './model.js';

/** How the deadline of an open request stands, or how a closed one ended. */
export function DeadlineChip({ request: { urgency, outcome } }: { request: RequestListItem }) {
  const { t } = useTranslation('requests');
  if (urgency) return <Chip {...urgencyLooks[urgency]}>{t(`urgency.${urgency}`)}</Chip>;
  return <Chip {...closedLook}>{t(`outcome.${outcome ?? 'granted'}`)}</Chip>;
}

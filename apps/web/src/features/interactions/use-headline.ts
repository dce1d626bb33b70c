import { useTranslation } from 'react-i18next';
import type { Direction, InteractionType } from '../../api/model.js';

/** "We called", "They wrote", "Meeting": what happened, said from our side. */
export function useHeadline(): (item: { type: InteractionType; direction: Direction | null }) => string {
  const { t } = useTranslation('interactions');
  return ({ type, direction }) => {
    if (direction && (type === 'call' || type === 'email' || type === 'chat' || type === 'visit'))
      return t(`headline.${type}_${direction}`);
    return t(`headline.${type}`);
  };
}

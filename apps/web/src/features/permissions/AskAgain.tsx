import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-may.js';
import { ActButton } from '../../ui/index.js';
import { useAskToConfirm } from './queries.js';

interface Props {
  personId: string;
  consentId: string;
}

/** Mail gets lost: the person is asked once more to confirm the consent, at their address as it is now. */
export function AskAgain({ personId, consentId }: Props) {
  const { t } = useTranslation('permissions');
  const may = useMay();
  const act = useAskToConfirm(personId, consentId);
  if (!may('consents.create')) return null;
  return (
    <ActButton
      mt="sm"
      mr="xs"
      variant="default"
      size="compact-sm"
      act={act}
      done={t('evidence.askedAgain')}
      problems={{
        asked_recently: t('evidence.askedRecently'),
        not_awaiting_confirmation: t('evidence.notAwaiting'),
        validation_failed: t('common:fieldError.noAddress'),
      }}
    >
      {t('evidence.askAgain')}
    </ActButton>
  );
}

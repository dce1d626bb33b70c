import { Select, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InteractionDraft } from '../interactions/draft.js';
import { usePurposes } from './use-purposes.js';
import type { LogPermission } from './use-log-permission.js';
import classes from './LogPurpose.module.css';

interface Props {
  draft: InteractionDraft;
  onChange: (draft: InteractionDraft) => void;
  permission: LogPermission;
}

/** What the contact was for; and where it was not permitted, why it happened all the same. */
export function LogPurpose({ draft, onChange, permission: { isAsked, refused } }: Props) {
  const { t } = useTranslation('permissions');
  const { optionsOf } = usePurposes();
  if (!isAsked) return null;
  return (
    <div className={classes.part}>
      <div className={classes.line}>
        <span aria-hidden>{t('log.purpose')}</span>
        <Select
          className={classes.purpose}
          aria-label={t('log.purpose')}
          allowDeselect={false}
          data={optionsOf('service', 'marketing')}
          value={draft.purpose ?? null}
          onChange={(purpose) => onChange({ ...draft, purpose: purpose ?? undefined })}
        />
      </div>
      {refused && (
        <div className={classes.refused} role="status">
          <p className={classes.no}>
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
            <span>
              {t('log.no')}. {refused.decision.sentence}
            </span>
          </p>
          <p>{t('log.lead')}</p>
          <TextInput
            label={t('log.reason')}
            placeholder={t('log.reasonHint')}
            value={draft.unpermittedReason ?? ''}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => onChange({ ...draft, unpermittedReason: event.currentTarget.value })}
          />
        </div>
      )}
    </div>
  );
}

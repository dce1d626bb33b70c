import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Admin.module.css';

/** Something to be copied as it is: an address, a secret. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('access');
  return (
    <div className={classes.copy}>
      <code className={classes.code}>{value}</code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={copied ? t('copied') : `${t('copy')}: ${label}`}
            onClick={copy}
          >
            {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} stroke={1.6} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </div>
  );
}

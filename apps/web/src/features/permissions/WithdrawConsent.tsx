import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-may.js';
import { FormMessage, toast, useForm } from '../../ui/index.js';
import { objectionWays, type ObjectionWay } from './model.js';
import { useWithdrawConsent } from './queries.js';
import classes from './Permissions.module.css';

interface Props {
  personId: string;
  consentId: string;
}

/** A consent is as easy to withdraw as to give (GDPR Art. 7(3)): one question, and it is done. */
export function WithdrawConsent(props: Props) {
  const { t } = useTranslation('permissions');
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  if (!may('objections.create')) return null;
  if (isAsking) return <Ask {...props} onClose={() => setAsking(false)} />;
  return (
    <Button mt="sm" variant="default" size="compact-sm" onClick={() => setAsking(true)}>
      {t('evidence.withdraw')}
    </Button>
  );
}

function Ask({ personId, consentId, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('permissions');
  const withdraw = useWithdrawConsent(personId);
  const form = useForm<{ receivedVia: ObjectionWay }, unknown>({
    initial: { receivedVia: 'phone' },
    save: ({ receivedVia }) => withdraw({ consentId, receivedVia }),
    onSaved: () => {
      onClose();
      toast(t('evidence.withdrawDone'));
    },
  });
  return (
    <form {...form.form} className={classes.sheet}>
      <Select
        mt="sm"
        label={t('objection.via')}
        allowDeselect={false}
        data={objectionWays.map((value) => ({ value, label: t(`way.${value}`) }))}
        value={form.values.receivedVia}
        onChange={(value) => value && form.set('receivedVia', value)}
      />
      <FormMessage>{form.message}</FormMessage>
      <div className={classes.buttons}>
        <Button type="submit" loading={form.saving}>
          {t('evidence.withdraw')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}

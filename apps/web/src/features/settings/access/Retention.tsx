import { Button, NumberInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { AuditRetention } from '../../../api/model.js';
import { FormMessage, SkeletonText, toast, useForm } from '../../../ui/index.js';
import settingsClasses from '../Settings.module.css';
import { auditRetentionQuery } from './queries.js';

/** How long the record of acts is kept. */
export function Retention() {
  const retention = useQuery(auditRetentionQuery);
  return retention.data ? <RetentionForm retention={retention.data} /> : <SkeletonText rows={2} />;
}

function RetentionForm({ retention }: { retention: AuditRetention }) {
  const { t } = useTranslation(['access', 'common']);
  const client = useQueryClient();
  const form = useForm<{ readMonths: number | string; decisionMonths: number | string }>({
    initial: { readMonths: retention.readMonths, decisionMonths: retention.decisionMonths },
    check: (values) =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([, months]) => typeof months !== 'number')
          .map(([field]) => [field, t('common:fieldError.required')]),
      ),
    save: ({ readMonths, decisionMonths }) =>
      ok(
        api.PUT('/audit-retention', {
          body: { readMonths: Number(readMonths), decisionMonths: Number(decisionMonths) },
        }),
      ),
    onSaved: (saved) => {
      client.setQueryData(auditRetentionQuery.queryKey, saved as AuditRetention);
      toast(t('saved'));
    },
  });
  const { readMonths, decisionMonths } = form.values;
  const isShorter =
    Number(readMonths) < retention.readMonths || Number(decisionMonths) < retention.decisionMonths;
  const isSame = readMonths === retention.readMonths && decisionMonths === retention.decisionMonths;
  return (
    <form {...form.form} className={settingsClasses.fields}>
      <NumberInput
        label={t('retention.reads')}
        description={t('retention.readsHint')}
        size="sm"
        min={6}
        max={60}
        allowDecimal={false}
        suffix={` ${t('retention.months')}`}
        {...form.field('readMonths')}
      />
      <NumberInput
        label={t('retention.decisions')}
        description={t('retention.decisionsHint')}
        size="sm"
        min={24}
        max={120}
        allowDecimal={false}
        suffix={` ${t('retention.months')}`}
        {...form.field('decisionMonths')}
      />
      {isShorter && <p className={settingsClasses.note}>{t('retention.shorter')}</p>}
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" className={settingsClasses.submit} disabled={isSame} loading={form.saving}>
        {t('common:action.save')}
      </Button>
    </form>
  );
}

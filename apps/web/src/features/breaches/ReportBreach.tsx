import { Button, Modal, Textarea } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format.js';
import { closeDialog } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { FormDialog, useForm } from '../../ui/index.js';
import dialog from '../../ui/FormDialog.module.css';
import classes from './Breaches.module.css';
import { InstantField } from './InstantField.js';
import { useReportBreach } from './queries.js';

interface Reported {
  id: string;
  reference: string;
  notifyBefore: string;
}

/** Anybody who works here says that something went wrong; the 72 hours run from when they knew (GDPR Art. 33(1)). */
export function ReportBreach() {
  const [reported, setReported] = useState<Reported | null>(null);
  return reported ? <Thanks reported={reported} /> : <Form onReported={setReported} />;
}

function Form({ onReported }: { onReported: (reported: Reported) => void }) {
  const { t } = useTranslation(['breaches', 'common']);
  const report = useReportBreach();
  const required = t('common:fieldError.required');
  const form = useForm<{ facts: string; awareAt: string }, Reported>({
    initial: { facts: '', awareAt: new Date().toISOString() },
    check: ({ facts, awareAt }) => ({
      ...(facts.trim() ? {} : { facts: required }),
      ...(awareAt ? {} : { awareAt: required }),
    }),
    save: ({ facts, awareAt }) => report.mutateAsync({ facts: facts.trim(), awareAt }),
    onSaved: onReported,
  });
  return (
    <FormDialog
      opened
      onClose={closeDialog}
      title={t('report.title')}
      submitLabel={t('report.submit')}
      {...form}
    >
      <p className={classes.soft}>{t('report.lead')}</p>
      <Textarea
        label={t('report.facts')}
        description={t('report.factsHint')}
        autosize
        minRows={4}
        maxLength={10_000}
        data-autofocus
        {...form.input('facts')}
      />
      <InstantField label={t('report.awareAt')} {...form.field('awareAt')} />
    </FormDialog>
  );
}

function Thanks({ reported: { id, reference, notifyBefore } }: { reported: Reported }) {
  const { t } = useTranslation('breaches');
  const mayManage = useMay()('breaches.manage');
  return (
    <Modal
      opened
      onClose={closeDialog}
      title={t('reported.title')}
      size="28rem"
      yOffset="12vh"
      classNames={{ title: dialog.title, header: dialog.header, body: dialog.body }}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={classes.reported}>
        <IconCircleCheck size={28} stroke={1.5} aria-hidden />
        <p className={classes.reference}>{reference}</p>
        <p>{t('reported.text', { at: formatDateTime(notifyBefore) })}</p>
        <div className={classes.buttons}>
          {mayManage && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/privacy/breaches/$id" params={{ id }} onClick={closeDialog} {...props} />
              )}
            >
              {t('reported.open')}
            </Button>
          )}
          <Button data-autofocus onClick={closeDialog}>
            {t('reported.ready')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DateField, FormDialog, toast, useForm } from '../../ui/index.js';
import { useRestriction } from './queries.js';
import classes from './Privacy.module.css';

interface Props {
  person: { id: string; name: string };
  onClose: () => void;
  /** The page is not the person's, who is absent from theirs from now on. */
  staysHere?: boolean;
}

/** Restricts the processing of a person's data (GDPR Art. 18): from then on they are absent for everybody. */
export function RestrictDialog({ person, onClose, staysHere }: Props) {
  const { t } = useTranslation(['privacy', 'common']);
  const navigate = useNavigate();
  const { place } = useRestriction(person.id);
  const form = useForm<{ reason: string; until: string | null }, unknown>({
    initial: { reason: '', until: null },
    check: ({ reason }) => (reason.trim() ? {} : { reason: t('common:fieldError.required') }),
    save: ({ reason, until }) => place.mutateAsync({ reason: reason.trim(), until }),
    onSaved: () => {
      onClose();
      if (!staysHere) void navigate({ to: '/people' });
      toast(t('restrict.done', { name: person.name }));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('restrict.title', { name: person.name })}
      submitLabel={t('restrict.submit')}
      {...form}
    >
      <p className={classes.soft}>{t('restrict.lead')}</p>
      <Textarea
        label={t('restrict.reason')}
        description={t('restrict.reasonHint')}
        autosize
        minRows={2}
        data-autofocus
        {...form.input('reason')}
      />
      <DateField
        label={t('restrict.until')}
        description={t('restrict.untilHint')}
        minDate={dayjs().add(1, 'day').format('YYYY-MM-DD')}
        {...form.field('until')}
      />
    </FormDialog>
  );
}

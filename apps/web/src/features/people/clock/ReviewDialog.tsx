import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact, Retention } from '../../../api/model.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import type { Ground } from '../../retention/model.js';
import { useConfirmGround } from './queries.js';
import classes from './Clock.module.css';

interface Props {
  person: Pick<Contact, 'id' | 'name'>;
  retention: Retention;
  onClose: () => void;
}

/** Somebody looked at an open-ended ground and says why it still holds. */
export function ReviewDialog({ person, retention, onClose }: Props) {
  const { t } = useTranslation(['clock', 'common']);
  const confirm = useConfirmGround(person.id);
  const form = useForm<{ note: string }, unknown>({
    initial: { note: '' },
    check: ({ note }) => (note.trim() ? {} : { note: t('common:fieldError.required') }),
    // The key of a rule on people, as it came from the server.
    save: ({ note }) => confirm({ ground: retention.ground as Ground, note: note.trim() }),
    problems: { not_reviewable: t('review.problem') },
    onSaved: () => {
      onClose();
      toast(t('review.done'));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('review.title', { name: person.name })}
      submitLabel={t('review.submit')}
      {...form}
    >
      <p className={classes.lead}>{retention.reason}</p>
      <Textarea
        label={t('review.note')}
        description={t('review.noteHint')}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        {...form.input('note')}
      />
    </FormDialog>
  );
}

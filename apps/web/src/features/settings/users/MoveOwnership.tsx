import { Checkbox, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../api/model.js';
import { formatNumber } from '../../../i18n/format.js';
import { FormDialog, toast, useForm } from '../../../ui/index.js';
import { useHeirs, useMoveAll } from './ownership.js';
import classes from './Users.module.css';

interface MoveValues {
  toUserId: string | null;
  contacts: boolean;
  companies: boolean;
}

/** Makes everything that a user owns somebody else's, archived records among it. */
export function MoveOwnership({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const heirs = useHeirs(user);
  const moveAll = useMoveAll(user);
  const nameOf = (id: string) => heirs.find(({ value }) => value === id)?.label ?? '';
  const form = useForm<MoveValues, Awaited<ReturnType<typeof moveAll>>>({
    initial: { toUserId: null, contacts: true, companies: true },
    check: ({ toUserId, contacts, companies }) => ({
      ...(toUserId ? {} : { toUserId: t('common:fieldError.required') }),
      ...(contacts || companies ? {} : { companies: t('move.nothing') }),
    }),
    save: ({ toUserId, contacts, companies }) => moveAll(toUserId ?? '', { contacts, companies }),
    onSaved: ({ toUserId, contacts, companies }) => {
      onClose();
      toast(
        t('move.done', {
          name: nameOf(toUserId),
          contacts: formatNumber(contacts),
          companies: formatNumber(companies),
        }),
      );
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('move.title', { name: user.name })}
      submitLabel={t('move.submit')}
      {...form}
    >
      <p>{t('move.lead')}</p>
      <Select
        label={t('move.to')}
        placeholder={t('move.choose')}
        data={heirs}
        searchable
        data-autofocus
        {...form.field('toUserId')}
      />
      <div className={classes.roleChoice}>
        <Checkbox
          label={t('move.contacts', { shown: formatNumber(user.owns?.contacts ?? 0) })}
          checked={form.values.contacts}
          onChange={(event) => form.set('contacts', event.currentTarget.checked)}
        />
        <Checkbox
          label={t('move.companies', { shown: formatNumber(user.owns?.companies ?? 0) })}
          checked={form.values.companies}
          error={form.errors.companies}
          onChange={(event) => form.set('companies', event.currentTarget.checked)}
        />
      </div>
    </FormDialog>
  );
}

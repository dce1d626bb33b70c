import { Button, Modal, Radio, Select, Textarea } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import { languages } from '../../i18n/index.js';
import type { Language, Ref } from '../../api/model.js';
import { closeDialog } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import {
  AsyncCombobox,
  type AsyncOption,
  DateField,
  FormDialog,
  newOption,
  useForm,
} from '../../ui/index.js';
import dialog from '../../ui/FormDialog.module.css';
import { today } from '../interactions/local-input.js';
import { type NewRequest, requestKinds, type RequestKind, type StaffDoor, staffDoors } from './model.js';
import { personSearch } from './person-search.js';
import { useRecordRequest } from './queries.js';
import classes from './Requests.module.css';

interface Recorded {
  id: string;
  reference: string;
  dueOn: string;
}

/** Writes down what somebody asked for; its month runs from the day on which it reached us (GDPR Art. 12(3)). */
export function RecordRequest({ contact }: { contact: Ref | null }) {
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  return recorded ? <Done recorded={recorded} /> : <Form contact={contact} onRecorded={setRecorded} />;
}

interface Values {
  kind: RequestKind | null;
  who: AsyncOption | null;
  receivedVia: StaffDoor;
  receivedOn: string | null;
  language: Language | null;
  wording: string;
}

interface FormProps {
  contact: Ref | null;
  onRecorded: (recorded: Recorded) => void;
}

function Form({ contact, onRecorded }: FormProps) {
  const { t } = useTranslation(['requests', 'common']);
  const form = useRecording(contact, onRecorded);
  return (
    <FormDialog
      opened
      onClose={closeDialog}
      title={contact ? t('record.titleOf', { name: contact.name }) : t('record.title')}
      submitLabel={t('record.submit')}
      {...form}
    >
      <p className={classes.soft}>{t('record.lead')}</p>
      <Radio.Group
        label={t('record.kind')}
        value={form.values.kind ?? ''}
        error={form.errors.kind}
        onChange={(value) => form.set('kind', requestKinds.find((known) => known === value) ?? null)}
      >
        <div className={classes.choices}>
          {requestKinds.map((kind, index) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`asks.${kind}`)}
              data-autofocus={index === 0 || undefined}
            />
          ))}
        </div>
      </Radio.Group>
      {!contact && (
        <AsyncCombobox
          label={t('record.who')}
          description={t('record.whoHint')}
          search={personSearch}
          createLabel={(typed) => t('record.notFound', { typed })}
          {...form.field('who')}
        />
      )}
      <div className={classes.pair}>
        <Select
          label={t('record.door')}
          allowDeselect={false}
          data={staffDoors.map((value) => ({ value, label: t(`door.${value}`) }))}
          {...form.field('receivedVia')}
          onChange={(value) => value && form.set('receivedVia', value)}
        />
        <DateField
          label={t('record.receivedOn')}
          clearable={false}
          minDate={dayjs().subtract(1, 'year').format('YYYY-MM-DD')}
          maxDate={today()}
          {...form.field('receivedOn')}
        />
      </div>
      <Select
        label={t('record.language')}
        placeholder={t('record.ownLanguage')}
        clearable
        clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        data={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        {...form.field('language')}
      />
      <Textarea
        label={t('record.wording')}
        description={t('record.wordingHint')}
        autosize
        minRows={3}
        maxLength={10_000}
        {...form.input('wording')}
      />
    </FormDialog>
  );
}

function useRecording(contact: Ref | null, onRecorded: (recorded: Recorded) => void) {
  const { t } = useTranslation(['requests', 'common']);
  const record = useRecordRequest();
  const required = t('common:fieldError.required');
  return useForm<Values, Recorded>({
    initial: {
      ...{ kind: null, who: null, receivedVia: 'phone', receivedOn: today() },
      ...{ language: null, wording: '' },
    },
    aliases: { contactId: 'who', identifier: 'who', receivedAt: 'receivedOn' },
    check: ({ kind, who, receivedOn }) => ({
      ...(kind ? {} : { kind: required }),
      ...(contact || who ? {} : { who: required }),
      ...(receivedOn ? {} : { receivedOn: required }),
    }),
    save: ({ kind, who, receivedVia, receivedOn, language, wording }) =>
      record.mutateAsync({
        ...{ kind: kind ?? 'access', receivedVia },
        ...whose(contact, who),
        ...(receivedOn && receivedOn < today() ? { receivedAt: noonOf(receivedOn) } : {}),
        ...(language ? { language } : {}),
        ...(wording.trim() ? { wording: wording.trim() } : {}),
      }),
    onSaved: onRecorded,
  });
}

/** Somebody chosen from the register, or by what they can be looked for. */
function whose(contact: Ref | null, who: AsyncOption | null): Pick<NewRequest, 'contactId' | 'identifier'> {
  if (contact) return { contactId: contact.id };
  if (who && who.value !== newOption) return { contactId: who.value };
  return { identifier: who?.label.trim() ?? '' };
}

const noonOf = (day: string): string => new Date(`${day}T12:00:00`).toISOString();

/** What to tell the person right away. */
function Done({ recorded: { id, reference, dueOn } }: { recorded: Recorded }) {
  const { t } = useTranslation('requests');
  const mayManage = useMay()('requests.manage');
  return (
    <Modal
      opened
      onClose={closeDialog}
      title={t('recorded.title')}
      size="28rem"
      yOffset="12vh"
      classNames={{ title: dialog.title, header: dialog.header, body: dialog.body }}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={classes.recorded}>
        <IconCircleCheck size={28} stroke={1.5} aria-hidden />
        <p className={classes.reference}>{reference}</p>
        <p>{t('recorded.due', { date: formatDate(dueOn) })}</p>
        <p className={classes.soft}>{t('recorded.say')}</p>
        <div className={classes.buttons}>
          {mayManage && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/privacy/requests/$id" params={{ id }} onClick={closeDialog} {...props} />
              )}
            >
              {t('recorded.open')}
            </Button>
          )}
          <Button data-autofocus onClick={closeDialog}>
            {t('recorded.ready')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

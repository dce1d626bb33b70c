import { Alert, Select, TextInput } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NewContact } from '../../api/model.js';
import { DateField } from '../../ui/index.js';
import classes from './ComesBack.module.css';

type Return = NonNullable<NewContact['comesBack']>;

const ways: readonly Return['how'][] = ['form', 'email', 'phone', 'in_person', 'contract', 'other'];

export interface ReturnValues {
  /** The server said that the address or number was an erased person's. */
  isErased: boolean;
  backHow: Return['how'] | null;
  backOn: string | null;
  backNote: string;
}

export const noReturn: ReturnValues = { isErased: false, backHow: null, backOn: null, backNote: '' };

/** The return as the API takes it; nothing where nobody says that there was one. */
export function toReturn({ isErased, backHow, backOn, backNote }: ReturnValues): { comesBack?: Return } {
  if (!isErased || !backHow || !backOn) return {};
  const note = backNote.trim();
  return { comesBack: { how: backHow, on: backOn, ...(note ? { note } : {}) } };
}

/** A way back is told with its day. */
export const checkReturn = (
  { isErased, backHow, backOn }: ReturnValues,
  t: TFunction<['quickAdd', 'common']>,
): Partial<Record<keyof ReturnValues, string>> =>
  isErased && backHow && !backOn ? { backOn: t('common:fieldError.required') } : {};

interface ComesBackProps {
  values: ReturnValues;
  errors: Partial<Record<keyof ReturnValues, string>>;
  onHow: (how: ReturnValues['backHow']) => void;
  onDay: (day: string | null) => void;
  onNote: (note: string) => void;
}

/** Whoever was erased comes in only when they came back by themselves; shown once the server says that it is them. */
export function ComesBack({ values, errors, onHow, onDay, onNote }: ComesBackProps) {
  const { t } = useTranslation('quickAdd');
  if (!values.isErased) return null;
  return (
    <Alert icon={<IconUserOff size={18} stroke={1.7} aria-hidden />} title={t('comesBack.title')}>
      <div className={classes.box}>
        <p>{t('comesBack.lead')}</p>
        <div className={classes.pair}>
          <Select
            label={t('comesBack.confirm')}
            placeholder={t('comesBack.how')}
            clearable
            data={ways.map((value) => ({ value, label: t(`comesBack.ways.${value}`) }))}
            value={values.backHow}
            onChange={onHow}
          />
          <DateField
            label={t('comesBack.on')}
            maxDate={new Date()}
            value={values.backOn}
            error={errors.backOn}
            onChange={onDay}
          />
        </div>
        <TextInput
          label={t('comesBack.note')}
          maxLength={500}
          value={values.backNote}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
      </div>
    </Alert>
  );
}

import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { AsyncCombobox } from '../../ui/index.js';
import { companySearch, toOption, toRef } from '../records/pickers/company-search.js';
import { PeoplePicker } from '../records/pickers/PeoplePicker.js';
import { hasDirection, hasDuration, hasSubject, type InteractionDraft } from './draft.js';
import { WhenField } from './WhenField.js';
import classes from './Composer.module.css';

interface Props {
  draft: InteractionDraft;
  onChange: (draft: InteractionDraft) => void;
  textRef?: Ref<HTMLTextAreaElement> | undefined;
  /** Collapsed to one line until it is used. */
  compact?: boolean | undefined;
  /** People and company are shown as fields at once, instead of after a click. */
  showWho?: boolean | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
}

/** Everything an interaction holds, in the order somebody tells it: what, how, when, with whom. */
export function InteractionFields({
  draft,
  onChange,
  textRef,
  compact,
  showWho,
  disabled,
  autoFocus,
}: Props) {
  const { t } = useTranslation('interactions');
  const set = (changes: Partial<InteractionDraft>) => onChange({ ...draft, ...changes });
  return (
    <>
      {(hasSubject(draft.type) || draft.subject !== '') && !compact && (
        <TextInput
          variant="unstyled"
          className={classes.subject}
          aria-label={t('field.subject')}
          placeholder={t('field.subject')}
          value={draft.subject}
          maxLength={200}
          disabled={disabled}
          onChange={(event) => set({ subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        ref={textRef}
        variant="unstyled"
        className={classes.text}
        aria-label={t('field.body')}
        placeholder={t(`placeholder.${draft.type}`)}
        value={draft.body}
        autosize
        minRows={compact ? 1 : 3}
        maxRows={16}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        disabled={disabled}
        onChange={(event) => set({ body: event.currentTarget.value })}
      />
      {!compact && (
        <div className={classes.details}>
          {hasDirection(draft.type) && <DirectionSwitch draft={draft} set={set} />}
          <WhenField value={draft.occurredAt} onChange={(occurredAt) => set({ occurredAt })} />
          {hasDuration(draft.type) && (
            <NumberInput
              className={classes.minutes}
              aria-label={t('field.durationMinutes')}
              placeholder={t('field.durationMinutes')}
              value={draft.durationMinutes ?? ''}
              min={0}
              max={1440}
              step={5}
              clampBehavior="strict"
              allowDecimal={false}
              hideControls
              suffix={` ${t('minutesUnit')}`}
              onChange={(value) => set({ durationMinutes: typeof value === 'number' ? value : null })}
            />
          )}
          <WhoFields draft={draft} set={set} show={showWho ?? false} />
        </div>
      )}
    </>
  );
}

interface Part {
  draft: InteractionDraft;
  set: (changes: Partial<InteractionDraft>) => void;
}

function DirectionSwitch({ draft, set }: Part) {
  const { t } = useTranslation();
  const direction = draft.direction ?? 'out';
  const Icon = direction === 'out' ? IconArrowUpRight : IconArrowDownLeft;
  return (
    <button
      type="button"
      className={classes.detail}
      aria-label={`${t('interactions:direction.label')}: ${t(`direction.${direction}`)}`}
      onClick={() => set({ direction: direction === 'out' ? 'in' : 'out' })}
    >
      <Icon size={14} aria-hidden />
      {t(`direction.${direction}`)}
    </button>
  );
}

function WhoFields({ draft, set, show }: Part & { show: boolean }) {
  const { t } = useTranslation('interactions');
  const [open, setOpen] = useState(show);
  if (!open) {
    const names = draft.contacts.map(({ name }) => name).join(', ') || draft.company?.name;
    return (
      <button
        type="button"
        className={classes.detail}
        aria-label={`${t('field.contactIds')}: ${names ?? ''}. ${t('composer.addPeople')}`}
        onClick={() => setOpen(true)}
      >
        {names ?? t('composer.addPeople')}
        <span aria-hidden> +</span>
      </button>
    );
  }
  return (
    <div className={classes.who}>
      <PeoplePicker
        label={t('field.contactIds')}
        value={draft.contacts}
        onChange={(contacts) => set({ contacts })}
      />
      <AsyncCombobox
        label={t('field.companyId')}
        value={toOption(draft.company)}
        onChange={(option) => set({ company: toRef(option) })}
        search={companySearch}
      />
    </div>
  );
}

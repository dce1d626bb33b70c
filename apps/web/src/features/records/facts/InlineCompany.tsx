import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ref } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { AsyncCombobox, useEditable } from '../../../ui/index.js';
import { companySearch, toRef } from '../pickers/company-search.js';
import { FactText } from './Fact.js';
import classes from './InlineForm.module.css';

interface Props {
  label: string;
  value: Ref | null;
  onSave: (company: Ref | null) => Promise<unknown>;
}

/** A person's company, found by typing; choosing one saves it. */
export function InlineCompany({ label, value, onSave }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isEditable = useEditable();
  const trigger = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) trigger.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const choose = (company: Ref | null) => {
    setError(null);
    setOpen(false);
    if (company?.id === value?.id) return;
    onSave(company).catch((failure: unknown) => {
      setError(problemText(failure, t));
      setOpen(true);
    });
  };
  if (!isEditable) return <FactText>{value?.name ?? t('state.empty')}</FactText>;
  if (!isOpen) {
    return (
      <button
        ref={trigger}
        type="button"
        className={classes.add}
        data-filled={value !== null || undefined}
        aria-label={
          value ? `${t('inlineEdit.edit', { label })}: ${value.name}` : `${t('inlineEdit.empty')}: ${label}`
        }
        onClick={() => setOpen(true)}
      >
        {value?.name ?? t('inlineEdit.empty')}
      </button>
    );
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <AsyncCombobox
        label={label}
        placeholder={t('state.typeToSearch')}
        value={null}
        search={companySearch}
        error={error}
        autoFocus
        onChange={(option) => option && choose(toRef(option))}
      />
      <div className={classes.foot}>
        {value && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => choose(null)}>
            {t('records:picker.noCompany')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setOpen(false)}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}

import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.js';
import { fieldErrorText, problemText } from '../../../api/problem-text.js';
import { FormMessage, useEditable } from '../../../ui/index.js';
import { FactText } from './Fact.js';
import classes from './InlineForm.module.css';

interface Props<Value> {
  /** What is edited: names the buttons for screen readers. */
  label: string;
  value: Value;
  /** The value as it reads; null or false shows an invitation to add it. */
  children: ReactNode;
  /** Rejecting keeps the form open with what was typed and says why. */
  onSave: (value: Value) => Promise<unknown>;
  /** The fields. `errorAt('emails.0')` is the server's complaint about that field, `code` that of its problem. */
  fields: (
    draft: Value,
    setDraft: (draft: Value) => void,
    errorAt: (field: string) => string | undefined,
    code: string | undefined,
  ) => ReactNode;
  /** Says what is wrong before anything is sent. */
  check?: (draft: Value) => string | null;
  empty?: string;
  /** The form adds something, so that what it starts with is worth saving too. */
  isAddition?: boolean;
}

/** A value of several parts that becomes a small form where it stands. Enter saves, Escape takes back. */
export function InlineForm<Value>(props: Props<Value>) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Value | null>(null);
  const isEditable = useEditable();
  const trigger = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && draft === null && document.activeElement === document.body)
      trigger.current?.focus();
    wasOpen.current = draft !== null;
  }, [draft]);
  if (draft !== null) {
    return <OpenForm {...props} draft={draft} setDraft={setDraft} onClose={() => setDraft(null)} />;
  }
  if (!isEditable)
    return <div className={classes.fixed}>{props.children || <FactText>{t('state.empty')}</FactText>}</div>;
  const open = () => setDraft(props.value);
  if (!props.children) {
    return (
      <button
        ref={trigger}
        type="button"
        className={classes.add}
        aria-label={props.empty ?? `${t('inlineEdit.empty')}: ${props.label}`}
        onClick={open}
      >
        {props.empty ?? t('inlineEdit.empty')}
      </button>
    );
  }
  return (
    <div className={classes.shown}>
      <div className={classes.content}>{props.children}</div>
      <ActionIcon
        ref={trigger}
        className={classes.pencil}
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('inlineEdit.edit', { label: props.label })}
        onClick={open}
      >
        <IconPencil size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

interface OpenProps<Value> extends Props<Value> {
  draft: Value;
  setDraft: (draft: Value) => void;
  onClose: () => void;
}

function OpenForm<Value>({ draft, setDraft, onClose, ...props }: OpenProps<Value>) {
  const { t } = useTranslation();
  const [message, setMessage] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), []);

  const errorAt = (field: string) => {
    const error = problem?.fields.find((candidate) => candidate.field === field);
    return error && fieldErrorText(error, t);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void save();
  };
  async function save() {
    const complaint = props.check?.(draft) ?? null;
    setMessage(complaint);
    if (complaint || isSaving) return;
    if (!props.isAddition && JSON.stringify(draft) === JSON.stringify(props.value)) return onClose();
    setSaving(true);
    try {
      await props.onSave(draft);
      onClose();
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : null);
      const field = error instanceof ApiProblem ? error.fields[0] : undefined;
      setMessage(field ? fieldErrorText(field, t) : problemText(error, t));
    } finally {
      setSaving(false);
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={props.label}
      className={classes.form}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      {props.fields(draft, setDraft, errorAt, problem?.code)}
      <FormMessage>{message}</FormMessage>
      <div className={classes.foot}>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button size="compact-sm" type="submit" loading={isSaving}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}

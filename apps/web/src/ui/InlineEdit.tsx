import { Select, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';
import { fieldErrorText, problemText } from '../api/problem-text.js';
import { useEditable } from './editable.js';
import classes from './InlineEdit.module.css';

interface InlineProps<Value> {
  /** What is edited: the control's accessible name. */
  label: string;
  value: Value;
  /** Sends the new value; a rejection opens the field again with what was typed and why it failed. */
  onSave: (value: Value) => Promise<unknown>;
  /** How the value reads when it is not being edited, to eyes and to screen readers; the value itself by default. */
  children?: string | null;
  /** What an empty value shows; "Add" by default. */
  empty?: string;
}

interface EditorProps<Value> {
  draft: Value;
  setDraft: (value: Value) => void;
  /** Saves and closes. */
  commit: (value?: Value) => void;
  error: string | null;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Text that becomes an input where it stands. Enter or leaving saves, Escape takes back. */
export function InlineText({ multiline, ...props }: InlineProps<string | null> & { multiline?: boolean }) {
  return (
    <Inline
      {...props}
      editor={({ draft, setDraft, commit, error, onKeyDown }) => {
        const shared = {
          'aria-label': props.label,
          value: draft ?? '',
          error,
          autoFocus: true,
          onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
            setDraft(event.currentTarget.value),
          onBlur: () => commit(),
        };
        return multiline ? (
          <Textarea {...shared} onKeyDown={(e) => e.key === 'Escape' && onKeyDown(e)} />
        ) : (
          <TextInput {...shared} onKeyDown={onKeyDown} />
        );
      }}
    />
  );
}

/** One of a few, chosen where it stands. `clearable` allows none. */
export function InlineSelect({
  options,
  clearable,
  ...props
}: InlineProps<string | null> & { options: { value: string; label: string }[]; clearable?: boolean }) {
  const shown = options.find((option) => option.value === props.value)?.label;
  return (
    <Inline
      {...props}
      editor={({ draft, commit, error, onKeyDown }) => (
        <Select
          aria-label={props.label}
          data={options}
          value={draft}
          error={error}
          clearable={clearable}
          searchable={options.length > 8}
          defaultDropdownOpened
          autoFocus
          comboboxProps={{ withinPortal: true }}
          onChange={(value) => commit(value)}
          onBlur={() => commit()}
          onKeyDown={(event) => event.key === 'Escape' && onKeyDown(event)}
        />
      )}
    >
      {props.children ?? shown}
    </Inline>
  );
}

interface InlineFrameProps extends InlineProps<string | null> {
  /** The control while editing. */
  editor: (editor: EditorProps<string | null>) => ReactNode;
}

function Inline({ label, value, onSave, children, empty, editor }: InlineFrameProps) {
  const { t } = useTranslation();
  const edit = useInlineEdit(value, onSave);
  const isEditable = useEditable();
  if (edit.isOpen) return <div className={classes.editor}>{editor(edit.editor)}</div>;
  const content = children || value;
  if (!isEditable) return <div className={classes.fixed}>{content || t('state.empty')}</div>;
  const invitation = empty ?? t('inlineEdit.empty');
  return (
    <button
      ref={edit.trigger}
      type="button"
      className={classes.value}
      aria-label={content ? `${t('inlineEdit.edit', { label })}: ${content}` : `${invitation}: ${label}`}
      onClick={edit.open}
    >
      {content || <span className={classes.empty}>{invitation}</span>}
    </button>
  );
}

function useInlineEdit(value: string | null, onSave: (value: string | null) => Promise<unknown>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);

  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) trigger.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  function commit(next: string | null = draft): void {
    const tidy = next?.trim() || null;
    setOpen(false);
    setError(null);
    if (tidy === (value || null)) return;
    onSave(tidy).catch((failure: unknown) => {
      const field = failure instanceof ApiProblem ? failure.fields[0] : undefined;
      setDraft(next);
      setError(field ? fieldErrorText(field, t) : problemText(failure, t));
      setOpen(true);
    });
  }

  function open(): void {
    setDraft(value);
    setError(null);
    setOpen(true);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      // Or the same key press would go on to the button that takes the focus back, and open the field again.
      event.preventDefault();
      commit();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
    }
  }
  return { isOpen, open, trigger, editor: { draft, setDraft, commit, error, onKeyDown } };
}

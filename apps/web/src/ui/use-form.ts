import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';
import { fieldErrorText, problemText } from '../api/problem-text.js';
import { readDraft, writeDraft } from './drafts.js';

export interface FormOptions<Values extends object, Saved> {
  initial: Values;
  /** Sends the form. Rejecting with ApiProblem puts its field errors to their inputs. */
  save: (values: Values) => Promise<Saved>;
  onSaved?: (saved: Saved) => void;
  /** Checks before sending; a field's text stops the sending. */
  check?: (values: Values) => Partial<Record<keyof Values & string, string>>;
  /** The form's field for an API field, where the names differ: `{ 'emails.0': 'email' }`. */
  aliases?: Record<string, keyof Values & string>;
  /** Texts for problem codes of this form's own: `{ invalid_credentials: t('…') }`. */
  problems?: Partial<Record<string, string>>;
  /** Keeps what was typed in this tab under this key until it is saved: not for forms with a password. */
  draftKey?: string;
}

const scopeOf = (draftKey: string) => `form.${draftKey}`;
const hasDraft = (draftKey: string | undefined) =>
  draftKey !== undefined && readDraft(scopeOf(draftKey)) !== null;

type Errors<Values> = Partial<Record<keyof Values & string, string>>;

function startValues<Values extends object>(key: string | undefined, initial: Values): Values {
  return { ...initial, ...(key ? readDraft<Partial<Values>>(scopeOf(key)) : null) };
}

function fieldErrors<Values extends object>(
  problem: ApiProblem,
  { initial, aliases = {} }: Pick<FormOptions<Values, unknown>, 'initial' | 'aliases'>,
  text: (error: { code: string }) => string,
): Errors<Values> {
  const errors: Record<string, string> = {};
  for (const error of problem.fields) {
    const root = error.field.split('.')[0] ?? '';
    const field = aliases[error.field] ?? aliases[root] ?? (error.field in initial ? error.field : root);
    if (field in initial) errors[field] ??= text(error);
  }
  return errors as Errors<Values>;
}

/** The state of one form: values, errors by field, sending. What was typed stays when sending fails. */
export function useForm<Values extends object, Saved = unknown>(options: FormOptions<Values, Saved>) {
  const { t } = useTranslation();
  const [values, setValues] = useState(() => startValues(options.draftKey, options.initial));
  const [isRestored, setRestored] = useState(() => hasDraft(options.draftKey));
  const [errors, setErrors] = useState<Errors<Values>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const element = useRef<HTMLFormElement | null>(null);

  useEffect(() => {
    if (!message && Object.keys(errors).length === 0) return;
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors, message]);

  function set<Field extends keyof Values & string>(field: Field, value: Values[Field]): void {
    setValues((before) => {
      const next = { ...before, [field]: value };
      if (options.draftKey) writeDraft(scopeOf(options.draftKey), next);
      return next;
    });
    setErrors(({ [field]: _mended, ...others }) => others as Errors<Values>);
  }

  function reset(): void {
    if (options.draftKey) writeDraft(scopeOf(options.draftKey), null);
    setValues(options.initial);
    setRestored(false);
    setErrors({});
    setMessage(null);
  }

  async function send(): Promise<void> {
    const found = options.check?.(values) ?? {};
    setErrors(found);
    setMessage(null);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    try {
      const saved = await options.save(values);
      if (options.draftKey) writeDraft(scopeOf(options.draftKey), null);
      options.onSaved?.(saved);
    } catch (error) {
      const byField =
        error instanceof ApiProblem ? fieldErrors(error, options, (e) => fieldErrorText(e, t)) : {};
      setErrors(byField);
      setMessage(problemText(error, t, options.problems));
    } finally {
      setSaving(false);
    }
  }

  return {
    values,
    errors,
    /** What went wrong as a whole; show it in a {@link FormMessage}. */
    message,
    saving,
    set,
    reset,
    /** Empties a form that began with an earlier, unsent text; absent when it began empty. */
    clear: isRestored ? reset : undefined,
    /** Props of the <form> element. */
    form: {
      ref: element,
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault();
        if (!saving) void send();
      },
    },
    /** Props of a text input. */
    input: (field: keyof Values & string) => ({
      name: field,
      value: String(values[field] ?? ''),
      error: errors[field],
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        set(field, event.currentTarget.value as Values[typeof field]),
    }),
    /** Props of a Select, DateField or other control that hands over the value itself. */
    field: <Field extends keyof Values & string>(field: Field) => ({
      value: values[field],
      error: errors[field],
      onChange: (value: Values[Field]) => set(field, value),
    }),
  };
}

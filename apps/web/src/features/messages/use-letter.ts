import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, Language, Message } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { problemText } from '../../api/problem-text.js';
import { currentLanguage } from '../../i18n/index.js';
import { closeDialog, openMail } from '../../shell/dialogs.js';
import { writeDraft } from '../../ui/drafts.js';
import { toast, useForm } from '../../ui/index.js';
import { roleLinkOf, usualPurposeFor } from './letter.js';
import { useCancel, useSend } from './queries.js';

export interface LetterValues {
  purpose: string;
  language: Language;
  /** Where the words came from; empty: from nowhere. */
  templateId: string;
  subject: string;
  body: string;
  /** Null: the sender has not said yet. */
  roleKind: 'area' | 'other' | null;
  roleReason: string;
}

/** A letter to one person: kept while it is written, sent ten seconds after, and back as it was when it is taken back. */
export function useLetter(person: Contact, purpose: string | null) {
  const { t } = useTranslation('messages');
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const send = useSend(person.id);
  const cancel = useCancel(person.id);
  const required = t('common:fieldError.required');
  const keyOf = useKey();
  const draftKey = `mail.${person.id}`;
  const takeBack = async (message: Message, values: LetterValues) => {
    try {
      await cancel.mutateAsync(message.id);
      writeDraft(`form.${draftKey}`, values);
      openMail(person, values.purpose);
    } catch (error) {
      const isLate = error instanceof ApiProblem && error.status === 409;
      toast(isLate ? t('tooLate') : problemText(error, tCommon), { tone: 'error' });
    }
  };
  const form = useForm<LetterValues, Message>({
    initial: {
      purpose: purpose ?? usualPurposeFor(person),
      language: person.language ?? currentLanguage(),
      templateId: '',
      subject: '',
      body: '',
      roleKind: person.areaOfResponsibility ? null : 'other',
      roleReason: '',
    },
    draftKey,
    aliases: { roleReason: 'roleReason', areas: 'roleReason' },
    check: ({ subject, body }) => ({
      ...(subject.trim() ? {} : { subject: required }),
      ...(body.trim() ? {} : { body: required }),
    }),
    save: (values) => {
      const { purpose: forWhat, language, subject, body, templateId, roleKind, roleReason } = values;
      const role = { kind: roleKind, reason: roleReason };
      const letter = {
        purpose: forWhat,
        language,
        subject: subject.trim(),
        body,
        ...(templateId ? { templateId } : {}),
        ...(forWhat === 'service' ? {} : roleLinkOf(role, person.areaOfResponsibility)),
      };
      return send.mutateAsync({ key: keyOf(letter), body: letter });
    },
    onSaved: (message) => {
      const { values } = form;
      closeDialog();
      void client.invalidateQueries({ queryKey: ['contacts', person.id] });
      toast(t('queued'), {
        duration: 10_000,
        action: { label: t('common:action.undo'), run: () => void takeBack(message, values) },
      });
    },
  });
  return form;
}

/** A name for a letter that stays the same for as long as its words do, so that sending it again sends no second one. */
function useKey(): (letter: object) => string {
  const last = useRef({ words: '', key: '' });
  return (letter) => {
    const words = JSON.stringify(letter);
    if (last.current.words !== words) {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      last.current = { words, key: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
    }
    return last.current.key;
  };
}

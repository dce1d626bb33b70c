import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { today } from '../interactions/local-input.js';
import type { LetterInput, LetterWay } from './model.js';
import { type DraftOf, draftQuery } from './queries.js';

/** A letter while it is written. */
export interface LetterValues {
  subject: string;
  body: string;
  way: LetterWay;
  /** When the person was told; only where it is not we who send it. */
  sentOn: string | null;
}

export const emptyLetter = (): LetterValues => ({ subject: '', body: '', way: 'email', sentOn: today() });

/** Where the API says what is wrong with a letter. */
export const letterAliases = {
  'letter.subject': 'subject',
  'letter.body': 'body',
  'letter.way': 'way',
  'letter.sentOn': 'sentOn',
} as const;

export const letterOf = ({ subject, body, way, sentOn }: LetterValues): LetterInput => ({
  ...{ subject: subject.trim(), body: body.trim(), way },
  ...(way !== 'email' && sentOn ? { sentOn } : {}),
});

/** What lacks, by field. */
export const lacksOf = (
  { subject, body, way, sentOn }: LetterValues,
  required: string,
): Partial<Record<keyof LetterValues, string>> => ({
  ...(subject.trim() ? {} : { subject: required }),
  ...(body.trim() ? {} : { body: required }),
  ...(way !== 'email' && !sentOn ? { sentOn: required } : {}),
});

/** The `set` of a form that has a letter among its values. */
export interface SetLetter {
  (field: 'subject' | 'body', value: string): void;
  (field: 'way', value: LetterWay): void;
  (field: 'sentOn', value: string | null): void;
}

interface Written {
  values: LetterValues;
  set: SetLetter;
}

/**
 * Brings the prepared letter into the form. What somebody changed by hand stays theirs when another one is prepared,
 * until they ask for it.
 */
export function useDraft(id: string, draftOf: DraftOf | null, { values, set }: Written) {
  const draft = useQuery(draftQuery(id, draftOf));
  const taken = useRef<{ subject: string; body: string } | null>(null);
  const isOwn =
    values.body !== '' && (values.body !== taken.current?.body || values.subject !== taken.current.subject);
  const take = () => {
    if (!draft.data) return;
    const { subject, body, address } = draft.data;
    taken.current = { subject, body };
    set('subject', subject);
    set('body', body);
    if (address === null && values.way === 'email') set('way', 'letter');
  };
  useEffect(() => {
    if (!isOwn) take();
    // A letter is taken over when it comes, not while somebody writes.
  }, [draft.data]);
  const isOther = draft.data !== undefined && isOwn && draft.data.body !== taken.current?.body;
  return { draft, take, isOther };
}

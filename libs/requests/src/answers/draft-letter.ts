import type { Language } from '@seloste/kernel';
import { requestLetterWords, type LetterFacts, type LetterKind } from './words/request-letter-words.js';

/** A letter before it is sent: a subject, and paragraphs apart by empty lines. */
export interface DraftLetter {
  subject: string;
  body: string;
}

/** What is prepared for whoever answers; the days of `facts` are `YYYY-MM-DD`. A `note` has a beginning and an end only. */
export function draftLetter(kind: LetterKind, facts: LetterFacts, language: Language): DraftLetter {
  const words = requestLetterWords[language];
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const inWords = (iso: string) => day.format(new Date(`${iso}T12:00:00Z`));
  const told = { ...facts, receivedOn: inWords(facts.receivedOn), dueOn: inWords(facts.dueOn) };
  const body = [
    words.greeting(facts.name),
    ...paragraphsOf(kind, told, language),
    words.regards(facts.company),
  ];
  return { subject: words.subject(told), body: body.join('\n\n') };
}

function paragraphsOf(kind: LetterKind, facts: LetterFacts, language: Language): string[] {
  const words = requestLetterWords[language];
  const named = words.kind[facts.kind];
  if (kind === 'note') return [];
  if (kind === 'receipt') return words.receipt(facts, named);
  if (kind === 'extension') {
    const [need = '', until = ''] = words.extension(facts, named);
    return [
      need,
      ...(facts.reason === null ? [] : [words.extensionReason[facts.reason]]),
      until,
      words.complaint,
    ];
  }
  const outcome = facts.outcome ?? 'granted';
  const isDone = outcome === 'granted' || outcome === 'partly_granted';
  const isRefused = outcome === 'refused' || outcome === 'partly_granted';
  return [
    ...words.answer[outcome](facts, named),
    ...(isDone ? [words.granted[facts.kind]] : []),
    ...facts.grounds.map((ground) => words.ground[ground]),
    ...(isRefused || outcome === 'unidentified' ? [words.complaint] : []),
  ];
}

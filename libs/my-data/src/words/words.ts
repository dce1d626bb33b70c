import type { InteractionType, Language, Role } from '@seloste/kernel';
import type { RequestKind } from '@seloste/requests';
import type { CorrectableField } from '../correction-proposal.entity.js';
import { en } from './en.js';
import { fi } from './fi.js';
import { sv } from './sv.js';

/** What the person's own page says in one language; days are written out. */
export interface Words {
  title: string;
  ask: {
    intro(controller: string): string;
    address: string;
    send: string;
    /** The same, whoever is known. */
    sent: string;
    sentText: string;
    notAnAddress: string;
  };
  enter: { title: string; text: string; button: string };
  confirm: { title: string; text(controller: string): string; button: string; done: string };
  over: { title: string; text: string; again: string };
  leave: string;
  left: string;
  who: string;
  ofPerson(name: string): string;
  restricted: string;
  held: string;
  authorisations: string;
  none: string;
  said: {
    title: string;
    no(thing: string, day: string): string;
    yes(thing: string, day: string): string;
    unconfirmed: string;
    withdraw: string;
    nothing: string;
    choices: string;
  };
  contacts: { title: string; shown(shown: number, all: number): string; others: string };
  interaction: Record<InteractionType, string>;
  purposes: string;
  recipients: { title: string; none: string };
  looks: { title: string; intro: string; none: string; times(count: number): string };
  role: Record<Role | 'other', string>;
  requests: {
    title: string;
    open(received: string, due: string): string;
    closed(day: string): string;
    none: string;
    make: string;
    makeIs: string;
    kind: Record<RequestKind, string>;
    explains: Record<RequestKind, string>;
    situation: string;
    more: string;
    send: string;
    eraseNote: string;
  };
  correct: {
    title: string;
    intro: string;
    what: string;
    right: string;
    send: string;
    field: Record<CorrectableField, string>;
  };
  done: {
    title: string;
    received(reference: string, due: string): string;
    withdrawn: string;
    confirmation: string;
  };
  notUnderstood: string;
}

export const wordsIn: Record<Language, Words> = { fi, sv, en };

import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ok } from '../../api/client.js';
import type { Language } from '../../api/model.js';
import type { Decision } from '../permissions/model.js';
import type { RoleLink } from '../permissions/queries.js';
import { wire } from '../permissions/wire.js';
import type { TemplateWords } from './fill-in.js';

export type MessageStatus =
  'waiting' | 'handing_over' | 'handed_over' | 'in_doubt' | 'stopped' | 'failed' | 'cancelled' | 'kept';

/** A message to a person, and what became of it. */
export interface Message {
  id: string;
  status: MessageStatus;
  purpose: string;
  subject: string | null;
  language: Language;
  originKind: 'one_to_one' | 'mailing' | 'sequence';
  notBefore: string;
  createdAt: string;
  handedOverAt: string | null;
  bouncedAt: string | null;
  bounceKind: 'hard' | 'soft' | null;
  complainedAt: string | null;
  decision: Pick<Decision, 'code' | 'sentence'> | null;
}

export interface NewMessage extends RoleLink {
  purpose: string;
  language: Language;
  subject: string;
  body: string;
  templateId?: string;
}

const moving = new Set<MessageStatus>(['waiting', 'handing_over']);

/** What goes out to a person, newest first; looked at again while something is on its way. */
export const messagesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['messages', contactId],
    queryFn: ({ signal }) =>
      ok(
        wire.GET<{ items: Message[] }>('/contacts/{id}/messages', {
          params: { path: { id: contactId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => moving.has(status)) ? 2_500 : false,
  });

function useMoved<Input, Saved>(contactId: string, send: (input: Input) => Promise<Saved>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: messagesQuery(contactId).queryKey }),
  });
}

/** Queues a letter; it leaves ten seconds later. The same key sends it once, however often it is asked for. */
export const useSend = (contactId: string) =>
  useMoved(contactId, ({ key, body }: { key: string; body: NewMessage }) =>
    ok(
      wire.POST<Message>('/contacts/{id}/messages', {
        params: { path: { id: contactId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );

/** Takes a letter back while it waits. */
export const useCancel = (contactId: string) =>
  useMoved(contactId, (id: string) => ok(wire.DELETE('/messages/{id}', { params: { path: { id } } })));

interface Letter {
  purpose: string;
  language: Language;
  subject: string;
  body: string;
}

/** The letter as its reader gets it, with what stands at its end. */
export const letterPreviewQuery = (contactId: string, { purpose, language, subject, body }: Letter) =>
  queryOptions({
    queryKey: ['template-previews', contactId, purpose, language, subject, body],
    queryFn: ({ signal }) =>
      ok(
        wire.POST<{ subject: string; html: string; text: string }>('/template-previews', {
          body: {
            purpose,
            language,
            contactId,
            contents: {
              [language]: { subject: subject.trim() || '–', blocks: [{ type: 'text', text: body }] },
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });

interface TemplateItem {
  id: string;
  name: string;
  purpose: string;
  languages: Language[];
}

/** The templates of one purpose. */
export const templatesOfQuery = (purpose: string) =>
  queryOptions({
    queryKey: ['templates', 'of', purpose],
    queryFn: ({ signal }) =>
      ok(
        wire.GET<{ items: TemplateItem[] }>('/templates', {
          params: { query: { purpose, limit: 100 } },
          signal,
        }),
      ),
  });

/** The words of a template, by language. */
export const templateWordsQuery = (id: string) =>
  queryOptions({
    queryKey: ['templates', id, 'words'],
    queryFn: ({ signal }) =>
      ok(
        wire.GET<{ contents: Partial<Record<Language, TemplateWords | null>> }>('/templates/{id}', {
          params: { path: { id } },
          signal,
        }),
      ),
  });

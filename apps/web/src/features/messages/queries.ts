import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';
import type { Language, Message, NewMessage } from '../../api/model.js';

export type MessageStatus = Message['status'];

const moving = new Set<MessageStatus>(['waiting', 'handing_over']);

/** What goes out to a person, newest first; looked at again while something is on its way. */
export const messagesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['messages', contactId],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/contacts/{id}/messages', {
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
      api.POST('/contacts/{id}/messages', {
        params: { path: { id: contactId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );

/** Takes a letter back while it waits. */
export const useCancel = (contactId: string) =>
  useMoved(contactId, (id: string) => ok(api.DELETE('/messages/{id}', { params: { path: { id } } })));

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
        api.POST('/template-previews', {
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

/** The templates of one purpose. */
export const templatesOfQuery = (purpose: string) =>
  queryOptions({
    queryKey: ['templates', 'of', purpose],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/templates', {
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
        api.GET('/templates/{id}', {
          params: { path: { id } },
          signal,
        }),
      ),
  });

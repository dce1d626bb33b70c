import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { Language, Template, TemplateInput } from '../../../api/model.js';

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => ok(api.GET('/templates', { params: { query: { limit: 200 } }, signal })),
});
export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: ['templates', id],
    queryFn: ({ signal }) => ok(api.GET('/templates/{id}', { params: { path: { id } }, signal })),
  });

/** What somebody would get, of a text as it stands in the editor; a subject that is not written yet is a dash. */
export const previewQuery = ({ purpose, contents }: TemplateInput, language: Language) => {
  const titled = Object.fromEntries(
    Object.entries(contents).map(([one, content]) => [
      one,
      content && { ...content, subject: content.subject.trim() || '–' },
    ]),
  );
  return queryOptions({
    queryKey: ['template-previews', purpose, titled, language],
    queryFn: ({ signal }) =>
      ok(api.POST('/template-previews', { body: { purpose, contents: titled, language }, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
};

export function useSaveTemplate(before: Template | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TemplateInput) =>
      before === null
        ? ok(api.POST('/templates', { body }))
        : ok(
            api.PATCH('/templates/{id}', {
              params: { path: { id: before.id } },
              body,
              headers: ifMatch(before),
            }),
          ),
    onSuccess: (saved) => {
      client.setQueryData(templateQuery(saved.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: templatesQuery.queryKey, exact: true });
    },
  });
}

export function useDeleteTemplate(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ok(api.DELETE('/templates/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: templatesQuery.queryKey, exact: true }),
  });
}

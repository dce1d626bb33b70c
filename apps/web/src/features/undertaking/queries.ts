import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';
import type { Language } from '../../api/model.js';

/** The confidentiality undertaking as it reads now, in the user's language. */
export const undertakingQuery = (language: Language) =>
  queryOptions({
    queryKey: ['undertaking', language],
    queryFn: ({ signal }) => ok(api.GET('/undertaking', { signal })),
    placeholderData: keepPreviousData,
  });

import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

/** Data is fresh for half a minute; only a lost connection or a server fault is retried, and never a change. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: true,
      retry: (count, error) => !(error instanceof ApiProblem && error.status < 500) && count < 2,
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

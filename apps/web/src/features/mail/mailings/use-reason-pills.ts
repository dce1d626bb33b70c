import { useCodeName } from './use-code-name.js';

/** The reasons of decisions to choose from, the most frequent first. */
export function useReasonPills() {
  const nameOf = useCodeName();
  return (byCode: Record<string, number>) =>
    Object.entries(byCode)
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => ({ key: code, label: nameOf(code), count }));
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import { problemText } from '../../../api/problem-text.js';
import { toast } from '../../../ui/index.js';

interface Membership {
  teamId: string;
  userId: string;
}

/** Puts users into teams and takes them out; what fails is said in the corner. */
export function useMembership() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const shared = {
    onError: (error: unknown) => void toast(problemText(error, t), { tone: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['teams'] }),
  };
  const paramsOf = ({ teamId, userId }: Membership) => ({ params: { path: { id: teamId, userId } } });
  const join = useMutation({
    mutationFn: (one: Membership) => ok(api.PUT('/teams/{id}/members/{userId}', paramsOf(one))),
    ...shared,
  });
  const leave = useMutation({
    mutationFn: (one: Membership) => ok(api.DELETE('/teams/{id}/members/{userId}', paramsOf(one))),
    ...shared,
  });
  return { join, leave };
}

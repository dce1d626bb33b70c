import { accessMatrix, actingUserId, roles, type RequestContext } from '@seloste/kernel';
import { isHeld } from '../access/access-of-user.js';

const reviewing = roles.filter((role) => accessMatrix[role]['grants.review'] !== undefined);

/** May the user answer reviews? `user` is an SQL expression of a user's id, `at` one of a time. */
export const mayReview = (user: string, at: string): string => `
  EXISTS (SELECT 1 FROM role_grants h JOIN users hu ON hu.id = h.user_id
    WHERE h.user_id = ${user} AND hu.deactivated_at IS NULL AND h.role IN (${reviewing.map((role) => `'${role}'`).join(', ')})
      AND ${isHeld('h', at)})`;

/**
 * Who answers for a user's grants: the manager of a team of theirs, else an administrator, else another who may. Nobody
 * answers for themselves as long as there is anybody else.
 */
export const reviewerOf = (user: string, at: string): string => `
  coalesce((
    SELECT r.id FROM users r WHERE r.id <> ${user} AND ${mayReview('r.id', at)}
    ORDER BY EXISTS (SELECT 1 FROM teams t JOIN team_members m ON m.team_id = t.id AND m.left_at IS NULL
        WHERE t.manager_id = r.id AND t.closed_at IS NULL AND m.user_id = ${user}) DESC,
      EXISTS (SELECT 1 FROM role_grants a WHERE a.user_id = r.id AND a.role = 'admin' AND ${isHeld('a', at)}) DESC,
      r.created_at, r.id
    LIMIT 1), ${user})`;

/** Does the caller answer for every grant but their own? */
export const mayManage = ({ actor }: RequestContext): boolean =>
  actor.kind === 'system' || actor.permissions.has('grants.manage');

/** Nobody answers for themselves unless they were asked, for want of anybody else. */
export const mayAnswer = (
  context: RequestContext,
  { userId, reviewerId }: { userId: string; reviewerId: string },
): boolean => {
  const caller = actingUserId(context);
  return reviewerId === caller || (mayManage(context) && userId !== caller);
};

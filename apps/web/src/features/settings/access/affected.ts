import type { Role, User } from '../../../api/model.js';

/** Who would have to set up a second factor: active users who hold one of the roles and have none. */
export const withoutFactor = (users: User[], roles: readonly Role[]): User[] =>
  users.filter(
    (user) =>
      user.active &&
      user.roles.some((role) => roles.includes(role)) &&
      // Recovery codes alone open nothing.
      !(user.secondFactors ?? []).some((factor) => factor !== 'recovery_code'),
  );

import dayjs from 'dayjs';
import type { Role, User } from '../../../api/model.js';

/** Every role, from who sells to who looks after the rest. */
export const roles = [
  'salesperson',
  'sales_manager',
  'marketer',
  'support',
  'privacy_officer',
  'auditor',
  'admin',
  'technician',
] as const satisfies Role[];

/** Longest time for which somebody from outside holds a role, in days. */
const longestOutsideDays = 30;

/** The last day that may be chosen for somebody from outside; its end lies within the longest time. `YYYY-MM-DD` */
export const lastOutsideDay = (now = dayjs()): string =>
  now.add(longestOutsideDays - 1, 'day').format('YYYY-MM-DD');

/** The instant at which a day ends: what is given until a day counts on that whole day. */
export const endOfDay = (day: string): string => dayjs(day).endOf('day').toISOString();

/** The instant at which a day begins. */
export const startOfDay = (day: string): string => dayjs(day).startOf('day').toISOString();

/** Roles with which nobody sees people: nothing can be theirs. */
const withoutPeople = new Set<Role>(['admin', 'auditor', 'technician']);

/** Who may own people and companies: active, and with a role that sees people. */
export const mayOwn = ({ active, roles }: Pick<User, 'active' | 'roles'>): boolean =>
  active && roles.some((role) => !withoutPeople.has(role));

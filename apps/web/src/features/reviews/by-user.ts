import type { ReviewItem } from '../../api/model.js';

/** What a review asks about one user. */
export interface UserItems {
  user: ReviewItem['user'];
  duty: string | null;
  items: ReviewItem[];
}

/** The items by user, by name; those of one user stay in the order in which they came. */
export function byUser(items: ReviewItem[], language: string): UserItems[] {
  const users = new Map<string, UserItems>();
  for (const item of items) {
    const known = users.get(item.user.id) ?? { user: item.user, duty: item.duty, items: [] };
    known.items.push(item);
    users.set(item.user.id, known);
  }
  return [...users.values()].sort((a, b) => a.user.name.localeCompare(b.user.name, language));
}

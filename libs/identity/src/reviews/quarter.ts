/** The quarter of a calendar day `YYYY-MM-DD`, such as `2026-Q4`. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const day = 24 * 60 * 60_000;

/** How long a review is open, and how long before its end reviewers are warned, in milliseconds. */
export const reviewLasts = 21 * day;
export const warnedBefore = 7 * day;

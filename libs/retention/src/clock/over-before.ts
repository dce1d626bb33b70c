/**
 * SQL of the instant before which what began is over on a day by a period: the end, at midnight in the zone, of the last
 * day from which the period has passed. Months differ in length, so that several days may come to the same one, and what
 * is a period before the day is a few days off: the days around it are tried.
 * @param sql of a day, an ISO 8601 period and the name of a time zone
 */
export const overBefore = ({ day, period, zone }: Record<'day' | 'period' | 'zone', string>): string => `(
    (SELECT max(d)::date FROM generate_series(${day}::date - ${period}::interval - interval '7 days', ${day}::date - ${period}::interval + interval '4 days', interval '1 day') AS d
     WHERE (d + ${period}::interval)::date <= ${day}::date) + 1)::timestamp AT TIME ZONE ${zone}`;

/** A moment where the controller is: the Monday of its week (`YYYY-MM-DD`), and whether that Monday's letters are to be out by now. */
export interface LocalWeek {
  week: string;
  isTime: boolean;
}

const firstHour = 7;
const dayLength = 24 * 60 * 60 * 1000;

/** Monday at seven in the controller's zone; whoever was not running then writes as soon as they are. @param timeZone an IANA name */
export function weekOf(at: Date, timeZone: string): LocalWeek {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: string) => parts.find((piece) => piece.type === type)?.value ?? '';
  const midnight = Date.parse(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`);
  const daysSinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return {
    week: new Date(midnight - daysSinceMonday * dayLength).toISOString().slice(0, 10),
    isTime: daysSinceMonday > 0 || Number(part('hour')) >= firstHour,
  };
}

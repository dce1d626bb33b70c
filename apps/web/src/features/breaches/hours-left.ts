const hour = 60 * 60 * 1000;

/** What is left of the 72 hours, in whole hours: begun ones count while they run, full ones once they are over. */
export function hoursLeft(notifyBefore: string, now: Date): { hours: number; isOver: boolean } {
  const left = (new Date(notifyBefore).getTime() - now.getTime()) / hour;
  return left >= 0 ? { hours: Math.ceil(left), isOver: false } : { hours: Math.floor(-left), isOver: true };
}

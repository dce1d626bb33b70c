import type { BrokenLink, ChainReport, Head } from '../../libs/audit/src/chain/verify-chain.ts';

const meanings: Record<BrokenLink['reason'], string> = {
  changed_event: 'the event is not what was sealed',
  missing_event: 'the event was removed, and not by its retention rule',
  forged_event: 'the event was not written by Seloste',
  broken_hash: 'the link was changed, moved or made up',
  gap: 'the link is missing',
  cut_off: 'this link and those after it are missing',
  broken_state: 'the recorded ends of the chain, or how far it was pruned, were changed',
  unsealed_event: 'the event was slipped in beside the chain, or its link was removed',
};

const count = (n: number, what: string): string => `${n.toLocaleString('en')} ${n === 1 ? what : `${what}s`}`;

/** What is told, first line first. */
export function linesOf(report: ChainReport, seconds: number): string[] {
  const { firstBroken, prunedUntil, head } = report;
  const size = `${count(report.events, 'event')}, ${count(report.links, 'link')}, ${report.pending.toLocaleString('en')} waiting for theirs`;
  const pruned = Object.entries(prunedUntil).flatMap(([kind, until]) =>
    until === null ? [] : [`Pruned by its retention rule: ${kind}s before ${until}.`],
  );
  if (firstBroken) {
    const { seq, eventId, reason } = firstBroken;
    const at = [seq === null ? [] : `link ${seq}`, eventId === null ? [] : `event ${eventId}`].flat();
    const where = at.length > 0 ? ` at ${at.join(', ')}` : '';
    return [`The audit record is broken${where}: ${meanings[reason]} (${reason}).`, `${size}.`, ...pruned];
  }
  return [
    `The audit record verifies: ${size}, in ${seconds.toFixed(1)} s.`,
    ...pruned,
    ...(head
      ? [
          `Its last link is ${head.seq}:${head.hash}. Note it elsewhere: with --head ${head.seq}:… a later run shows that nothing was cut off.`,
        ]
      : []),
  ];
}

/** `--head <number>:<hex>`; undefined when it is not given. @throws Error that says how to write it */
export function headOf(args: readonly string[]): Head | undefined {
  const at = args.indexOf('--head');
  if (at < 0) return undefined;
  const match = /^(\d+):([0-9a-f]{64})$/.exec(args[at + 1] ?? '');
  if (!match) throw new Error('Write it like this: npm run audit:verify -- --head 1234:<64 hex digits>');
  return { seq: Number(match[1]), hash: match[2] ?? '' };
}

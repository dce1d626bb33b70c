import { load, type RawRequest, type Sample } from './load.ts';

/** One line of the result. */
export interface Measured {
  operation: string;
  clients: number;
  app: Figures;
  floor: Figures;
  ratio: number;
  /** The least ratio, and the highest p99 in milliseconds, that design §6 asks for. */
  limit: { ratio?: number; p99?: number };
  met: boolean;
}

export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
}

export interface Side {
  port: number;
  next: () => RawRequest[];
  /** What has to be done before it is measured each time. */
  before?: () => Promise<void>;
}

/** @param share 0.99 for the time that all but one in a hundred stay below */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function figuresOf(samples: readonly Sample[]): Figures {
  const times = samples.flatMap((sample) => sample.times);
  const sum = (of: (sample: Sample) => number): number =>
    samples.reduce((total, sample) => total + of(sample), 0);
  return {
    perSecond: sum((s) => s.count) / sum((s) => s.seconds),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

export function compare(
  what: Pick<Measured, 'operation' | 'clients' | 'limit'>,
  app: Figures,
  floor: Figures,
): Measured {
  const ratio = app.perSecond / floor.perSecond;
  const met = ratio >= (what.limit.ratio ?? 0) && app.p99 <= (what.limit.p99 ?? Infinity);
  return { ...what, app, floor, ratio, met };
}

/**
 * Measures both sides in turns (app floor, floor app, …), so that whatever else the machine does meets both alike.
 * Each is warmed up first.
 */
export async function measure(
  what: Pick<Measured, 'operation' | 'clients' | 'limit'>,
  sides: { app: Side; floor: Side },
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Measured> {
  const run = async ({ port, next, before }: Side, time: number): Promise<Sample> => {
    if (before) {
      await before();
      await load(port, { clients: what.clients, seconds: 1, next }); // until work behind the requests has begun
    }
    return load(port, { clients: what.clients, seconds: time, next });
  };
  await run(sides.app, Math.min(seconds, 3));
  await run(sides.floor, Math.min(seconds, 3));
  const samples: Record<'app' | 'floor', Sample[]> = { app: [], floor: [] };
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 === 0 ? (['app', 'floor'] as const) : (['floor', 'app'] as const))
      samples[side].push(await run(sides[side], seconds));
  return compare(what, figuresOf(samples.app), figuresOf(samples.floor));
}

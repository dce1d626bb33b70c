export const operations = [
  'list',
  'person',
  'search',
  'create',
  'audience',
  'one-click',
  'messages',
  'erasure',
  'retention-run',
  'start',
] as const;
export type Operation = (typeof operations)[number];

export interface BenchOptions {
  contacts: number;
  only: Operation[];
  /** People who are due in the run of the retention. */
  due: number;
  /** Seconds that each side is measured in each round. */
  seconds: number;
  rounds: number;
  /** A folder in which the filled database is kept and found again; null for one that is thrown away. */
  data: string | null;
}

const usage =
  'npm run bench -- [--contacts 1000000] [--due 1000] [--only list,person,search,create,audience,one-click,messages,erasure,retention-run,start] [--seconds 4] [--rounds 5] [--data folder]';

function whole(value: string | undefined, least: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least) throw new Error(`Write it like this: ${usage}`);
  return number;
}

/** @throws Error that says how to call it */
export function readOptions(args: readonly string[]): BenchOptions {
  const options: BenchOptions = {
    contacts: 100_000,
    due: 1_000,
    only: [...operations],
    seconds: 4,
    rounds: 5,
    data: null,
  };
  for (let i = 0; i < args.length; i += 2) {
    const value = args[i + 1];
    if (args[i] === '--contacts') options.contacts = whole(value, 1_000);
    else if (args[i] === '--due') options.due = whole(value, 10);
    else if (args[i] === '--seconds') options.seconds = whole(value, 1);
    else if (args[i] === '--rounds') options.rounds = whole(value, 1);
    else if (args[i] === '--data' && value) options.data = value;
    else if (args[i] === '--only' && value) options.only = chosen(value.split(','));
    else throw new Error(`Write it like this: ${usage}`);
  }
  return options;
}

function chosen(names: string[]): Operation[] {
  const known = operations.filter((operation) => names.includes(operation));
  if (known.length !== names.length) throw new Error(`Write it like this: ${usage}`);
  return known;
}

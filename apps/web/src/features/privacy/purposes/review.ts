interface Draft {
  basis: string | null;
  balancingNote: string;
  reviewOn: string | null;
  builtIn: boolean;
}

/** What a legitimate interest still lacks: its balancing test, where the product has none, and the day of its review. */
export function lacking({
  basis,
  balancingNote,
  reviewOn,
  builtIn,
}: Draft): ('balancingNote' | 'reviewOn')[] {
  if (basis !== 'legitimate_interest') return [];
  return [
    ...(builtIn || balancingNote.trim() ? [] : (['balancingNote'] as const)),
    ...(reviewOn ? [] : (['reviewOn'] as const)),
  ];
}

/** The bases that a class may rest on: marketing and profiling only on consent or on legitimate interest. */
export function basesFor<Basis extends string>(kind: string, bases: readonly Basis[]): Basis[] {
  return kind === 'service'
    ? [...bases]
    : bases.filter((basis) => basis === 'consent' || basis === 'legitimate_interest');
}

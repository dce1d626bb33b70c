import { InvalidInput, type LegalBasis, type PurposeClass } from '@seloste/kernel';
import { NoBasis } from './purposes.errors.js';

/** What the law asks of a purpose, whoever writes it down. */
export interface RuledPurpose {
  class: PurposeClass;
  builtIn: boolean;
  basis: LegalBasis | null;
  balancingNote: string | null;
  reviewOn: string | null;
  switchedOn: boolean;
}

/**
 * A purpose in use has a basis (GDPR Art. 6(1)); marketing and profiling rest on consent or a legitimate interest; a
 * legitimate interest is balanced in writing and looked at again (Art. 6(1)(f)). The database says the same.
 * @throws NoBasis, InvalidInput
 */
export function assertLawful(purpose: RuledPurpose): void {
  const { class: kind, builtIn, basis, balancingNote, reviewOn, switchedOn } = purpose;
  if (kind !== 'service' && basis !== null && basis !== 'consent' && basis !== 'legitimate_interest')
    throw InvalidInput.of(
      'basis',
      'basis',
      'must be consent or legitimate_interest for marketing and profiling',
    );
  if (basis === 'legitimate_interest' && reviewOn === null)
    throw InvalidInput.of('reviewOn', 'required', 'must say when the balancing is looked at again');
  if (basis === 'legitimate_interest' && !builtIn && balancingNote === null)
    throw InvalidInput.of('balancingNote', 'required', 'must say why the interest weighs more');
  if (switchedOn && basis === null) throw new NoBasis();
}

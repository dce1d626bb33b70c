import type { ExtensionBar } from './extensions.errors.js';

/** What is on record of a person whose clock somebody wants to run longer. */
export interface Extendable {
  isErased: boolean;
  /** `YYYY-MM-DD`; null: an open-ended ground. */
  dueOn: string | null;
  ground: string;
  start: string;
  hasObjectedToEverything: boolean;
  /** Every legal basis on record is a consent, and the last of them was taken back. */
  hasOnlyWithdrawnConsent: boolean;
}

/** What forbids, or makes needless, keeping the person longer; null: nothing does. Their own word comes first (GDPR Art. 17(1)(b), (c)). */
export function extensionBar(person: Extendable): ExtensionBar | null {
  if (person.isErased) return 'erased';
  const hasNoGround = person.ground === 'withdrawn';
  if (person.hasObjectedToEverything || (hasNoGround && person.start === 'objected'))
    return 'objected_to_everything';
  if (person.hasOnlyWithdrawnConsent || (hasNoGround && person.start === 'consent_withdrawn'))
    return 'consent_withdrawn';
  if (hasNoGround) return 'no_ground_left';
  return person.dueOn === null ? 'not_about_to_go' : null;
}

import { DomainError } from '@seloste/kernel';

/** It was released, or its last day is past: there is nothing to end or to look at. */
export class HoldOver extends DomainError {
  constructor() {
    super('conflict', 'hold_over', 'The hold is over already.');
  }
}

/** Whoever was erased has left nothing that could be held. */
export class NothingToHold extends DomainError {
  constructor() {
    super('conflict', 'erased', 'This person was erased: there is nothing left to hold.');
  }
}

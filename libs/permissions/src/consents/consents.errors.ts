import { DomainError } from '@seloste/kernel';

/** Who was forgotten stays forgotten: they can say no again, and are never opted in (design rule 6). */
export class PersonErased extends DomainError {
  constructor() {
    super('conflict', 'erased', 'This person was erased: nothing that would allow contact can be recorded.');
  }
}

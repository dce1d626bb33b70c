import { DomainError } from '@seloste/kernel';

/**
 * Whoever had one of these addresses or numbers was erased: they come back by their own doing alone. Names where in the
 * input they are, and nothing else.
 */
export class ErasedPerson extends DomainError {
  /** @param fields for example `emails.0` */
  constructor(fields: string[]) {
    super(
      'conflict',
      'erased_person',
      'Whoever had this address or number was erased. Leave it out, or say in comesBack how and when the person came back by themselves.',
      fields.map((field) => ({
        ...{ field, code: 'erased_person' },
        message: 'is of somebody who was erased',
      })),
    );
  }
}

/** An address of a company's belonged to somebody who was erased: it would bring them back under another name. */
export class ErasedAddress extends DomainError {
  /** @param fields for example `email` */
  constructor(fields: string[]) {
    super(
      'conflict',
      'erased_address',
      'Whoever had this address was erased. Leave it out.',
      fields.map((field) => ({
        ...{ field, code: 'erased_person' },
        message: 'is of somebody who was erased',
      })),
    );
  }
}

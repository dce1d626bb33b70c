import { DomainError } from '@seloste/kernel';

/** Something that will still be sent is made from the template. */
export class TemplateInUse extends DomainError {
  constructor() {
    super('conflict', 'template_in_use', 'Something that will still be sent is made from this template.');
  }
}

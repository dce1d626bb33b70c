import { DomainError } from '@seloste/kernel';

/** So many people are concerned that counting them keeps a request, and whoever changes the rule, waiting for too long. */
export class PreviewTooLong extends DomainError {
  constructor() {
    super(
      'unavailable',
      'preview_too_long',
      'The preview took too long and was broken off; try again later.',
    );
  }
}

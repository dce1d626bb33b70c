import { DomainError } from '@seloste/kernel';

/** A mailing that has not been sent off yet goes to these people. */
export class SegmentInUse extends DomainError {
  constructor() {
    super('conflict', 'segment_in_use', 'A mailing that was not sent off yet goes to this segment.');
  }
}

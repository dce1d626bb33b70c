import { DomainError } from '@seloste/kernel';

/** One purge at a time, whether by night or by hand. */
export class RunUnderWay extends DomainError {
  constructor() {
    super('conflict', 'retention_run_under_way', 'A run is under way already.');
  }
}

import { DomainError } from '@seloste/kernel';

/** Two people agree on a large export: the one who makes it and another. */
export class OwnExport extends DomainError {
  constructor() {
    super('forbidden', 'own_export', 'Somebody else has to approve your export.');
  }
}

/** It was decided on, fetched, withdrawn or has expired. */
export class ExportIsOver extends DomainError {
  constructor() {
    super('conflict', 'export_over', 'The export cannot be changed any more.');
  }
}

/** The file waits for an approval, or is still being written. */
export class ExportNotReady extends DomainError {
  constructor() {
    super('conflict', 'export_not_ready', 'The file is not ready yet.');
  }
}

/** Somebody in the file was restricted, erased or has objected since; it is being made anew without them. */
export class ExportOutdated extends DomainError {
  constructor() {
    super('conflict', 'export_outdated', 'Somebody had to be left out; the file is being made anew.');
  }
}

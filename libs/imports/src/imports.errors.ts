import { DomainError, type ErrorKind } from '@seloste/kernel';

/** Why a file was not taken in. Stable: the face words each of them. */
export type FileProblem =
  | 'file_missing'
  | 'file_too_large'
  | 'file_empty'
  | 'file_is_spreadsheet'
  | 'file_is_binary'
  | 'file_header_only'
  | 'file_too_many_columns'
  | 'file_too_many_rows'
  | 'file_unreadable';

const sentences: Record<FileProblem, string> = {
  file_missing: 'Send the file as the part "file" of a multipart/form-data request.',
  file_too_large: 'The file is larger than 50 MB: divide it.',
  file_empty: 'The file is empty.',
  file_is_spreadsheet: 'The file is a spreadsheet: save it as CSV and send that.',
  file_is_binary: 'The file is not text: save it as CSV and send that.',
  file_header_only: 'The file has headings but no rows under them.',
  file_too_many_columns: 'The file has more than 200 columns.',
  file_too_many_rows: 'The file has more than 200,000 rows: divide it.',
  file_unreadable:
    'The file cannot be read to its end: a quotation mark that is opened is probably never closed.',
};

/** The file itself cannot be imported; nothing of it was kept. */
export class FileRefused extends DomainError {
  constructor(readonly problem: FileProblem) {
    const kind: ErrorKind = problem === 'file_too_large' ? 'too_large' : 'invalid';
    super(kind, problem, sentences[problem], [{ field: 'file', code: problem, message: sentences[problem] }]);
  }
}

/** The import is being checked or run just now. */
export class ImportIsBusy extends DomainError {
  constructor() {
    super('conflict', 'import_is_busy', 'The import is being worked on; wait until it is done.');
  }
}

/** The import was run already, or its data is gone: it cannot be mapped, checked or run again. */
export class ImportIsOver extends DomainError {
  constructor() {
    super('conflict', 'import_is_over', 'The import was run already; upload the file again to start anew.');
  }
}

/** There is no mapping yet that says what the columns mean and where the data came from. */
export class MappingNeeded extends DomainError {
  constructor() {
    super('conflict', 'mapping_needed', 'Say first what the columns mean and where the data came from.');
  }
}

/** Rows are imported only after a dry run with the mapping as it is now. */
export class DryRunNeeded extends DomainError {
  constructor() {
    super(
      'conflict',
      'dry_run_needed',
      'Make a dry run first: the mapping has changed since, or there was none.',
    );
  }
}

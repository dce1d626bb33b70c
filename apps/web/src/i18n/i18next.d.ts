import 'i18next';
import type auth from './en/auth.json';
import type common from './en/common.json';
import type companies from './en/companies.json';
import type imports from './en/imports.json';
import type interactions from './en/interactions.json';
import type people from './en/people.json';
import type quickAdd from './en/quickAdd.json';
import type records from './en/records.json';
import type search from './en/search.json';
import type settings from './en/settings.json';
import type shell from './en/shell.json';
import type today from './en/today.json';

/** Keys are checked at compile time against the English catalogue. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      auth: typeof auth;
      common: typeof common;
      companies: typeof companies;
      imports: typeof imports;
      interactions: typeof interactions;
      people: typeof people;
      quickAdd: typeof quickAdd;
      records: typeof records;
      search: typeof search;
      settings: typeof settings;
      shell: typeof shell;
      today: typeof today;
    };
  }
}

/** Whose address is it? Words that tell; the application fills them in when it starts. */
export const addressLists = 'address_lists';

export const lists = `
  CREATE TABLE ${addressLists} (
    list text NOT NULL CHECK (list IN ('private_domain', 'shared_local_part')),
    entry text NOT NULL CHECK (entry <> ''),
    PRIMARY KEY (list, entry)
  );
`;

/** What is looked up in the lists for an address in lower case: its domain, and what is before the @ without tag, dots and dashes. */
export const domainOf = (value: string): string => `split_part(${value}, '@', -1)`;
export const localPartOf = (value: string): string =>
  `replace(replace(replace(split_part(split_part(${value}, '@', 1), '+', 1), '.', ''), '-', ''), '_', '')`;

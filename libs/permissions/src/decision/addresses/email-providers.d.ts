declare module 'email-providers' {
  /** Domains under which anybody gets a mailbox, in lower case. */
  const domains: string[];
  export = domains;
}

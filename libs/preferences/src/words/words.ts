import type { Channel, Language, LegalBasis, SourceKind } from '@seloste/kernel';

/** What the public pages say in one language. `thing` is a purpose in a channel in words, such as "newsletters by e-mail"; days are written out. */
export interface Words {
  /** Of channels: a heading, and what comes after the name of a purpose. */
  channel: Record<Channel, string>;
  by: Record<Channel | 'all', string>;
  /** Of the built-in purposes; `all` is everything that is marketing. */
  purpose: Record<string, string>;
  unsubscribe: {
    title: string;
    /** Who writes, and why. */
    intro(controller: string, thing: string): string;
    introOfPlainLink(controller: string): string;
    introOfService(controller: string): string;
    sentTo(addresses: string): string;
    /** Opening changes nothing. */
    untouched: string;
    orEverything: string;
    inDetail: string;
    already(thing: string, day: string): string;
    /** Plain text to a mail program. */
    oneClick(preferences: string): string;
  };
  act: {
    stop(thing: string): string;
    /** Beside the name of the thing. */
    stopShort: string;
    stopEverything: string;
    allow: string;
    give: string;
  };
  done: {
    title: string;
    stopped(thing: string): string;
    stoppedEverything: string;
    /** What may still arrive. */
    underWay(controller: string): string;
    stoppedSequence(name: string): string;
    allowed(thing: string): string;
    consented(thing: string): string;
    /** This link closes only. */
    notOpened(controller: string): string;
    /** How to change one's mind, on the page itself and before a link to it. */
    changeHere: string;
    changeThere: string;
    toPreferences: string;
  };
  /** Of a link that opens nobody's page. `contact` is where to write. */
  /** The link is known, and its person is no longer in the register. */
  erased: { title: string; text(controller: string): string };
  gone: { title: string; text(controller: string): string; ifStill(contact: string): string };
  /** Of a link that lost a part on its way. */
  damaged: { title: string; text: string; orWrite(contact: string): string };
  again: {
    title: string;
    question(thing: string): string;
    onlyThis: string;
    withConsent: string;
    /** The wording that is kept with the consent (GDPR Art. 7(1)). */
    consent(controller: string, thing: string): string;
    yes: string;
    yesToConsent: string;
    no: string;
  };
  confirmation: {
    title: string;
    intro(controller: string, day: string): string;
    ifNot: string;
    yes: string;
    done: string;
    already(day: string): string;
    withdrawn(day: string): string;
  };
  preferences: {
    title: string;
    intro(controller: string): string;
    ofPerson(name: string): string;
    restricted: string;
    messages: string;
    service: string;
    standing: {
      objected(day: string): string;
      objectedByCompany(day: string): string;
      consented(day: string): string;
      unconfirmed: string;
      notAsked: string;
      notObjected: string;
      off: string;
    };
    profiling: string;
    profilingIs: string;
    sequences: string;
    sequenceRuns(day: string): string;
    sequenceStopped(day: string): string;
    stopSequence(name: string): string;
    everything: string;
    everythingIs: string;
    everythingStopped: string;
  };
  held: {
    title: string;
    intro: string;
    name: string;
    work: string;
    emails: string;
    phones: string;
    language: string;
    interests: string;
    authorisations: string;
    interactions: string;
    languages: Record<Language, string>;
    sources: string;
    source: Record<SourceKind, string>;
    until: string;
    erasedBy(day: string): string;
    reviewedBy(day: string): string;
    duringRelationship: string;
    rights: string;
    rightsAre: string;
    contact(controller: string): string;
    statement: string;
    complaint: string;
    authority: { name: string; url: string };
  };
  /** Of the public privacy statement. */
  statement: {
    title: string;
    intro(controller: string): string;
    purposes: string;
    basis: string;
    bases: Record<LegalBasis, string>;
    own: string;
    ownIs: string;
  };
  problem: {
    title: string;
    notUnderstood: string;
    tooMany: string;
    broken: string;
  };
}

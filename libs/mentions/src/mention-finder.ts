import { addressesOf, EmailSearch } from './addresses/emails.js';
import { HandleSearch } from './addresses/handles.js';
import { PhoneSearch } from './addresses/phones.js';
import type { Identifiers } from './identifiers.js';
import type { Mention } from './mention.js';
import { NameSearch } from './names/find-names.js';
import { findInitials } from './names/initials-alone.js';
import { PersonNames } from './names/person-names.js';
import { WholeNameSearch } from './names/whole-names.js';
import { Probe } from './probe.js';
import { wordsOf } from './text/words.js';

const overlap = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;

const inOrder = (mentions: Mention[]): Mention[] =>
  mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);

/** The text with a word in brackets that is no name in the place of mentions, as it reads once they are replaced. */
function readOver(text: string, mentions: Mention[]): string {
  let [result, at] = ['', 0];
  for (const { start, end } of inOrder(mentions)) {
    result += text.slice(at, start) + `[${'x'.repeat(end - start - 2)}]`;
    at = end;
  }
  return result + text.slice(at);
}

/** In the order of the text; of two that overlap the longer. */
const withoutOverlap = (mentions: Mention[]): Mention[] =>
  inOrder(mentions).reduce<Mention[]>((kept, mention) => {
    const last = kept.at(-1);
    if (!last || last.end <= mention.start) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
    return kept;
  }, []);

/** The tags of HTML in a mention, bare, so that replacing it leaves them paired. */
const tagsIn = (text: string): string =>
  Array.from(text.matchAll(/<(\/?[a-z][a-z0-9]*)\b[^<>]*>/gi), ([, tag]) => `<${tag}>`).join('');

/**
 * Finds one person in texts, plain or HTML, Finnish, Swedish or English: names in any case form, either order, with
 * initials; e-mail addresses, phone numbers, handles. Made once per person; reading is fast and changes nothing.
 */
export class MentionFinder {
  private readonly names: PersonNames;
  private readonly emails: EmailSearch;
  private readonly phones: PhoneSearch;
  private readonly handles: HandleSearch;
  private readonly wholeNames: WholeNameSearch;
  private readonly probe: Probe;

  constructor(of: Identifiers) {
    this.names = new PersonNames(of);
    this.emails = new EmailSearch(of, this.names);
    this.phones = new PhoneSearch(of.phones);
    this.handles = new HandleSearch(of.handles);
    this.wholeNames = new WholeNameSearch(of);
    this.probe = new Probe(of, this.names, this.handles.names);
  }

  /**
   * Every mention, in the order of the text, none overlapping. `closeToThePerson`: the text is of the person's own
   * company or tied to the person, so that a family name alone means them.
   */
  find(text: string, options: { closeToThePerson?: boolean } = {}): Mention[] {
    const close = options.closeToThePerson ?? false;
    const sure: Mention[] = [];
    // What is sure is read over and the rest once more: a name may have been hidden by what stood right beside it.
    for (let rest = text; ; rest = readOver(text, sure)) {
      const found = this.read(rest, close, sure.length > 0).filter(
        (one) => !sure.some((other) => overlap(one, other)),
      );
      const more = found.filter(({ certainty }) => certainty === 'sure');
      if (more.length === 0) return inOrder([...sure, ...found]);
      sure.push(...more);
    }
  }

  /** The text with each mention replaced. The mentions are those that `find` gave for this very text. */
  replace(text: string, mentions: Mention[], substitute: string): string {
    let [result, at] = ['', 0];
    for (const { start, end } of mentions.toSorted((a, b) => a.start - b.start)) {
      if (start < at) continue;
      result += text.slice(at, start) + substitute + tagsIn(text.slice(start, end));
      at = end;
    }
    return result + text.slice(at);
  }

  private read(text: string, close: boolean, isAboutThem: boolean): Mention[] {
    const found = [...this.phones.find(text), ...this.wholeNames.find(text)];
    const isProbable = this.probe.test(text);
    if (isProbable) found.push(...this.findWords(text, close));
    if (close || isAboutThem || isProbable)
      found.push(...findInitials(text, this.names, close || isAboutThem || found.length > 0));
    return withoutOverlap(found);
  }

  private findWords(text: string, close: boolean): Mention[] {
    const addresses = addressesOf(text);
    const emails = this.emails.find(text, addresses);
    const handles = this.handles
      .find(text)
      .filter((handle) => !emails.some((email) => overlap(email, handle)));
    const taken = [...addresses, ...handles];
    const search = new NameSearch(
      this.names,
      text,
      (word) => taken.some(({ start, end }) => word.start < end && start < word.end),
      close,
    );
    return [...emails, ...handles, ...search.find(wordsOf(text))];
  }
}

import { MentionFinder, type Mention } from '@seloste/mentions';
import { widePatternHere } from './patterns.js';
import type { SoughtPerson } from './person.js';

/** Whose record a text stands in. */
export interface RowLinks {
  people: string[];
  companies: string[];
}

/** How a record stands to the person: their own, of where they work, of somebody of the same name, or of others. */
export type Relation = 'own' | 'close' | 'namesake' | 'others';

const isName = ({ kind }: Mention): boolean => kind !== 'email' && kind !== 'phone' && kind !== 'handle';

/** Reads texts for one person, and knows what it means whose record they stand in. */
export class Judge {
  private known: { finder: MentionFinder; pattern: RegExp | null } | null = null;
  private readonly companyIds: Set<string>;
  private readonly namesakeIds: Set<string>;

  constructor(readonly person: SoughtPerson) {
    this.companyIds = new Set(person.companyIds);
    this.namesakeIds = new Set(person.namesakeIds);
  }

  relationOf({ people, companies }: RowLinks): Relation {
    if (people.includes(this.person.contactId)) return 'own';
    if (companies.some((id) => this.companyIds.has(id))) return 'close';
    return people.some((id) => this.namesakeIds.has(id)) ? 'namesake' : 'others';
  }

  /**
   * The mentions in the texts of one record. A record that surely names the person is about them, in all its texts: an
   * import's row, a form. Not so where many people are told of (`isOfOne` false): a whole file.
   */
  read(texts: string[], links: RowLinks, isOfOne = true): Mention[][] {
    const relation = this.relationOf(links);
    const isClose = relation === 'own' || relation === 'close';
    const found = texts.map((text) => this.readOne(text, relation, links, isClose));
    if (
      !isOfOne ||
      isClose ||
      !found.some((mentions) => mentions.some(({ certainty }) => certainty === 'sure'))
    )
      return found;
    return texts.map((text) => this.readOne(text, relation, links, true));
  }

  /** The text with mentions of it replaced. */
  replace(text: string, mentions: Mention[], substitute: string): string {
    return this.ready.finder.replace(text, mentions, substitute);
  }

  /** Made when the first text is read: of many people, most are named nowhere. */
  private get ready(): { finder: MentionFinder; pattern: RegExp | null } {
    const { identifiers } = this.person;
    return (this.known ??= {
      finder: new MentionFinder(identifiers),
      pattern: widePatternHere(identifiers),
    });
  }

  private readOne(
    text: string,
    relation: Relation,
    { people }: RowLinks,
    closeToThePerson: boolean,
  ): Mention[] {
    const { finder, pattern } = this.ready;
    if (!closeToThePerson && pattern?.test(text) !== true) return [];
    const mentions = finder.find(text, { closeToThePerson });
    if (relation === 'namesake') return mentions.filter((mention) => !isName(mention));
    const isShared =
      (relation === 'others' && this.person.hasNamesake && !closeToThePerson) ||
      people.some((id) => this.namesakeIds.has(id));
    if (!isShared) return mentions;
    return mentions.map((mention) => (isName(mention) ? { ...mention, certainty: 'doubtful' } : mention));
  }
}

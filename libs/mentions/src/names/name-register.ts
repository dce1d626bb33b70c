import { fold } from '../text/letters.js';
import { NameWord } from './name-word.js';

const headOf = (key: string): string => fold(key.slice(0, 2)).slice(0, 2);

/** How many names are kept ready with all their forms. */
const ready = 2000;

/** Many names, in which a word of a text is looked up in all its forms. */
export class NameRegister {
  private readonly names: Set<string>;
  private readonly byHead = new Map<string, string[]>();
  private readonly words = new Map<string, NameWord>();

  constructor(
    names: readonly string[],
    private readonly isFamily: boolean,
  ) {
    this.names = new Set(names);
    for (const name of this.names) {
      const others = this.byHead.get(headOf(name));
      if (others) others.push(name);
      else this.byHead.set(headOf(name), [name]);
    }
  }

  /** Is a word (its key) a name in the nominative? */
  has(key: string): boolean {
    return this.names.has(key);
  }

  /** The name that a word (its key) is a form of; null when there is none. */
  nameOf(key: string): string | null {
    if (this.names.has(key)) return key;
    const candidates = (this.byHead.get(headOf(key)) ?? []).filter(
      // No form differs from its name before the last three letters.
      (name) => (name.length > 4 ? key.startsWith(name.slice(0, -3)) : true),
    );
    return candidates.find((name) => this.wordOf(name).match(key)?.isLoose === false) ?? null;
  }

  private wordOf(name: string): NameWord {
    const known = this.words.get(name);
    if (known) return known;
    if (this.words.size >= ready) this.words.clear();
    const made = new NameWord(name, this.isFamily);
    this.words.set(name, made);
    return made;
  }
}

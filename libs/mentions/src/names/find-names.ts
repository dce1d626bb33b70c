import type { Mention } from '../mention.js';
import { gapBetween, type Word } from '../text/words.js';
import { judgeFirst, judgeFull, judgeInitials, judgeLast, type Setting } from './judge.js';
import { isGivenName, looksLikeFamilyName } from './common-names.js';
import type { NameHit, PersonNames } from './person-names.js';

/** Neighbouring words that are names of the person, with what stands between them. */
export interface Cluster {
  words: Word[];
  hits: { word: Word; hit: NameHit }[];
}

/** What stands between the parts of one name: in text, in an address, in a row of a CSV file. */
const adjoining = /^(?:[ .+_/-]|"?[;,|]"?)$/;

const isInitial = (word: Word): boolean => word.isCapital && /^\p{L}$/u.test(word.key);

/** Finds the person's names among the words of one text. */
export class NameSearch {
  private readonly setting: Setting;

  constructor(
    private readonly names: PersonNames,
    private readonly text: string,
    private readonly isBlocked: (word: Word) => boolean,
    closeToThePerson: boolean,
  ) {
    this.setting = { text, names, closeToThePerson };
  }

  find(words: Word[]): Mention[] {
    const mentions: Mention[] = [];
    let until = -1;
    let run = words[0] ?? null;
    for (const word of words) {
      if (!word.before && word !== run) [until, run] = [-1, word];
      if (word.start < until) continue;
      const hit = this.hitAt(word);
      if (!hit) continue;
      const cluster = this.clusterFrom(word, hit);
      const mention = this.mentionOf(cluster);
      if (mention) mentions.push(mention);
      until = (cluster.words.at(-1) ?? word).end;
    }
    return mentions;
  }

  private gap(left: Word | null, right: Word | null): string {
    return left && right ? gapBetween(this.text, left, right) : '…';
  }

  /** The name that a word is; not where it is half of another's double name (Juha-Matti for Matti). */
  private hitAt(word: Word): NameHit | null {
    const hit = this.names.mayBe(word) && !this.isBlocked(word) ? this.names.hit(word.key) : null;
    if (!hit?.first) return hit;
    const isOthers =
      this.isHalfOfAnother(word, word.before) ||
      this.isHalfOfAnother(word, word.after) ||
      (!hit.first.isBase && isGivenName(word.key) && this.isLastName(word.after));
    if (!isOthers) return hit;
    return hit.last ? { first: null, last: hit.last } : null;
  }

  private isHalfOfAnother(word: Word, other: Word | null): boolean {
    if (!other) return false;
    const gap = other === word.before ? this.gap(other, word) : this.gap(word, other);
    return gap === '-' && (other.isCapital || isGivenName(other.key)) && !this.names.hit(other.key);
  }

  private isLastName(word: Word | null): boolean {
    return word !== null && this.names.hit(word.key)?.last != null;
  }

  private clusterFrom(start: Word, hit: NameHit): Cluster {
    const cluster: Cluster = { words: [start], hits: [{ word: start, hit }] };
    for (;;) {
      const next = this.nextOf(cluster);
      if (!next) return cluster;
      cluster.words.push(...next.between, next.word);
      cluster.hits.push(next);
    }
  }

  /** The next name that belongs to the same mention, across initials and other given names. */
  private nextOf(cluster: Cluster): { between: Word[]; word: Word; hit: NameHit } | null {
    const last = cluster.words.at(-1);
    let [left, word] = [last ?? null, last?.after ?? null];
    const between: Word[] = [];
    while (left && word && between.length <= 2) {
      const gap = this.gap(left, word);
      const hit = this.hitAt(word);
      if (hit) return this.joins(cluster, { gap, hit, word, between }) ? { between, word, hit } : null;
      const isMiddle =
        (isInitial(word) && /^\.? ?$/.test(gap)) ||
        (word.isCapital && isGivenName(word.key) && (gap === ' ' || gap === '-')) ||
        (this.names.isParticle(word.key) && gap === ' ');
      if (!isMiddle || !cluster.hits.some(({ hit: { first } }) => first)) return null;
      between.push(word);
      [left, word] = [word, word.after];
    }
    return null;
  }

  private joins(cluster: Cluster, next: { gap: string; hit: NameHit; word: Word; between: Word[] }): boolean {
    const { gap, hit, word, between } = next;
    if (between.length > 0) return hit.last !== null && /^[. -]? ?$/.test(gap);
    const head = cluster.hits.at(-1)?.hit;
    const turnsRound = head?.first === null && hit.first !== null && hit.last === null;
    if (turnsRound && this.belongToOthers(cluster, word)) return false;
    return adjoining.test(gap) || (turnsRound && /^ ?, ?$/.test(gap));
  }

  /** `Pekka Virtanen, Matti Korhonen`: neighbours, but the names of two others. */
  private belongToOthers(cluster: Cluster, first: Word): boolean {
    const head = cluster.words[0];
    const [before, after] = [head?.before ?? null, first.after];
    const ofAnother =
      before !== null &&
      head !== undefined &&
      before.isCapital &&
      /^\.? $/.test(this.gap(before, head)) &&
      (isGivenName(before.key) || isInitial(before));
    const withAnother =
      after !== null &&
      after.isCapital &&
      this.gap(first, after) === ' ' &&
      !this.isLastName(after) &&
      looksLikeFamilyName(after.key);
    return ofAnother || withAnother;
  }

  private isTelling({ hits }: Cluster): boolean {
    const names = hits.flatMap(({ hit: { first, last } }) => [first?.name ?? [], last?.name ?? []].flat());
    return this.setting.closeToThePerson || !names.every((name) => this.names.isTooShort(name));
  }

  private mentionOf(cluster: Cluster): Mention | null {
    const hasFirst = cluster.hits.some(({ hit }) => hit.first);
    const hasLast = cluster.hits.some(({ hit }) => hit.last);
    if (hasFirst && hasLast && cluster.hits.length > 1) return judgeFull(cluster, this.setting);
    if (!this.isTelling(cluster)) return null;
    if (hasLast) return judgeInitials(cluster, this.setting) ?? judgeLast(cluster, this.setting);
    return judgeInitials(cluster, this.setting) ?? judgeFirst(cluster, this.setting);
  }
}

import type { Mention, MentionKind } from '../mention.js';
import { gapBetween, type Word } from '../text/words.js';
import {
  isGivenName,
  isGivenNameInAnyCase,
  isVeryCommonFamilyName,
  looksLikeFamilyName,
} from './common-names.js';
import type { Cluster } from './find-names.js';
import { isPlace, isTitle } from './ordinary-words.js';
import { isOrdinaryForm, type PersonNames } from './person-names.js';

/** Where names are judged. */
export interface Setting {
  text: string;
  names: PersonNames;
  closeToThePerson: boolean;
}

const ends = ({ words }: Cluster): [first: Word, last: Word] => {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) throw new Error('A cluster has words.');
  return [first, last];
};

const mention = (from: Word, to: Word, kind: MentionKind, isSure: boolean): Mention => ({
  start: from.start,
  end: to.end,
  kind,
  certainty: isSure ? 'sure' : 'doubtful',
});

const gapOf = ({ text }: Setting, left: Word | null, right: Word | null): string =>
  left && right ? gapBetween(text, left, right) : '…';

const isLetter = (word: Word): boolean => /^\p{L}$/u.test(word.key);

/** Nothing before a word, or the end of a sentence, a bullet, an opening quote, a new block of markup. */
const isSentenceStart = ({ text }: Setting, word: Word): boolean =>
  word.before === null ||
  /(?:[.!?\n\r•*"“”»]|<\/?(?:p|li|div|br|td|th|h[1-6]|ul|ol|blockquote)\b[^<>]*>)[\s"'”»(*–-]*$/i.test(
    text.slice(Math.max(0, word.start - 40), word.start),
  );

const isOrdinary = (cluster: Cluster): boolean =>
  cluster.hits.every(({ word, hit }) =>
    [hit.first?.name, hit.last?.name].some((name) => name && isOrdinaryForm(name, word.key)),
  );

/** Matti Virtanen, in either order. */
export function judgeFull(cluster: Cluster, setting: Setting): Mention {
  const [from, to] = ends(cluster);
  const head =
    setting.names.isParticle(from.before?.key ?? '') && gapOf(setting, from.before, from) === ' '
      ? from.before
      : null;
  const isLower = cluster.hits.every(({ word }) => !word.isCapital);
  const isMere =
    isLower &&
    isOrdinary(cluster) &&
    cluster.hits.some(({ word }) => word !== from && gapOf(setting, word.before, word) === ' ');
  return mention(head ?? from, to, 'full_name', !isMere && !isDoubled(setting, to));
}

/** A hyphen and another name follow: Virtanen-Korhonen. */
const isDoubled = (setting: Setting, to: Word): boolean =>
  to.after !== null && to.after.isCapital && gapOf(setting, to, to.after) === '-';

/** M. Virtanen; Virtanen, M.; Matti V. */
export function judgeInitials(cluster: Cluster, setting: Setting): Mention | null {
  const [from, to] = ends(cluster);
  const { names, closeToThePerson } = setting;
  const isFamily = cluster.hits.some(({ hit }) => hit.last);
  const own = isFamily ? names.firstInitials : names.lastInitials;
  const name = cluster.hits[0]?.hit.last?.name.key ?? '';
  const after = to.after;
  if (
    after &&
    isLetter(after) &&
    after.isCapital &&
    own.has(after.key) &&
    /^,? $/.test(gapOf(setting, to, after)) &&
    isAnInitial(setting, after)
  )
    return mention(from, after, 'initials', closeToThePerson || (isFamily && !isVeryCommonFamilyName(name)));
  if (!isFamily) return null;
  const head = initialsBefore(setting, from)[0];
  if (!head || !own.has(head.key.slice(0, 1))) return null;
  const isOne = head.key.length === 1;
  return mention(head, to, 'initials', isOne && (closeToThePerson || !isVeryCommonFamilyName(name)));
}

/** A letter alone is an initial if a point follows, or nothing that goes on with the sentence. */
const isAnInitial = (setting: Setting, letter: Word): boolean =>
  /^(?:\.|$|[,;)\n])/.test(setting.text.slice(letter.end, letter.end + 1));

/** The initials that stand right before a word (`J. P.`, `J-P`, `JP`), from the left. */
function initialsBefore(setting: Setting, word: Word): Word[] {
  const found: Word[] = [];
  let right = word;
  for (let left = right.before; left; left = left.before) {
    const gap = gapOf(setting, left, right);
    const isOne = isLetter(left) && (left.isCapital ? /^(?:\.? |\.|\.?-)$/ : /^\. ?$/).test(gap);
    const isPair =
      found.length === 0 &&
      gap === ' ' &&
      /^\p{Lu}{2}$/u.test(setting.text.slice(left.start, left.end)) &&
      setting.names.firstInitials.has(left.key.slice(1));
    if (!isOne && !isPair) break;
    found.unshift(left);
    right = left;
  }
  return found;
}

type Judgement = 'none' | 'doubtful' | 'open';

/** What the word before a family name says. */
function judgeBefore(setting: Setting, from: Word): Judgement {
  const before = from.before;
  const gap = gapOf(setting, before, from);
  if (!before) return 'open';
  if (gap === '-') return isLetter(before) || isGivenName(before.key) ? 'none' : 'doubtful';
  if (isLetter(before) && before.isCapital && /^\.? ?$/.test(gap)) return 'none';
  if (/^[./@_]$/.test(gap)) return 'doubtful';
  if (gap !== ' ' || isTitle(before.key)) return 'open';
  const isCapital = before.isCapital;
  if (isGivenName(before.key) && isCapital === from.isCapital)
    return isVerb(setting, before) || isPerhapsThem(setting, before, from) ? 'doubtful' : 'none';
  return isCapital && !isSentenceStart(setting, before) && from.isCapital ? 'doubtful' : 'open';
}

/** `Aleksi Mäkeläinen` of Aleksanteri: a short form or a slip, where the family name says enough. */
function isPerhapsThem(setting: Setting, given: Word, family: Word): boolean {
  const { names, closeToThePerson } = setting;
  const other = gapOf(setting, given.before, given) === '-' ? given.before : null;
  if (!names.isLikeFirst(given.key) || (other && !names.hit(other.key)?.first)) return false;
  return closeToThePerson || !isVeryCommonFamilyName(names.hit(family.key)?.last?.name.key ?? '');
}

const verbs = new Set(['anna', 'kai', 'suo', 'usko', 'toivo', 'may', 'will', 'can', 'mark', 'hope', 'love']);

/** `Anna Virtaselle tieto`: a verb at the start of a sentence that is a given name elsewhere. */
const isVerb = (setting: Setting, word: Word): boolean =>
  verbs.has(word.key) && isSentenceStart(setting, word);

/** What the word after a family name says. */
function judgeAfter(setting: Setting, to: Word): Judgement {
  const after = to.after;
  const gap = gapOf(setting, to, after);
  if (!after) return 'open';
  if (gap === '-') return after.isCapital ? 'doubtful' : 'open';
  if (/^[./@_]$/.test(gap)) return 'doubtful';
  if (isLetter(after) && after.isCapital && /^,? $/.test(gap) && isAnInitial(setting, after)) return 'none';
  if (!after.isCapital || !isGivenNameInAnyCase(after.key)) return 'open';
  const goesOn =
    after.after !== null &&
    after.after.isCapital &&
    gapOf(setting, after, after.after) === ' ' &&
    looksLikeFamilyName(after.after.key);
  if (goesOn) return 'open';
  if (gap === ' ') return isPerhapsThem(setting, after, to) ? 'doubtful' : 'none';
  return gap === ', ' ? 'doubtful' : 'open';
}

/** Virtanen alone. */
export function judgeLast(cluster: Cluster, setting: Setting): Mention | null {
  const [from, to] = ends(cluster);
  const name = cluster.hits[0]?.hit.last;
  if (!name) return null;
  const around = [judgeBefore(setting, from), judgeAfter(setting, to)];
  if (around.includes('none')) return null;
  const ordinary = isOrdinary(cluster);
  if (ordinary && (!from.isCapital || name.isLoose)) return null;
  if (name.isLoose && !from.isCapital) return null;
  const isSure =
    setting.closeToThePerson &&
    !around.includes('doubtful') &&
    !name.isLoose &&
    !(
      ordinary &&
      (isSentenceStart(setting, from) || isPlace(name.name.key) || !isOrdinaryForm(name.name, name.name.key))
    ) &&
    (name.isBase || !isGivenName(from.key));
  const head =
    from.before && setting.names.isParticle(from.before.key) && gapOf(setting, from.before, from) === ' '
      ? from.before
      : from;
  return mention(head, to, 'last_name', isSure);
}

/** Matti alone is always doubtful, and nobody where another's family name follows. */
export function judgeFirst(cluster: Cluster, setting: Setting): Mention | null {
  const [from, to] = ends(cluster);
  const name = cluster.hits[0]?.hit.first;
  if (!name || name.isLoose) return null;
  if (!from.isCapital && (isOrdinary(cluster) || from.key.length <= 3)) return null;
  if (!name.isBase && isGivenName(from.key) && !from.key.endsWith('n')) return null;
  const after = to.after;
  if (after?.isCapital && gapOf(setting, to, after) === ' ' && looksLikeFamilyName(after.key)) return null;
  return mention(from, to, 'first_name', false);
}

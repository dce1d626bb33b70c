import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { parseQuery, type Token } from './parse-query.js';
import { planSteps, type Step } from './plan-steps.js';
import { byRank, readCandidates, type Candidate } from './read-candidates.js';
import { Reach } from './reach.js';
import { readHits } from './read-hits.js';
import type { SearchHit, SearchQuery } from './search.dto.js';
import type { SearchKind } from './search-kind.js';
import type { Lexeme } from './tsquery.js';
import { asTyped, loosely } from './wanted.js';
import { readAlternates, type Alternates } from './word-alternatives.js';
import { WordStatistics } from './word-statistics.js';

/** Within whose reach, and how many hits of each kind are wanted. */
interface Search {
  reach: Reach;
  limit: number;
}

/** What was found so far of each kind, best first. */
type Found = Map<SearchKind, Candidate[]>;

/**
 * Type-ahead search. What was typed is looked for as words and beginnings of words first; where that leaves room,
 * inside of words, and where it finds nothing, one slip away (design §4: typed-ahead, typo-tolerant).
 */
@Injectable()
export class SearchService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly statistics: WordStatistics,
  ) {}

  /** At most `limit` hits of each kind. Nothing for a query without a letter or digit. */
  async find(context: RequestContext, { q, kind: kinds, limit }: SearchQuery): Promise<SearchHit[]> {
    const search = { reach: new Reach(context), limit };
    const tokens = parseQuery(q);
    if (tokens.length === 0) return [];
    const found: Found = new Map(kinds.map((kind) => [kind, []]));
    await this.findAsTyped(found, tokens, search);
    const guesses = await this.findLoosely(found, tokens, search);
    const lexemes = [...tokens.flatMap((token) => token.prefix.flat()), ...guesses];
    const hits = await readHits(this.database, context, [...found.values()].flat(), lexemes);
    await this.audit.recordRead(context, {
      action: 'search.read',
      subjectType: 'search',
      shownIds: hits.flatMap(({ kind, id, contactId }) => (kind === 'interaction' ? (contactId ?? []) : id)),
    });
    return hits;
  }

  private async findAsTyped(found: Found, tokens: Token[], search: Search): Promise<void> {
    const plans = await Promise.all(
      [...found.keys()].map(async (kind) => ({
        kind,
        rounds: planSteps(asTyped(kind, tokens), await this.statistics.of(kind)),
      })),
    );
    for (let round = 0; plans.some(({ rounds }) => round < rounds.length); round++) {
      const steps = plans.flatMap(({ kind, rounds }) =>
        hasRoom(found, kind, search.limit) ? (rounds[round] ?? []) : [],
      );
      await this.run(found, steps, search);
    }
  }

  /** Fills up what room is left; returns the words that were guessed. */
  private async findLoosely(found: Found, tokens: Token[], search: Search): Promise<Lexeme[]> {
    const parts = kindsToFill(found, tokens, search.limit);
    const words = tokens.flatMap(({ word }) => (word === null ? [] : [word]));
    if (parts.length === 0 || words.length === 0) return [];
    const slips = kindsToGuess(found);
    const alternates = await readAlternates(this.database, words, { parts, slips });
    const wanted = parts.flatMap((kind) => loosely(kind, tokens, wordsFor(alternates, kind, words)) ?? []);
    const plans = await Promise.all(
      wanted.map(async (one) => planSteps(one, await this.statistics.of(one.kind))),
    );
    const steps = plans.flatMap((rounds) => rounds[0] ?? []);
    await this.run(found, steps, search, lastOfAll);
    return wanted.flatMap(({ all }) => all.flat(2));
  }

  /** `behind` ranks what is found now after everything that was found with less. */
  private async run(found: Found, steps: Step[], { reach, limit }: Search, behind = 0): Promise<void> {
    const candidates = await readCandidates(this.database, reach, steps, limit);
    for (const [kind, known] of found) {
      const ids = new Set(known.map(({ id }) => id));
      const fresh = candidates.filter((one) => one.kind === kind && !ids.has(one.id));
      const ranked = [...known, ...fresh.map((one) => ({ ...one, tier: one.tier + behind }))].toSorted(
        byRank,
      );
      found.set(kind, ranked.slice(0, limit));
    }
  }
}

/** More than there are tiers. */
const lastOfAll = 100;

const hasRoom = (found: Found, kind: SearchKind, limit: number): boolean =>
  (found.get(kind)?.length ?? 0) < limit;

/**
 * Several words that were found as they are mean what they say: a kind that has none of it is not searched for parts of
 * them.
 */
function kindsToFill(found: Found, tokens: Token[], limit: number): SearchKind[] {
  const isAnyFound = [...found.values()].some((candidates) => candidates.length > 0);
  const isMeant = (kind: SearchKind) =>
    tokens.length === 1 || !isAnyFound || (found.get(kind)?.length ?? 0) > 0;
  return [...found.keys()].filter((kind) => hasRoom(found, kind, limit) && isMeant(kind));
}

/** Guessing at slips would only bury what was found: it is for kinds, and their neighbours, that found nothing. */
function kindsToGuess(found: Found): SearchKind[] {
  const isEmpty = (kind: SearchKind) => (found.get(kind)?.length ?? 0) === 0;
  if (!isEmpty('contact') || !isEmpty('company')) return [];
  return [...found.keys()].filter((kind) => kind !== 'interaction' || isEmpty('interaction'));
}

const wordsFor = (alternates: Alternates, kind: SearchKind, words: string[]) =>
  new Map(words.map((word, i) => [word, alternates.of(kind, i + 1)]));

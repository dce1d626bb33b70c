import type { Mention } from '../mention.js';
import { lower } from '../text/letters.js';

const networks =
  '(?:[a-z]{2,3}\\.)?(?:linkedin\\.com/(?:in|pub)|twitter\\.com|x\\.com|facebook\\.com|instagram\\.com|threads\\.net|github\\.com|tiktok\\.com|youtube\\.com|t\\.me|wa\\.me|bsky\\.app/profile|xing\\.com/profile)';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `https://fi.linkedin.com/in/Matti-Virtanen/?trk=x` → `matti-virtanen`. */
const handleOf = (text: string): string => {
  const path = lower(text.trim())
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  return path.slice(path.lastIndexOf('/') + 1).replace(/^@+/, '');
};

interface Handle {
  name: string;
  pattern: RegExp;
}

/** A handle that nobody would write for another reason. */
const isDistinct = (name: string): boolean => name.length >= 5 && /[0-9_-]/.test(name);

/** Recognises handles with their @, in the address of a profile, and bare where they can be nothing else. */
export class HandleSearch {
  private readonly handles: Handle[];

  constructor(handles: string[]) {
    const names = [...new Set(handles.map(handleOf))].filter((name) => name.length >= 2);
    this.handles = names.map((name) => ({
      name,
      pattern: new RegExp(
        `(?:(?:https?://)?(?:www\\.)?${networks}/@?|(?<![\\p{L}\\p{N}_.@+-])@${isDistinct(name) ? '?' : ''})${escape(name)}(?![\\p{L}\\p{N}_-]|[.@][\\p{L}\\p{N}])/?`,
        'giu',
      ),
    }));
  }

  /** The handles alone, in lower case. */
  get names(): string[] {
    return this.handles.map(({ name }) => name);
  }

  find(text: string): Mention[] {
    return this.handles.flatMap(({ pattern }) =>
      Array.from(text.matchAll(pattern), (match): Mention => {
        const end = match.index + match[0].length;
        return { start: match.index, end, kind: 'handle', certainty: 'sure' };
      }),
    );
  }
}

import { MentionReview } from './mentions-review/mention-review.js';
import { MentionSearch } from './mentions-review/mention-search.js';
import { SoughtPeople } from './mentions-review/sought-people.js';
import { SoughtPersonRecord } from './mentions-review/sought-person.entity.js';

/** What makes an erasure complete, as parts of the module: what others wrote, the look everywhere, the certificate. */
export const completing = {
  entities: [SoughtPersonRecord],
  providers: [MentionSearch, MentionReview, SoughtPeople],
};

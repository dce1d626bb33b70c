import { Certificates } from './certificate/certificates.js';
import { Completion } from './certificate/completion.js';
import { MentionPreviews } from './mentions-review/mention-previews.js';
import { MentionReview } from './mentions-review/mention-review.js';
import { MentionSearch } from './mentions-review/mention-search.js';
import { SealedTexts } from './mentions-review/sealed-texts.js';
import { SoughtPeople } from './mentions-review/sought-people.js';
import { SoughtPersonRecord } from './mentions-review/sought-person.entity.js';
import { Scan } from './scan/scan.js';

/** What makes an erasure complete, as parts of the module: what others wrote, the look everywhere, the certificate. */
export const completing = {
  entities: [SoughtPersonRecord],
  providers: [
    MentionSearch,
    MentionReview,
    MentionPreviews,
    SealedTexts,
    SoughtPeople,
    Scan,
    Certificates,
    Completion,
  ],
};
